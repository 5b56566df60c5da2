import fc, { type Arbitrary } from 'fast-check';
import { ROLES, type Role } from '@thongvon/api-contract';
import type { Operation } from './operations';
import { valuesOf } from './values';

/** A request before it is known what the system holds. */
export interface DrawnRequest {
  readonly operation: Operation;
  /** Who sends it; null: nobody who is signed in. */
  readonly role: Role | null;
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly body: DrawnBody | null;
  readonly headers: Readonly<Record<string, string>>;
}

export type DrawnBody =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'raw'; readonly text: string; readonly type: string }
  | {
      readonly kind: 'form';
      readonly fields: Readonly<Record<string, string>>;
      readonly file: Buffer;
      readonly name: string;
    };

const PDF = Buffer.from('%PDF-1.7\nx');
const ZIP = Buffer.from('PK\x03\x04 and nothing else');

/** Bodies that are as no client would write them. */
const RAW = [
  '',
  '{',
  '[]',
  'null',
  '"text"',
  '1e999',
  '{"a":1,"a":2}',
  '{"a":"\\u0000"}',
  '{"a":"\\ud800"}',
  '['.repeat(3000) + ']'.repeat(3000),
  '{"a":'.repeat(3000) + '1' + '}'.repeat(3000),
  `{${Array.from({ length: 2000 }, (_, index) => `"k${index}":1`).join()}}`,
  `{"a":"${'x'.repeat(200_000)}"}`,
];

/** Requests to any of the operations by any role, the same for the same seed. `files` are sent as returns. */
export function drawnRequests(all: readonly Operation[], files: readonly Buffer[]): Arbitrary<DrawnRequest> {
  return fc.oneof(...all.map((operation) => requestsTo(operation, files)));
}

function requestsTo(operation: Operation, files: readonly Buffer[]): Arbitrary<DrawnRequest> {
  const allowed = operation.roles ?? ROLES;
  const texts = (place: string) =>
    operation.parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required = false, schema }) => {
        const pair = valuesOf(schema).map((value): [string, string][] => [[name, asText(value)]]);
        const twice = fc.tuple(pair, pair).map(([one, other]) => [...one, ...other]);
        const left = fc.constant<[string, string][]>([]);
        return place === 'path'
          ? pair
          : fc.oneof(
              { weight: 12, arbitrary: pair },
              { weight: 1, arbitrary: twice },
              { weight: required ? 1 : 12, arbitrary: left },
            );
      });
  const extra = fc.oneof(
    { weight: 20, arbitrary: fc.constant<[string, string][]>([]) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<[string, string][]>(
        [['unknown', '1']],
        [['limit[]', '1']],
        [['__proto__', 'x']],
        Array.from({ length: 300 }, (): [string, string] => ['q', 'x']),
      ),
    },
  );
  return fc.record({
    operation: fc.constant(operation),
    role: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom<Role | null>(...allowed) },
      { weight: 1, arbitrary: fc.constantFrom<Role | null>(null, ...ROLES) },
    ),
    path: fc.tuple(...texts('path')).map((pairs) => Object.fromEntries(pairs.flat())),
    query: fc.tuple(extra, ...texts('query')).map((pairs) => pairs.flat()),
    body: bodiesOf(operation, files),
    headers: fc.oneof(
      { weight: 10, arbitrary: fc.constant({}) },
      { weight: 1, arbitrary: fc.constantFrom(...HEADERS) },
    ),
  });
}

const HEADERS: readonly Record<string, string>[] = [
  { 'idempotency-key': 'one' },
  { 'idempotency-key': 'x'.repeat(201) },
  { 'if-match': '"1"' },
  { 'if-match': '*' },
  { 'last-event-id': '-1' },
  { 'last-event-id': '99999999999999999999' },
  { 'accept-encoding': 'gzip;q=0' },
  { cookie: 'session=%00; csrf-token=' },
  { origin: 'null' },
  { 'content-encoding': 'gzip' },
];

function bodiesOf({ json, form, method }: Operation, files: readonly Buffer[]): Arbitrary<DrawnBody | null> {
  const none = fc.constant(null);
  if (method === 'GET') return none;
  const raw = fc.record({
    kind: fc.constant('raw' as const),
    text: fc.constantFrom(...RAW),
    type: fc.constantFrom(
      'application/json',
      'application/json; charset=utf-16',
      'text/plain',
      'multipart/form-data',
    ),
  });
  if (form) {
    const sent = fc.record({
      kind: fc.constant('form' as const),
      fields: fc.dictionary(
        fc.constantFrom('kind', 'coverage', 'x'),
        fc.constantFrom('plan', 'full', 'partial', '\0', 'x'.repeat(2000)),
      ),
      file: fc.constantFrom(
        Buffer.alloc(0),
        Buffer.from('junk'),
        PDF,
        ZIP,
        Buffer.alloc(100_000, 7),
        ...files,
      ),
      name: fc.constantFrom('Báo cáo.xlsx', '', '../../x.xlsx', 'x'.repeat(3000), 'a"b.xlsx'),
    });
    return fc.oneof(
      { weight: 8, arbitrary: sent },
      { weight: 1, arbitrary: raw },
      { weight: 1, arbitrary: none },
    );
  }
  if (!json) return fc.oneof({ weight: 8, arbitrary: none }, { weight: 1, arbitrary: raw });
  const sent = valuesOf(json).map((value): DrawnBody => ({ kind: 'json', value }));
  return fc.oneof(
    { weight: 14, arbitrary: sent },
    { weight: 1, arbitrary: raw },
    { weight: 1, arbitrary: none },
  );
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

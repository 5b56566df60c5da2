import fc, { type Arbitrary } from 'fast-check';
import { resolved, type Schema } from './operations';

/** Stands for something's id, code or name that the system under test has reported; filled in when a request is sent. */
export const KNOWN = '@known:';
const known = fc.nat({ max: 1_000_000 }).map((n) => `${KNOWN}${n}`);

const TEXTS = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  'x\udc00',
  'x'.repeat(300),
  'x'.repeat(5000),
  "'; DROP TABLE projects.project; --",
  '%',
  '%00',
  '_%\\',
  '../../etc/passwd',
  '<img src=x onerror=alert(1)>',
  '${7*7}',
  'Đập dâng Đồng Tiến',
  '\u202e',
  '𝟘',
  '😀'.repeat(60),
  '-1',
  '1e999',
  'null',
  'constructor',
  '__proto__',
  '=1+1',
  'a\r\nb: c',
];
const DATES = [
  '0000-00-00',
  '0000-01-01',
  '0001-01-01',
  '1899-12-31',
  '1900-01-01',
  '1900-01-31',
  '2023-02-29',
  '2024-02-29',
  '2023-06-21',
  '2023-06-22',
  '2023-06-29',
  '2023-6-1',
  '2199-12-31',
  '2199-01-01',
  '2200-01-01',
  '9999-12-31',
  '+012023-01-01',
  '-0001-01-01',
  '2023-06-21T00:00:00Z',
];
const INSTANTS = [
  '2023-06-23T08:00:00+07:00',
  '0000-01-01T00:00:00Z',
  '1900-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59Z',
  '2023-06-23T24:00:00Z',
  '2023-06-23T08:00:00+99:99',
  '2023-06-23',
];
const NUMBERS = [
  -1,
  0,
  1,
  2,
  12,
  13,
  1899,
  1900,
  2000,
  2023,
  2100,
  2199,
  2200,
  9999,
  2 ** 31 - 1,
  2 ** 31,
  2 ** 53,
  1e21,
  0.5,
];
const AMOUNTS = [
  '0',
  '1',
  '-1',
  '999999999999999999',
  '1000000000000000000',
  '00',
  '1.5',
  '1e3',
  '223422000000',
];

/** Fields that nobody described; also as an attacker would name them. */
const STRANGE_FIELDS = [
  '{"unknown":1}',
  '{"a\\u0000":1}',
  '{"constructor":{}}',
  '{"__proto__":{"admin":true}}',
].map((text) => JSON.parse(text) as Record<string, unknown>);

const pick = <T>(values: readonly T[]): Arbitrary<T> => fc.constantFrom(...values);
const anyText = fc.oneof(
  { weight: 3, arbitrary: pick(TEXTS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 2, arbitrary: known },
);
/** What is of another type than any that is described. */
const alien: Arbitrary<unknown> = fc.oneof(
  pick<unknown>([null, true, 0, -1, 1e21, '', [], {}, [[]], { a: { b: {} } }]),
  anyText,
  fc.array(fc.constant('x'), { maxLength: 600 }),
  fc.nat({ max: 400 }).map(nested),
);

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value };
  return value;
}

/** Values for a schema: mostly as it describes them, at their edges, sometimes anything. */
export function valuesOf(schema: Schema): Arbitrary<unknown> {
  const described = describedBy(resolved(schema));
  const nullable = schema.nullable === true ? 1 : 0;
  return fc.oneof(
    { weight: 14, arbitrary: described },
    { weight: 1, arbitrary: alien },
    { weight: nullable, arbitrary: fc.constant(null) },
  );
}

function describedBy(schema: Schema): Arbitrary<unknown> {
  if (schema.allOf)
    return fc.tuple(...schema.allOf.map(valuesOf)).map((parts) => Object.assign({}, ...parts) as unknown);
  if (schema.oneOf) return fc.oneof(...schema.oneOf.map(valuesOf));
  switch (schema.type) {
    case 'object':
      return objectsOf(schema);
    case 'array':
      return listsOf(schema);
    case 'integer':
    case 'number':
      return numbersOf(schema);
    case 'boolean':
      return fc.boolean();
    default:
      return textsOf(schema);
  }
}

function objectsOf({ properties = {}, required = [] }: Schema): Arbitrary<unknown> {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const left = required.includes(name) ? 1 : 8;
    const value = valuesOf(schema).map((given): Record<string, unknown> => ({ [name]: given }));
    return fc.oneof({ weight: 20, arbitrary: value }, { weight: left, arbitrary: fc.constant({}) });
  });
  const extra = fc.oneof(
    { weight: 20, arbitrary: fc.constant({}) },
    {
      weight: 1,
      arbitrary: pick(STRANGE_FIELDS),
    },
  );
  return fc
    .tuple(extra, ...fields)
    .map((parts) => Object.fromEntries(parts.flatMap((part) => Object.entries(part as object))) as unknown);
}

function listsOf({ items = {}, minItems = 0, maxItems = 20 }: Schema): Arbitrary<unknown> {
  const most = Math.min(maxItems, 20);
  return fc.oneof(
    {
      weight: 8,
      arbitrary: fc.array(valuesOf(items), { minLength: Math.min(minItems, most), maxLength: most }),
    },
    { weight: 1, arbitrary: fc.constant([]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(valuesOf(items), fc.nat({ max: 600 }))
        .map(([one, n]) => Array<unknown>(n).fill(one)),
    },
  );
}

function numbersOf({ minimum, maximum }: Schema): Arbitrary<unknown> {
  const edges = [minimum, maximum].flatMap((edge) => (edge === undefined ? [] : [edge - 1, edge, edge + 1]));
  const within = fc.integer({ min: minimum ?? 0, max: maximum ?? 100 });
  return fc.oneof({ weight: 6, arbitrary: within }, { weight: 2, arbitrary: pick([...edges, ...NUMBERS]) });
}

function textsOf({ format, enum: words, pattern, minLength, maxLength }: Schema): Arbitrary<unknown> {
  if (words) return fc.oneof({ weight: 12, arbitrary: pick(words) }, { weight: 1, arbitrary: anyText });
  if (format === 'date')
    return fc.oneof({ weight: 9, arbitrary: pick(DATES) }, { weight: 1, arbitrary: anyText });
  if (format === 'date-time')
    return fc.oneof({ weight: 9, arbitrary: pick(INSTANTS) }, { weight: 1, arbitrary: anyText });
  if (format === 'uuid') return fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: anyText });
  if (pattern !== undefined)
    return fc.oneof({ weight: 9, arbitrary: pick(AMOUNTS) }, { weight: 1, arbitrary: anyText });
  const fitting = fc.string({
    unit: 'grapheme-composite',
    minLength: Math.min(minLength ?? 0, 30),
    maxLength: Math.min(maxLength ?? 30, 30),
  });
  return fc.oneof({ weight: 5, arbitrary: fitting }, { weight: 4, arbitrary: anyText });
}

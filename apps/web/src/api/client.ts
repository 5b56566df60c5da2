import { type QueryKey, queryOptions } from '@tanstack/react-query';
import type { FieldProblem, ProblemDocument } from '@thongvon/api-contract';
import type { Wording } from '../language/wording';
import { csrfToken } from './csrf-token';

/**
 * `path?a=1&b=2`: an address of the API with its query, also for links that download. `parameters` is a request class of
 * the contracts: texts, numbers and truths; a list is joined by commas; what is undefined, null or empty is left out.
 */
export function address(path: string, parameters: object = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters) as [string, unknown][]) {
    const text = Array.isArray(value) ? value.join(',') : isPlain(value) ? String(value) : '';
    if (text !== '') query.set(name, text);
  }
  const text = query.toString();
  return text === '' ? path : `${path}?${text}`;
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/** Reads. Throws Problem. */
export function get<T>(path: string, parameters?: object, signal?: AbortSignal): Promise<T> {
  return call<T>(address(path, parameters), signal === undefined ? {} : { signal });
}

/** What is read at `path`, kept under this key: all that a query needs, unless it says more. */
export function getQuery<T>(queryKey: QueryKey, path: string, request: object = {}) {
  return queryOptions({ queryKey, queryFn: ({ signal }) => get<T>(path, request, signal) });
}

/** Changes something; `headers` for `If-Match` and `Idempotency-Key`. Throws Problem. */
export function send<T = undefined>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
  headers: Readonly<Record<string, string>> = {},
): Promise<T> {
  const json = body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' };
  return call<T>(path, {
    method,
    headers: { ...csrfHeader(), ...json, ...headers },
    ...(body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) }),
  });
}

/** Echoes the token (contract, section 4); browsers also send `Origin`, which is enough by itself. */
export function csrfHeader(): Record<string, string> {
  const token = csrfToken();
  return token === undefined ? {} : { 'x-csrf-token': token };
}

/**
 * A new `Idempotency-Key`: what is sent again with the same one is done once. crypto.randomUUID() is there only over HTTPS,
 * and many offices have none.
 */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/** The answer's JSON; undefined for an empty answer (204). */
async function call<T>(url: string, init: RequestInit): Promise<T> {
  const text = await (await answered(url, init)).text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function answered(url: string, init: RequestInit): Promise<Response> {
  const response = await fetch(url, { ...init, credentials: 'same-origin' }).catch((error: unknown) => {
    throw init.signal?.aborted === true ? error : unreachable();
  });
  if (!response.ok) throw problemOf(response.status, await response.text());
  return response;
}

/** Why a call did not succeed: the API's RFC 9457 document, or `OFFLINE` when it could not be reached at all. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly status: number,
    readonly code: string,
    /** What happened and how to mend it, in words for people. */
    readonly wording: Wording,
    /** Names the request in the server's log. */
    readonly requestId: string | null = null,
    /** What is wrong with fields of the request, where it is about any. */
    readonly fields: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${wording.en}`);
  }
}

const UNREACHABLE: Wording = {
  vi: 'Không kết nối được máy chủ. Dữ liệu đang xem vẫn còn; hãy kiểm tra mạng rồi thử lại.',
  en: 'The server can not be reached. What you see is kept; check the network and try again.',
};

const UNREADABLE: Wording = {
  vi: 'Máy chủ trả lời không đúng dạng. Hãy thử lại sau ít phút.',
  en: 'The server gave an answer that can not be read. Try again in a few minutes.',
};

/** Whether the same may succeed a little later: the server wasn't reached, or answers nobody now. Perhaps it was done, and the answer was lost. */
export const isLater = (error: unknown): boolean => error instanceof Problem && LATER.includes(error.status);

const LATER: readonly number[] = [0, 408, 429, 502, 503, 504];

export function unreachable(): Problem {
  return new Problem(0, 'OFFLINE', UNREACHABLE);
}

/** What a refused call says; a proxy's page, which is no problem document, becomes `UNREADABLE`. */
export function problemOf(status: number, body: string): Problem {
  const document = parse(body);
  if (document === undefined) return new Problem(status, 'UNREADABLE', UNREADABLE);
  const { code, detail, detailEn, requestId, field, fields } = document;
  const about = field === undefined ? [] : [{ field, rule: code, message: detail, messageEn: detailEn }];
  return new Problem(status, code, { vi: detail, en: detailEn }, requestId, fields ?? about);
}

/** As `problemOf` finds it; undefined when the body is no problem document. */
function parse(body: string): ProblemDocument | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && 'code' in value && 'detail' in value
      ? (value as ProblemDocument)
      : undefined;
  } catch {
    return undefined;
  }
}

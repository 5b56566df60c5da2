import type { FieldProblem, ProblemDocument } from '@thongvon/api-contract';
import type { Wording } from '../language/wording';

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

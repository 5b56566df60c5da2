import { Problem } from '@thongvon/platform';
import { problems } from '../messages';

/** What an error of Express's body parser is to the caller; the parser names its errors by `type`. */
export function bodyFailure(error: unknown, limit: number): Error {
  if (error instanceof Problem) return error;
  const { type, status } = (typeof error === 'object' && error !== null ? error : {}) as {
    type?: unknown;
    status?: unknown;
  };
  switch (type) {
    case 'entity.too.large':
      return problems.bodyTooLarge(limit);
    case 'entity.parse.failed':
    case 'request.aborted':
    case 'request.size.invalid':
      return problems.bodyMalformed();
    default:
      if (status === 415) return problems.mediaType();
      if (status === 400) return problems.bodyMalformed();
      return error instanceof Error ? error : new Error(String(error));
  }
}

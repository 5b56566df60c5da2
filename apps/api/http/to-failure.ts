import { HttpException } from '@nestjs/common';
import { Problem } from '@thongvon/platform';
import { INTERNAL, NOT_READY, OTHER, problems } from './messages';

/** What a problem document is made of, whoever raised the error. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly members?: Readonly<Record<string, unknown>>;
}

/** What a thrown error is to the caller. Whatever nobody foresaw is a 500 that tells nothing of its cause. */
export function toFailure(error: unknown): Failure {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromHttp(error);
  return { status: 500, ...INTERNAL };
}

function fromHttp(error: HttpException): Failure {
  const cause = causeOf(error);
  const status = error.getStatus();
  if (cause instanceof URIError) return problems.addressMalformed();
  if (cause.name === 'MulterError')
    return status === 413 ? problems.fileTooLarge() : problems.uploadMalformed();
  // Nest names the errors of the multipart parser itself by their message only.
  if (error.message.startsWith('Multipart')) return problems.uploadMalformed();
  return byStatus(status);
}

function byStatus(status: number): Failure {
  if (status === 404) return problems.routeUnknown();
  if (status === 503) return { status, ...NOT_READY };
  if (status === 415) return problems.mediaType();
  return status >= 500 ? { status, ...INTERNAL } : { status, ...OTHER };
}

/** Errors of multer carry a name. */
function causeOf({ cause }: HttpException): { name?: unknown } {
  return typeof cause === 'object' && cause !== null ? cause : {};
}

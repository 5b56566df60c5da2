import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { Response } from 'express';
import type { ProblemDocument } from '@thongvon/api-contract';
import { Problem } from '../problems/problem';
import { type ApiRequest, requestedPath } from './request';
import { INTERNAL, NOT_READY, OTHER, problems, STATUS_TITLES } from './messages';

/** Answers every error as an RFC 9457 document. What nobody foresaw is logged under the id that the caller is informed. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<ApiRequest>();
    const response = http.getResponse<Response>();
    const { status, code, detail, detailEn, members = {} } = toFailure(error);
    if (status >= 500) this.log(error, request);
    if (response.headersSent) {
      response.end();
      return;
    }
    const { retryAfter } = members;
    if (typeof retryAfter === 'number') response.setHeader('Retry-After', retryAfter);
    const document: ProblemDocument = {
      ...members,
      type: 'about:blank',
      title: STATUS_TITLES[status] ?? STATUS_TITLES[400] ?? '',
      status,
      code,
      detail,
      detailEn,
      instance: requestedPath(request),
      requestId: request.requestId,
    };
    response.status(status).type('application/problem+json').send(JSON.stringify(document));
  }

  /** A database error's parameters may hold personal data: its message and stack don't. */
  private log(error: unknown, { requestId }: ApiRequest): void {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    this.logger.error(`${requestId} ${message}`, stack);
  }
}

/** What a problem document is made of, whoever raised the error. */
interface Failure {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly detailEn: string;
  readonly members?: Readonly<Record<string, unknown>>;
}

/** What a thrown error is to the caller. Whatever nobody foresaw is a 500 that tells nothing of its cause. */
function toFailure(error: unknown): Failure {
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

import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import type { ProblemDocument } from '@thongvon/api-contract';
import { requestedPath, type ApiRequest } from './api-request';
import { STATUS_TITLES } from './messages';
import { toFailure } from './to-failure';

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

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import { type ApiRequest, requestedPath } from '../api-request';
import { problems } from '../messages';
import { KeptReplies, type RepeatableRequest } from './kept-replies';

const KEY = /^[\x21-\x7e]{1,200}$/;

/**
 * Answers a POST that is sent again with the same Idempotency-Key as the first time, without doing it again. Must come
 * after what reads the body: globally for JSON, next to the file's interceptor for uploads.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly replies: KeptReplies) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = await repeatable(http.getRequest<ApiRequest>());
    if (!request) return next.handle();
    const response = http.getResponse<Response>();
    const before = await this.replies.begin(request);
    if (before) {
      response.status(before.status);
      return of(before.body);
    }
    return next.handle().pipe(
      mergeMap(async (body: unknown) => {
        await this.replies.keep(request, { status: response.statusCode, body });
        return body;
      }),
      catchError((error: unknown) =>
        from(this.replies.forget(request)).pipe(mergeMap(() => throwError(() => error))),
      ),
    );
  }
}

/** The global one: multipart bodies aren't read yet when it comes by, so it leaves them to `@ReceivesFile()`. */
@Injectable()
export class JsonIdempotencyInterceptor extends IdempotencyInterceptor {
  override async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<ApiRequest>();
    return request.is('multipart/form-data') ? next.handle() : super.intercept(context, next);
  }
}

async function repeatable(request: ApiRequest): Promise<RepeatableRequest | undefined> {
  const key = request.get('idempotency-key');
  if (request.method !== 'POST' || key === undefined || !request.signedIn) return undefined;
  if (!KEY.test(key)) throw problems.idempotencyKey();
  const { userId } = request.signedIn.actor;
  return { userId, route: `POST ${requestedPath(request)}`, key, hash: await requestHash(request) };
}

/** SHA-256 of what a request asks for: its query, its fields and the bytes of its file. */
async function requestHash({ originalUrl, body, file }: ApiRequest): Promise<string> {
  const hash = createHash('sha256')
    .update(originalUrl)
    .update('\n')
    .update(JSON.stringify(body ?? null));
  if (file) {
    hash.update('\n').update(file.originalname).update('\n');
    for await (const chunk of createReadStream(file.path)) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { catchError, from, mergeMap, type Observable, of, throwError } from 'rxjs';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, LessThan, Repository } from 'typeorm';
import { IdempotentReply } from '../persistence/entities/work';
import { SystemClock } from '../time/system-clock';
import { problems } from './messages';
import { type ApiRequest, filesOf, requestedPath } from './request';

/** A request that may be sent again; two are the same when all but the hash are equal. */
interface RepeatableRequest {
  readonly userId: string;
  /** Method and path. */
  readonly route: string;
  readonly key: string;
  /** Of everything that the request asks for. */
  readonly hash: string;
}

interface Reply {
  readonly status: number;
  readonly body: unknown;
}

/** Milliseconds. */
const KEPT_FOR = 24 * 3_600_000;
/** A first request that is silent for this long died with its process; the next one takes its place. */
const GIVEN_UP_AFTER = '1 minute';

/**
 * The replies to requests with an Idempotency-Key, kept in PostgreSQL so that any API process can repeat them. Not in the
 * transaction of the action, which each context has to itself: a process that dies in the moment between the two makes the
 * same request wait a minute and then be done again. Returns and their steps are safe to repeat by themselves.
 */
@Injectable()
export class KeptReplies {
  constructor(
    @InjectRepository(IdempotentReply) private readonly replies: Repository<IdempotentReply>,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Undefined when this request is the first and is now being answered, else the reply that it got before. Throws
   * IDEMPOTENCY-KEY-REUSED and IDEMPOTENCY-IN-PROGRESS.
   */
  async begin({ userId, route, key, hash }: RepeatableRequest): Promise<Reply | undefined> {
    const now = this.clock.realNow();
    await this.replies.delete({ userId, createdAt: LessThan(new Date(now.getTime() - KEPT_FOR)) });
    const begun = await this.replies.query<unknown[]>(
      `INSERT INTO platform.idempotent_reply AS kept (user_id, route, key, request_hash, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (user_id, route, key) DO UPDATE SET request_hash = $4, created_at = $5
         WHERE kept.status IS NULL AND kept.created_at < $5::timestamptz - interval '${GIVEN_UP_AFTER}'
       RETURNING key`,
      [userId, route, key, hash, now],
    );
    if (begun.length > 0) return undefined;
    const kept = await this.replies.findOneBy({ userId, route, key });
    // Forgotten in between: its first request has just failed, and this one may come again.
    if (!kept) throw problems.idempotencyInProgress();
    if (kept.requestHash !== hash) throw problems.idempotencyKeyReused();
    if (kept.status === null) throw problems.idempotencyInProgress();
    return { status: kept.status, body: kept.body };
  }

  async keep({ userId, route, key }: RepeatableRequest, { status, body }: Reply): Promise<void> {
    await this.replies.query(
      `UPDATE platform.idempotent_reply SET status = $4, body = $5 WHERE user_id = $1 AND route = $2 AND key = $3`,
      [userId, route, key, status, JSON.stringify(body ?? null)],
    );
  }

  /** The request failed and did nothing: it may be sent again with the same key. */
  async forget({ userId, route, key }: RepeatableRequest): Promise<void> {
    await this.replies.delete({ userId, route, key, status: IsNull() });
  }
}

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

/** SHA-256 of what a request asks for: its query, its fields and the bytes of its files. */
async function requestHash(request: ApiRequest): Promise<string> {
  const { originalUrl } = request;
  const body: unknown = request.body;
  const hash = createHash('sha256')
    .update(originalUrl)
    .update('\n')
    .update(JSON.stringify(body ?? null));
  for (const file of filesOf(request)) {
    hash.update('\n').update(file.originalname).update('\n');
    for await (const chunk of createReadStream(file.path)) hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}

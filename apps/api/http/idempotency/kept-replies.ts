import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SystemClock } from '@thongvon/platform';
import { problems } from '../messages';

/** A request that may be sent again; two are the same when all but the hash are equal. */
export interface RepeatableRequest {
  readonly userId: string;
  /** Method and path. */
  readonly route: string;
  readonly key: string;
  /** Of everything that the request asks for. */
  readonly hash: string;
}

export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const KEPT_FOR = '24 hours';
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
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Undefined when this request is the first and is now being answered, else the reply that it got before. Throws
   * IDEMPOTENCY-KEY-REUSED and IDEMPOTENCY-IN-PROGRESS.
   */
  async begin({ userId, route, key, hash }: RepeatableRequest): Promise<Reply | undefined> {
    const now = this.clock.realNow();
    await this.dataSource.query(
      `DELETE FROM platform.idempotent_reply WHERE user_id = $1 AND created_at < $2::timestamptz - interval '${KEPT_FOR}'`,
      [userId, now],
    );
    const begun = await this.dataSource.query<unknown[]>(
      `INSERT INTO platform.idempotent_reply AS kept (user_id, route, key, request_hash, created_at) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (user_id, route, key) DO UPDATE SET request_hash = $4, created_at = $5
         WHERE kept.status IS NULL AND kept.created_at < $5::timestamptz - interval '${GIVEN_UP_AFTER}'
       RETURNING key`,
      [userId, route, key, hash, now],
    );
    if (begun.length > 0) return undefined;
    const [kept] = await this.dataSource.query<{ hash: string; status: number | null; body: unknown }[]>(
      `SELECT request_hash AS hash, status, body FROM platform.idempotent_reply
       WHERE user_id = $1 AND route = $2 AND key = $3`,
      [userId, route, key],
    );
    // Forgotten in between: its first request has just failed, and this one may come again.
    if (!kept) throw problems.idempotencyInProgress();
    if (kept.hash !== hash) throw problems.idempotencyKeyReused();
    if (kept.status === null) throw problems.idempotencyInProgress();
    return { status: kept.status, body: kept.body };
  }

  async keep({ userId, route, key }: RepeatableRequest, { status, body }: Reply): Promise<void> {
    await this.dataSource.query(
      `UPDATE platform.idempotent_reply SET status = $4, body = $5 WHERE user_id = $1 AND route = $2 AND key = $3`,
      [userId, route, key, status, JSON.stringify(body ?? null)],
    );
  }

  /** The request failed and did nothing: it may be sent again with the same key. */
  async forget({ userId, route, key }: RepeatableRequest): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM platform.idempotent_reply WHERE user_id = $1 AND route = $2 AND key = $3 AND status IS NULL`,
      [userId, route, key],
    );
  }
}

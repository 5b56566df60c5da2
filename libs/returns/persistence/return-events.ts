import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SystemClock } from '@thongvon/platform';
import type { ReturnStatus } from '../domain/return-status';

/** PostgreSQL channel on which each event says which return it belongs to. */
export const RETURN_CHANNEL = 'thongvon_return';

export interface ReturnEvent {
  readonly id: string;
  readonly type: string;
  readonly status: ReturnStatus;
  readonly at: Date;
  readonly actorId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The append-only history of returns, which is also what the event stream sends. */
@Injectable()
export class ReturnEvents {
  constructor(private readonly clock: SystemClock) {}

  async append(
    manager: EntityManager,
    returnId: string,
    event: { type: string; status: ReturnStatus; actorId?: string; data?: Record<string, unknown> },
  ): Promise<void> {
    await manager.query(
      `INSERT INTO returns.return_event (return_id, type, status, at, actor_id, data) VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        returnId,
        event.type,
        event.status,
        this.clock.now(),
        event.actorId ?? null,
        JSON.stringify(event.data ?? {}),
      ],
    );
    await manager.query(`SELECT pg_notify($1, $2)`, [RETURN_CHANNEL, returnId]);
  }

  /** The last event of this type, if there was one. */
  async last(
    manager: EntityManager,
    returnId: string,
    type: string,
  ): Promise<Pick<ReturnEvent, 'at' | 'actorId'> | undefined> {
    const [event] = await manager.query<Pick<ReturnEvent, 'at' | 'actorId'>[]>(
      `SELECT at, actor_id AS "actorId" FROM returns.return_event WHERE return_id = $1 AND type = $2 ORDER BY id DESC LIMIT 1`,
      [returnId, type],
    );
    return event;
  }

  /** Events of a return after `afterId`, oldest first. */
  async after(manager: EntityManager, returnId: string, afterId = '0'): Promise<ReturnEvent[]> {
    return manager.query<ReturnEvent[]>(
      `SELECT id, type, status, at, actor_id AS "actorId", data FROM returns.return_event
       WHERE return_id = $1 AND id > $2 ORDER BY id`,
      [returnId, afterId],
    );
  }
}

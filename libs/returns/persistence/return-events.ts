import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { SystemClock } from '@thongvon/platform';
import type { ReturnStatus } from '../domain/return-status';
import { ReturnEvent } from './entities/return';

/** PostgreSQL channel on which each event says which return it belongs to. */
export const RETURN_CHANNEL = 'thongvon_return';

/** What the event stream sends of an event. */
const SENT = { id: true, type: true, status: true, at: true, actorId: true, data: true } as const;
export type SentEvent = Pick<ReturnEvent, keyof typeof SENT>;

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
    const event = await manager.findOne(ReturnEvent, { where: { returnId, type }, order: { id: 'DESC' } });
    return event ?? undefined;
  }

  /** Events of a return after `afterId`, oldest first. */
  async after(manager: EntityManager, returnId: string, afterId = '0'): Promise<SentEvent[]> {
    const where = { returnId, id: MoreThan(afterId) };
    return manager.find(ReturnEvent, { select: SENT, where, order: { id: 'ASC' } });
  }
}

import { Injectable } from '@nestjs/common';
import { type EntityManager, MoreThan } from 'typeorm';
import { SystemClock } from '@thongvon/platform';
import type { ReturnStatus } from '../domain/return-status';
import { ReturnEffect, ReturnEvent } from './entities/return';

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

/** From `at` (business clock) the return's ledger entries count. */
export async function startEffect(manager: EntityManager, returnId: string, at: Date): Promise<void> {
  await record(manager, returnId, at, true);
}

/** From `at` the return's ledger entries no longer count; they stay for who asks what was known before. */
export async function endEffect(manager: EntityManager, returnId: string, at: Date): Promise<void> {
  await record(manager, returnId, at, false);
}

async function record(manager: EntityManager, returnId: string, at: Date, effective: boolean): Promise<void> {
  await manager.insert(ReturnEffect, { returnId, at, effective });
}

/**
 * SQL for the returns that count as known at the instant in parameter `knownAt` (a placeholder such as "$2"; null for
 * now): rows (return_id, rank), where a higher rank was approved later. A return that counts again keeps its rank: what
 * was approved in between still comes after it.
 */
export function effectiveReturnsSql(knownAt: string): string {
  return `
    SELECT return_id, rank FROM (
      SELECT DISTINCT ON (return_id) return_id, min(id) OVER (PARTITION BY return_id) AS rank, effective FROM returns.return_effect
      WHERE ${knownAt}::timestamptz IS NULL OR at <= ${knownAt}::timestamptz
      ORDER BY return_id, id DESC
    ) last_effect WHERE effective`;
}

/**
 * SQL for the returns of which the derived tables may say otherwise than was known at the instant in `knownAt`: those
 * that began or ceased to count after it, and those that are not computed yet. Rows (return_id).
 */
export function changedReturnsSql(knownAt: string): string {
  return `
    SELECT return_id FROM returns.return_effect WHERE at > ${knownAt}::timestamptz
    UNION SELECT subject FROM platform.work_intent_ref WHERE job = 'recompute-positions' AND done_at IS NULL`;
}

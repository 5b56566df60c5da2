import type { EntityManager } from 'typeorm';
import type { BlockerCause, DecidingLevel } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { changedReturnsSql } from '@thongvon/returns';

/** An open blocker. */
export interface KnownBlocker {
  readonly id: string;
  readonly projectId: string;
  readonly segmentId: string | null;
  readonly description: string;
  readonly cause: BlockerCause;
  readonly responsibleUnit: string | null;
  readonly responsiblePerson: string | null;
  readonly decidingLevel: DecidingLevel | null;
  readonly contractor: string | null;
  readonly openedOn: PlainDate;
  readonly due: PlainDate | null;
  readonly lastActionOn: PlainDate | null;
  readonly lastAction: string | null;
  readonly reopened: number;
  /** What a person set that it holds, whole đồng as text. */
  readonly setAmount: string | null;
}

/** Blockers of which something was said, done or merged after an instant, or whose returns counted otherwise then. */
export function touchedSince(manager: EntityManager, knownAt: Date): Promise<string[]> {
  return idsOf(
    manager,
    `WITH touched AS (
       SELECT blocker_id FROM blockers.blocker_mention WHERE return_id IN (${changedReturnsSql('$1')})
       UNION SELECT blocker_id FROM blockers.blocker_action WHERE recorded_at > $1
       UNION SELECT unnest(ARRAY[blocker_id, into_id]) FROM blockers.blocker_merger WHERE recorded_at > $1
     )
     SELECT blocker_id AS id FROM touched WHERE blocker_id IS NOT NULL
     UNION SELECT canonical_id FROM blockers.blocker_alias(NULL) JOIN touched USING (blocker_id)
     UNION SELECT canonical_id FROM blockers.blocker_alias($1) JOIN touched USING (blocker_id)`,
    knownAt,
  );
}

/** What is open on the day, of those that nothing has touched. */
export function settledBlockers(
  manager: EntityManager,
  asOf: PlainDate,
  touched: readonly string[],
): Promise<KnownBlocker[]> {
  return manager.query<KnownBlocker[]>(
    `SELECT blocker_id AS id, project_id AS "projectId", segment_id AS "segmentId", description, cause,
       responsible_unit AS "responsibleUnit", responsible_person AS "responsiblePerson", deciding_level AS "decidingLevel",
       contractor, opened_on AS "openedOn", due, last_action_on AS "lastActionOn", last_action AS "lastAction", reopened,
       held_amount AS "setAmount"
     FROM blockers.blocker_position
     WHERE open AND valid_from <= $1 AND valid_to > $1 AND blocker_id <> ALL($2::uuid[])`,
    [asOf, touched],
  );
}

/** Where blockers stand. */
export function placesOf(
  manager: EntityManager,
  blockerIds: readonly string[],
): Promise<Pick<KnownBlocker, 'id' | 'projectId' | 'segmentId'>[]> {
  return manager.query<Pick<KnownBlocker, 'id' | 'projectId' | 'segmentId'>[]>(
    `SELECT id, project_id AS "projectId", segment_id AS "segmentId" FROM blockers.blocker WHERE id = ANY($1)`,
    [blockerIds],
  );
}

/** Those that a return speaks of, or that go on for them; whoever derives them too waits. */
export function lockNamedBy(manager: EntityManager, returnId: string): Promise<string[]> {
  return idsOf(
    manager,
    `SELECT id FROM blockers.blocker WHERE id IN (
       SELECT coalesce(alias.canonical_id, m.blocker_id)
       FROM blockers.blocker_mention m LEFT JOIN blockers.blocker_alias(NULL) alias USING (blocker_id) WHERE m.return_id = $1
     ) ORDER BY id FOR NO KEY UPDATE`,
    returnId,
  );
}

/** Nobody derives any blocker until this transaction ends. */
export async function lockPositions(manager: EntityManager): Promise<void> {
  await manager.query('LOCK TABLE blockers.blocker_position IN SHARE ROW EXCLUSIVE MODE');
}

async function idsOf(manager: EntityManager, sql: string, parameter: Date | string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(sql, [parameter]);
  return rows.map(({ id }) => id);
}

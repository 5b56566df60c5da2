import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { effectiveReturnsSql } from '@thongvon/returns';
import type { BlockerEvent, Done, Named, Unnamed } from '../domain/blocker-event';

interface EventRow {
  blockerId: string;
  mergedFrom: string | null;
  id: string;
  type: BlockerEvent['type'];
  on: PlainDate;
  at: Date;
  text: string | null;
  evidence: string | null;
  changes: Done['changes'] | null;
  responsibleUnit: string | null;
  due: PlainDate | null;
}

/**
 * All that counts of these blockers, or of all, by blocker: now, or as known at an instant. A mention counts while its
 * return does. What was merged into another is the other's, as far as the merger is known; asked for itself, it has nothing.
 */
export async function blockerEvents(
  manager: EntityManager,
  blockerIds: readonly string[] | null,
  knownAt: Date | null = null,
): Promise<Map<string, BlockerEvent[]>> {
  const rows = await manager.query<EventRow[]>(
    `WITH alias AS (SELECT blocker_id, canonical_id FROM blockers.blocker_alias($2)),
     wanted AS (SELECT unnest($1::uuid[]) AS id UNION SELECT blocker_id FROM alias WHERE canonical_id = ANY($1)),
     reported AS (
       SELECT m.blocker_id, m.id, m.type, m.as_of AS "on", began.at, m.text, NULL AS evidence, NULL::jsonb AS changes,
         m.responsible_unit, m.due
       FROM blockers.blocker_mention m JOIN (${effectiveReturnsSql('$2')}) effective USING (return_id)
         JOIN returns.return_effect_ref began ON began.id = effective.rank
       WHERE $1::uuid[] IS NULL OR m.blocker_id = ANY(ARRAY(SELECT id FROM wanted))
       UNION ALL
       SELECT a.blocker_id, a.id, a.type, a.on_date, a.recorded_at, a.text, a.evidence, a.changes, NULL, NULL
       FROM blockers.blocker_action a
       WHERE ($1::uuid[] IS NULL OR a.blocker_id = ANY(ARRAY(SELECT id FROM wanted)))
         AND ($2::timestamptz IS NULL OR a.recorded_at <= $2)
     )
     SELECT coalesce(alias.canonical_id, reported.blocker_id) AS "blockerId",
       CASE WHEN alias.blocker_id IS NOT NULL THEN reported.blocker_id END AS "mergedFrom", reported.id, reported.type, reported."on", reported.at,
       reported.text, reported.evidence, reported.changes, reported.responsible_unit AS "responsibleUnit", reported.due
     FROM reported LEFT JOIN alias ON alias.blocker_id = reported.blocker_id
     WHERE $1::uuid[] IS NULL OR coalesce(alias.canonical_id, reported.blocker_id) = ANY($1)`,
    [blockerIds, knownAt],
  );
  const events = new Map<string, BlockerEvent[]>();
  for (const row of rows) {
    const of = events.get(row.blockerId);
    if (of) of.push(toEvent(row));
    else events.set(row.blockerId, [toEvent(row)]);
  }
  return events;
}

function toEvent({
  mergedFrom,
  type,
  on,
  at,
  id,
  text,
  evidence,
  changes,
  responsibleUnit,
  due,
}: EventRow): BlockerEvent {
  const when = { mergedFrom, on, at, id: BigInt(id) };
  if (changes !== null) return { type: type as Done['type'], ...when, text, evidence, changes };
  return type === 'named'
    ? ({ type, ...when, text: text ?? '', responsibleUnit, due } satisfies Named)
    : ({ type: type as Unnamed['type'], ...when, text: text ?? '' } satisfies Unnamed);
}

import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import { effectiveReturnsSql } from '@thongvon/returns';
import type { BlockerEvent, Done, Named, Unnamed } from '../domain/blocker-event';

interface EventRow {
  blockerId: string;
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

/** All that counts now of these blockers, or of all, by blocker. A mention counts while its return does. */
export async function blockerEvents(
  manager: EntityManager,
  blockerIds: readonly string[] | null,
): Promise<Map<string, BlockerEvent[]>> {
  const rows = await manager.query<EventRow[]>(
    `SELECT m.blocker_id AS "blockerId", m.id, m.type, m.as_of AS "on", began.at, m.text, NULL AS evidence, NULL::jsonb AS changes,
       m.responsible_unit AS "responsibleUnit", m.due
     FROM blocker_mention m JOIN (${effectiveReturnsSql('NULL')}) effective USING (return_id)
       JOIN return_effect began ON began.id = effective.rank
     WHERE $1::uuid[] IS NULL OR m.blocker_id = ANY($1)
     UNION ALL
     SELECT a.blocker_id, a.id, a.type, a.on_date, a.recorded_at, a.text, a.evidence, a.changes, NULL, NULL
     FROM blocker_action a WHERE $1::uuid[] IS NULL OR a.blocker_id = ANY($1)`,
    [blockerIds],
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
  const when = { on, at, id: BigInt(id) };
  if (changes !== null) return { type: type as Done['type'], ...when, text, evidence, changes };
  return type === 'named'
    ? ({ type, ...when, text: text ?? '', responsibleUnit, due } satisfies Named)
    : ({ type: type as Unnamed['type'], ...when, text: text ?? '' } satisfies Unnamed);
}

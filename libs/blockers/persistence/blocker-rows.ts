import type { EntityManager } from 'typeorm';
import { matchKey, type PlainDate } from '@thongvon/kernel';
import { effectiveReturnsSql } from '@thongvon/returns';
import type { BlockerPosition, HistoryEntry } from '../domain/blocker-history';
import type { BlockerEvent, Done, Named, Unnamed } from '../domain/blocker-state';
import { remarkCell } from './remark-rows';

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

/** Columns of `blocker_position` that come from a position, with their SQL types, in order. */
const COLUMNS = {
  valid_from: 'date',
  valid_to: 'date',
  open: 'boolean',
  description: 'text',
  search_key: 'text',
  cause: 'text',
  suggested_causes: 'text[]',
  step: 'text',
  responsible_unit: 'text',
  responsible_unit_key: 'text',
  responsible_person: 'text',
  deciding_level: 'text',
  due: 'date',
  contractor: 'text',
  contractor_key: 'text',
  opened_on: 'date',
  opened_estimated: 'boolean',
  closed_on: 'date',
  closing_reason: 'text',
  evidence: 'text',
  reopened: 'integer',
  unnamed_since: 'date',
  last_action_on: 'date',
  last_action: 'text',
  reminders: 'integer',
  held_amount: 'numeric',
  held_reason: 'text',
} as const;

type Row = Record<keyof typeof COLUMNS, unknown>;

/** Puts these positions in the place of what was derived of these blockers before (or of all: null). */
export async function replacePositions(
  manager: EntityManager,
  blockerIds: readonly string[] | null,
  positions: ReadonlyMap<string, readonly BlockerPosition[]>,
): Promise<void> {
  await manager.query(
    `DELETE FROM blockers.blocker_position WHERE $1::uuid[] IS NULL OR blocker_id = ANY($1)`,
    [blockerIds],
  );
  const rows = [...positions].flatMap(([blocker_id, of]) =>
    of.map((position) => ({ blocker_id, ...toRow(position) })),
  );
  const names = Object.keys(COLUMNS).join(', ');
  const types = Object.entries(COLUMNS)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');
  await manager.query(
    `INSERT INTO blockers.blocker_position (blocker_id, project_id, segment_id, ${names})
     SELECT t.blocker_id, b.project_id, b.segment_id, ${names}
     FROM jsonb_to_recordset($1) AS t (blocker_id uuid, ${types}) JOIN blockers.blocker b ON b.id = t.blocker_id`,
    [JSON.stringify(rows)],
  );
}

function toRow(position: BlockerPosition): Row {
  const { description, responsibleUnit, contractor } = position;
  return {
    valid_from: position.from,
    valid_to: position.to ?? 'infinity',
    open: position.open,
    description,
    search_key: matchKey(`${description} ${responsibleUnit ?? ''} ${contractor ?? ''}`),
    cause: position.cause,
    suggested_causes: position.suggestedCauses,
    step: position.step,
    responsible_unit: responsibleUnit,
    responsible_unit_key: responsibleUnit === null ? null : matchKey(responsibleUnit),
    responsible_person: position.responsiblePerson,
    deciding_level: position.decidingLevel,
    due: position.due,
    contractor,
    contractor_key: contractor === null ? null : matchKey(contractor),
    opened_on: position.openedOn,
    opened_estimated: position.openedEstimated,
    closed_on: position.closedOn,
    closing_reason: position.closingReason,
    evidence: position.evidence,
    reopened: position.reopened,
    unnamed_since: position.unnamedSince,
    last_action_on: position.lastActionOn,
    last_action: position.lastAction,
    reminders: position.reminders,
    held_amount: position.heldAmount?.toString() ?? null,
    held_reason: position.heldReason,
  };
}

/** Whose history: one blocker's (the one that goes on, if it was merged), or all of a project's up to a day. */
type Whose = { readonly blockerId: string } | { readonly projectId: string; readonly until: string };

/** What returns that count reported and people did, oldest first, each with the blocker that it counts for. */
export function reportedAndDone(manager: EntityManager, whose: Whose): Promise<HistoryEntry[]> {
  const [wanted, of, until] =
    'blockerId' in whose
      ? ['coalesce(alias.canonical_id, b.id) = $1', whose.blockerId, null]
      : ['b.project_id = $1', whose.projectId, whose.until];
  return manager.query<HistoryEntry[]>(
    `WITH known AS (
       SELECT b.id, coalesce(alias.canonical_id, b.id) AS "blockerId"
       FROM blockers.blocker b LEFT JOIN blockers.blocker_alias(NULL) alias ON alias.blocker_id = b.id WHERE ${wanted}
     )
     SELECT "blockerId", "on", at, type, text, evidence, proof, changes, "actorId", source FROM (
       SELECT m.id, known."blockerId", m.as_of AS "on", began.at, m.type, m.text, NULL AS evidence, NULL::jsonb AS proof,
         jsonb_strip_nulls(jsonb_build_object('responsibleUnit', m.responsible_unit, 'due', m.due)) AS changes,
         NULL::uuid AS "actorId",
         coalesce(m.cells -> 0, '{"sheet": null, "cell": null}') || jsonb_build_object('returnId', m.return_id) AS source
       FROM known JOIN blockers.blocker_mention m ON m.blocker_id = known.id
         JOIN (${effectiveReturnsSql('NULL')}) effective USING (return_id)
         JOIN returns.return_effect_ref began ON began.id = effective.rank
       UNION ALL
       SELECT a.id, known."blockerId", a.on_date, a.recorded_at, a.type, a.text, a.evidence, a.proof, a.changes, a.actor_id,
         CASE WHEN a.type = 'opened' THEN ${remarkCell('a.blocker_id')}::jsonb END
       FROM known JOIN blockers.blocker_action a ON a.blocker_id = known.id
     ) reported WHERE $2::date IS NULL OR "on" <= $2 ORDER BY "on", at, id`,
    [of, until],
  );
}

import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { Proof } from '@thongvon/land-clearance';
import { effectiveReturnsSql, type ReturnFacts } from '@thongvon/returns';
import type { HistoryEntry } from '../domain/blocker-history';
import type { BlockerEvent, Done, Named, Unnamed } from '../domain/blocker-state';
import { remarkCell } from './remark-rows';
import { officeRef } from './unit-matches';

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
  /** The one that the words mean, of a mention and of a person's words. */
  officeId: string | null;
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
         m.responsible_unit, match.organization_id AS office_id, m.due
       FROM blockers.blocker_mention m JOIN (${effectiveReturnsSql('$2')}) effective USING (return_id)
         JOIN returns.return_effect_ref began ON began.id = effective.rank
         LEFT JOIN blockers.unit_match match ON match.blocker_id = m.blocker_id AND match.unit = m.responsible_unit
       WHERE $1::uuid[] IS NULL OR m.blocker_id = ANY(ARRAY(SELECT id FROM wanted))
       UNION ALL
       SELECT a.blocker_id, a.id, a.type, a.on_date, a.recorded_at, a.text, a.evidence, a.changes, NULL, match.organization_id, NULL
       FROM blockers.blocker_action a
         LEFT JOIN blockers.unit_match match ON match.blocker_id = a.blocker_id AND match.unit = a.changes->>'responsibleUnit'
       WHERE ($1::uuid[] IS NULL OR a.blocker_id = ANY(ARRAY(SELECT id FROM wanted)))
         AND ($2::timestamptz IS NULL OR a.recorded_at <= $2)
     )
     SELECT coalesce(alias.canonical_id, reported.blocker_id) AS "blockerId",
       CASE WHEN alias.blocker_id IS NOT NULL THEN reported.blocker_id END AS "mergedFrom", reported.id, reported.type, reported."on", reported.at,
       reported.text, reported.evidence, reported.changes, reported.responsible_unit AS "responsibleUnit",
       reported.office_id AS "officeId", reported.due
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
  officeId,
  due,
}: EventRow): BlockerEvent {
  const when = { mergedFrom, on, at, id: BigInt(id) };
  if (changes !== null)
    return { type: type as Done['type'], ...when, text, evidence, changes: withOffice(changes, officeId) };
  return type === 'named'
    ? ({
        ...{ type, ...when, text: text ?? '', responsibleUnit },
        ...{ responsibleOfficeId: officeId, due },
      } satisfies Named)
    : ({ type: type as Unnamed['type'], ...when, text: text ?? '' } satisfies Unnamed);
}

/** Words that a person set go with the office that they mean, unless the person said which one it is. */
function withOffice(changes: Done['changes'], officeId: string | null): Done['changes'] {
  return changes.responsibleUnit === undefined || changes.responsibleOfficeId !== undefined
    ? changes
    : { ...changes, responsibleOfficeId: officeId };
}

/** Whose history: one blocker's (the one that goes on, if it was merged), or all of a project's up to a day. */
type Whose =
  | { readonly blockerId: string; readonly until?: PlainDate }
  | { readonly projectId: string; readonly until: PlainDate };

/** What returns that count reported and people did, oldest first, each with the blocker that it counts for. */
export function reportedAndDone(manager: EntityManager, whose: Whose): Promise<HistoryEntry[]> {
  const [wanted, of, until] =
    'blockerId' in whose
      ? ['coalesce(alias.canonical_id, b.id) = $1', whose.blockerId, whose.until ?? null]
      : ['b.project_id = $1', whose.projectId, whose.until];
  return manager.query<HistoryEntry[]>(
    `WITH known AS (
       SELECT b.id, coalesce(alias.canonical_id, b.id) AS "blockerId"
       FROM blockers.blocker b LEFT JOIN blockers.blocker_alias(NULL) alias ON alias.blocker_id = b.id WHERE ${wanted}
     )
     SELECT "blockerId", "on", at, type, text, evidence, proof, changes, "actorId", ${officeRef('reported.organization_id')} AS office, source FROM (
       SELECT m.id, known."blockerId", m.as_of AS "on", began.at, m.type, m.text, NULL AS evidence, NULL::jsonb AS proof,
         jsonb_strip_nulls(jsonb_build_object('responsibleUnit', m.responsible_unit, 'responsibleOfficeId', match.organization_id, 'due', m.due)) AS changes,
         NULL::uuid AS "actorId", NULL::uuid AS organization_id,
         coalesce(m.cells -> 0, '{"sheet": null, "cell": null}') || jsonb_build_object('returnId', m.return_id) AS source
       FROM known JOIN blockers.blocker_mention m ON m.blocker_id = known.id
         JOIN (${effectiveReturnsSql('NULL')}) effective USING (return_id)
         JOIN returns.return_effect_ref began ON began.id = effective.rank
         LEFT JOIN blockers.unit_match match ON match.blocker_id = m.blocker_id AND match.unit = m.responsible_unit
       UNION ALL
       SELECT a.id, known."blockerId", a.on_date, a.recorded_at, a.type, a.text, a.evidence, a.proof, a.changes, a.actor_id,
         a.organization_id, CASE WHEN a.type = 'opened' THEN ${remarkCell('a.blocker_id')}::jsonb END
       FROM known JOIN blockers.blocker_action a ON a.blocker_id = known.id
     ) reported WHERE $2::date IS NULL OR "on" <= $2 ORDER BY "on", at, id`,
    [of, until],
  );
}

/** A blocker is only an identity: what is known of it is said by returns and done by people (docs/adr/0030). */
export interface NewBlockerRow {
  readonly id: string;
  readonly projectId: string;
  readonly segmentId: string | null;
}

/** Appends new identities; `at`: the business clock. */
export async function insertBlockers(
  manager: EntityManager,
  rows: readonly NewBlockerRow[],
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO blockers.blocker (id, project_id, segment_id, recorded_at) SELECT id, "projectId", "segmentId", $2
     FROM jsonb_to_recordset($1) AS t (id uuid, "projectId" uuid, "segmentId" uuid)`,
    [JSON.stringify(rows), at],
  );
}

/** What a return says of a blocker. */
export interface MentionRow {
  readonly blocker_id: string;
  readonly type: 'named' | 'solved' | 'unnamed';
  readonly text: string;
  readonly responsible_unit: string | null;
  readonly due: string | null;
  readonly cells: readonly object[];
}

/** Appends what a return says of blockers, as of its date. */
export async function insertMentions(
  manager: EntityManager,
  rows: readonly MentionRow[],
  { id, reading }: Pick<ReturnFacts, 'id' | 'reading'>,
): Promise<void> {
  await manager.query(
    `INSERT INTO blockers.blocker_mention (blocker_id, return_id, type, as_of, text, responsible_unit, due, cells)
     SELECT blocker_id, $2, type, $3, text, responsible_unit, due, cells
     FROM jsonb_to_recordset($1) AS t (blocker_id uuid, type text, text text, responsible_unit text, due date, cells jsonb)`,
    [JSON.stringify(rows), id, reading.asOf],
  );
}

/** What a person did about a blocker. */
interface ActionRow extends Pick<Done, 'type' | 'on' | 'at' | 'text' | 'evidence' | 'changes'> {
  readonly blockerId: string;
  readonly actorId: string;
  /** The actor's office. */
  readonly organizationId: string;
  readonly proof: Proof | null;
  /** By which it is written down once; null: each time anew. */
  readonly once: OnceKey | null;
}

/** A key of the caller's, with the hash of what was asked for under it. */
export interface OnceKey {
  readonly clientKey: string;
  readonly requestHash: string;
}

/** The hash of what this person has done under the key, and when; undefined: nothing. */
export async function doneUnder(
  manager: EntityManager,
  actorId: string,
  clientKey: string,
): Promise<{ readonly requestHash: string; readonly at: Date } | undefined> {
  const [done] = await manager.query<{ requestHash: string; at: Date }[]>(
    `SELECT request_hash AS "requestHash", recorded_at AS at FROM blockers.blocker_action WHERE actor_id = $1 AND client_key = $2`,
    [actorId, clientKey],
  );
  return done;
}

/** Appends what a person did; nothing is derived of it here. */
export async function insertAction(manager: EntityManager, action: ActionRow): Promise<void> {
  const { blockerId, type, on, at, actorId, organizationId, text, evidence, proof, changes, once } = action;
  await manager.query(
    `INSERT INTO blockers.blocker_action (blocker_id, type, on_date, recorded_at, actor_id, organization_id, text, evidence, proof, changes, client_key, request_hash)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      blockerId,
      type,
      on,
      at,
      actorId,
      organizationId,
      text,
      evidence,
      proof && JSON.stringify(proof),
      JSON.stringify(changes),
      ...[once?.clientKey, once?.requestHash],
    ],
  );
}

interface AnswerRow {
  readonly type: Done['type'];
  /** The id of the proposal. */
  readonly proposal: string;
  readonly organizationId: string;
}

/** Whether people of this office have answered this proposal of the blocker so. */
export async function wasAnswered(
  manager: EntityManager,
  blockerId: string,
  { type, proposal, organizationId }: AnswerRow,
): Promise<boolean> {
  const found = await manager.query<object[]>(
    `SELECT FROM blockers.blocker_action
     WHERE blocker_id = $1 AND type = $2 AND changes->'proposal'->>'of' = $3 AND organization_id = $4`,
    [blockerId, type, proposal, organizationId],
  );
  return found.length > 0;
}

/** That a blocker goes on as another one, or (`into` null) that it is one of its own again. */
export async function insertMerger(
  manager: EntityManager,
  merger: { id: string; into: string | null; reason: string; actorId: string; at: Date },
): Promise<void> {
  const { id, into, reason, actorId, at } = merger;
  await manager.query(
    `INSERT INTO blockers.blocker_merger (blocker_id, into_id, reason, actor_id, recorded_at) VALUES ($1, $2, $3, $4, $5)`,
    [id, into, reason, actorId, at],
  );
}

import type { EntityManager } from 'typeorm';
import type { BlockerCause, DecidingLevel } from '@thongvon/api-contract';
import { type Dong, dongOf, matchKey, type PlainDate } from '@thongvon/kernel';
import { changedReturnsSql } from '@thongvon/returns';
import type { BlockerPosition } from '../domain/blocker-history';

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
  responsible_office_id: 'uuid',
  turn_since: 'date',
  due_proposal: 'jsonb',
  handover_proposal: 'jsonb',
  handover_to: 'uuid',
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
    responsible_office_id: position.responsibleOfficeId,
    turn_since: position.turnSince,
    due_proposal: position.dueProposal,
    handover_proposal: position.handoverProposal,
    handover_to: position.handoverProposal?.to ?? null,
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
  /** What a person set that it holds. */
  readonly setAmount: Dong | null;
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
export async function settledBlockers(
  manager: EntityManager,
  asOf: PlainDate,
  touched: readonly string[],
): Promise<KnownBlocker[]> {
  const rows = await manager.query<(Omit<KnownBlocker, 'setAmount'> & { setAmount: string | null })[]>(
    `SELECT blocker_id AS id, project_id AS "projectId", segment_id AS "segmentId", description, cause,
       responsible_unit AS "responsibleUnit", responsible_person AS "responsiblePerson", deciding_level AS "decidingLevel",
       contractor, opened_on AS "openedOn", due, last_action_on AS "lastActionOn", last_action AS "lastAction", reopened,
       held_amount AS "setAmount"
     FROM blockers.blocker_position
     WHERE open AND valid_from <= $1 AND valid_to > $1 AND blocker_id <> ALL($2::uuid[])`,
    [asOf, touched],
  );
  return rows.map((row) => ({ ...row, setAmount: dongOf(row.setAmount) }));
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

async function idsOf(manager: EntityManager, sql: string, parameter: Date | string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(sql, [parameter]);
  return rows.map(({ id }) => id);
}

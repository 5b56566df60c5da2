import type { EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import type { BlockerPosition } from '../domain/blocker-history';

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

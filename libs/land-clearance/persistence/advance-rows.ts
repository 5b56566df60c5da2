import type { EntityManager } from 'typeorm';
import type { AdvanceMove } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { PROJECT_REF, type ProjectRef, visibleClearance } from '@thongvon/projects';
import { advanceClock, type AdvanceOnDay } from '../domain/law/money-clock';

interface AdvanceRow {
  id: string;
  project: ProjectRef;
  amount: string;
  advancedOn: PlainDate;
  document: string | null;
  settled: string;
  returned: string;
}

const ADVANCE_COLUMNS = `a.advance_id AS id, ${PROJECT_REF} AS project,
  a.amount, a.on_date AS "advancedOn", a.document, moved.settled, moved.returned`;

/** SQL: advances `a` of projects `p`, with what had been settled and returned by the day. */
function advancesOn(day: string): string {
  return `land_clearance.clearance_advance_entry a JOIN projects.project_ref p ON p.id = a.project_id
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(m.amount) FILTER (WHERE m.type = 'settled'), 0) AS settled,
        coalesce(sum(m.amount) FILTER (WHERE m.type = 'returned'), 0) AS returned
      FROM land_clearance.clearance_advance_entry m WHERE m.advance_id = a.advance_id AND m.type <> 'advanced' AND m.on_date <= ${day}
    ) moved`;
}

function onDay({ id, project, document, advancedOn, ...money }: AdvanceRow, asOf: PlainDate): AdvanceOnDay {
  const [amount, settled, returned] = [BigInt(money.amount), BigInt(money.settled), BigInt(money.returned)];
  const advance = { amount, advancedOn, settled, returned };
  return { id, project, document, ...advance, ...advanceClock(advance, asOf) };
}

/** Advances in sight that were given by the day, oldest first. `q` searches project names and codes. */
export async function listedAdvances(
  manager: EntityManager,
  actor: Actor,
  {
    asOf,
    q,
    projectId,
  }: { readonly asOf: PlainDate; readonly q?: string | undefined; readonly projectId?: string | undefined },
): Promise<AdvanceOnDay[]> {
  const where = visibleClearance(actor)
    .matchingAny(['p.name_key', 'p.code'], q)
    .also(`a.type = 'advanced'`)
    .and((day) => `a.on_date <= ${day}::date`, asOf);
  if (projectId !== undefined) where.and((id) => `a.project_id = ${id}`, projectId);
  const rows = await manager.query<AdvanceRow[]>(
    `SELECT ${ADVANCE_COLUMNS} FROM ${advancesOn(`${where.parameter(asOf)}::date`)} WHERE ${where.sql}
     ORDER BY a.on_date, a.id`,
    [...where.parameters],
  );
  return rows.map((row) => onDay(row, asOf));
}

/** Whoever moves an advance of the same project waits until this transaction ends. */
export async function lockProjectOfAdvance(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    `SELECT FROM projects.project_ref WHERE id IN (SELECT project_id FROM land_clearance.clearance_advance_entry WHERE advance_id = $1) FOR NO KEY UPDATE`,
    [id],
  );
}

/** What is left of an advance in sight; undefined: there is none. */
export async function visibleAdvance(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ readonly projectId: string; readonly on: PlainDate; readonly left: Dong } | undefined> {
  const where = visibleClearance(actor)
    .and((value) => `a.advance_id = ${value}`, id)
    .also(`a.type = 'advanced'`);
  const [found] = await manager.query<{ projectId: string; on: PlainDate; left: string }[]>(
    `SELECT a.project_id AS "projectId", a.on_date AS "on", a.amount - moved.settled - moved.returned AS "left"
     FROM ${advancesOn(`'infinity'::date`)} WHERE ${where.sql}`,
    [...where.parameters],
  );
  return found && { ...found, left: BigInt(found.left) };
}

/** Money of an advance: given, settled with papers, or returned. */
export interface Moved {
  readonly amount: Dong;
  readonly on: PlainDate;
  readonly document: string | null;
}

export interface AdvanceEntryRow extends Moved {
  readonly id: string;
  readonly projectId: string;
  readonly type: 'advanced' | AdvanceMove;
}

/** Appends an entry of an advance; `at`: the business clock. */
export async function insertAdvance(
  manager: EntityManager,
  entry: AdvanceEntryRow,
  actorId: string,
  at: Date,
): Promise<void> {
  await manager.query(
    `INSERT INTO land_clearance.clearance_advance_entry (advance_id, project_id, type, amount, on_date, document, actor_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [entry.id, entry.projectId, entry.type, entry.amount, entry.on, entry.document, actorId, at],
  );
}

/** Every compensation advance, whoever holds the project, of which something is still out on the day, with its clock. */
export async function outstandingAdvances(manager: EntityManager, on: PlainDate): Promise<AdvanceOnDay[]> {
  const rows = await manager.query<AdvanceRow[]>(
    `SELECT ${ADVANCE_COLUMNS} FROM ${advancesOn('$1::date')}
     WHERE a.type = 'advanced' AND a.on_date <= $1::date ORDER BY a.on_date, a.id`,
    [on],
  );
  return rows.map((row) => onDay(row, on)).filter(({ state }) => state !== 'settled');
}

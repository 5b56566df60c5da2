import type { EntityManager } from 'typeorm';
import type { AdvanceMove, AdvanceView, ProjectRefView } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { advanceClock } from '../domain/law/money-clock';
import { PROJECT_REF, visibleClearance } from '@thongvon/projects';

interface AdvanceRow {
  id: string;
  project: ProjectRefView;
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

/** An advance as the API shows it, with its clock on the day. */
export function toAdvanceView(row: AdvanceRow, asOf: PlainDate): AdvanceView {
  const { amount, settled, returned, advancedOn } = row;
  const { outstanding, ...clock } = advanceClock(
    { amount: BigInt(amount), settled: BigInt(settled), returned: BigInt(returned), advancedOn },
    asOf,
  );
  return { ...row, ...clock, outstanding: outstanding.toString() };
}

/** Advances in sight that were given by the day, oldest first. `q` searches project names and codes. */
export function listedAdvances(
  manager: EntityManager,
  actor: Actor,
  {
    asOf,
    q,
    projectId,
  }: { readonly asOf: PlainDate; readonly q?: string | undefined; readonly projectId?: string | undefined },
): Promise<AdvanceRow[]> {
  const where = visibleClearance(actor)
    .matchingAny(['p.name_key', 'p.code'], q)
    .also(`a.type = 'advanced'`)
    .and((day) => `a.on_date <= ${day}::date`, asOf);
  if (projectId !== undefined) where.and((id) => `a.project_id = ${id}`, projectId);
  return manager.query<AdvanceRow[]>(
    `SELECT ${ADVANCE_COLUMNS} FROM ${advancesOn(`${where.parameter(asOf)}::date`)} WHERE ${where.sql}
     ORDER BY a.on_date, a.id`,
    [...where.parameters],
  );
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
): Promise<{ readonly projectId: string; readonly on: PlainDate; readonly left: string } | undefined> {
  const where = visibleClearance(actor)
    .and((value) => `a.advance_id = ${value}`, id)
    .also(`a.type = 'advanced'`);
  const [found] = await manager.query<{ projectId: string; on: PlainDate; left: string }[]>(
    `SELECT a.project_id AS "projectId", a.on_date AS "on", a.amount - moved.settled - moved.returned AS "left"
     FROM ${advancesOn(`'infinity'::date`)} WHERE ${where.sql}`,
    [...where.parameters],
  );
  return found;
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
export async function outstandingAdvances(manager: EntityManager, on: PlainDate): Promise<AdvanceView[]> {
  const rows = await manager.query<AdvanceRow[]>(
    `SELECT ${ADVANCE_COLUMNS} FROM ${advancesOn('$1::date')}
     WHERE a.type = 'advanced' AND a.on_date <= $1::date ORDER BY a.on_date, a.id`,
    [on],
  );
  return rows.map((row) => toAdvanceView(row, on)).filter(({ state }) => state !== 'settled');
}

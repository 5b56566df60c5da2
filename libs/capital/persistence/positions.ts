import type { EntityManager } from 'typeorm';
import { formatInstant, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { FIGURE_COLUMNS, figuresAsKnownSql } from './figures/figures-sql';
import { countChange, type CourseStep } from './figures/stored-courses';
import { planAsKnownSql } from './plan/plan-sql';

/** The projects of which the return has entries in the plan ledger, locked until the transaction ends, so that two at once agree. */
export function lockPlannedProjects(manager: EntityManager, returnId: string): Promise<string[]> {
  return lockProjects(manager, 'SELECT project_id FROM capital.allocation WHERE return_id = $1', returnId);
}

/** The projects of which the return has figures, likewise. */
export function lockReportedProjects(manager: EntityManager, returnId: string): Promise<string[]> {
  return lockProjects(manager, 'SELECT project_id FROM capital.figure WHERE return_id = $1', returnId);
}

/** The years of whose plan the return has entries. */
export async function plannedYearsOf(manager: EntityManager, returnId: string): Promise<PlanYear[]> {
  const rows = await manager.query<{ year: PlanYear }[]>(
    'SELECT DISTINCT plan_year AS year FROM capital.allocation WHERE return_id = $1',
    [returnId],
  );
  return rows.map(({ year }) => year);
}

async function lockProjects(manager: EntityManager, which: string, returnId: string): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM projects.project_ref WHERE id IN (${which}) ORDER BY id FOR NO KEY UPDATE`,
    [returnId],
  );
  return rows.map(({ id }) => id);
}

/** Lets one transaction at a time write what is derived, until it ends; readers go on. */
export async function lockPositions(manager: EntityManager): Promise<void> {
  await manager.query(
    'LOCK TABLE capital.plan_position, capital.disbursement_position, capital.project_standing IN SHARE ROW EXCLUSIVE MODE',
  );
}

const PLAN_COLUMNS =
  'project_id, plan_year, plan_type, source_code, valid_from, valid_to, amount, allocation_id';

/** Derives the plan in force of these projects, or of all (null), in the place of what was derived before. */
export async function replacePlanPositions(
  manager: EntityManager,
  projectIds: readonly string[] | null,
): Promise<void> {
  await manager.query('DELETE FROM capital.plan_position WHERE $1::uuid[] IS NULL OR project_id = ANY($1)', [
    projectIds,
  ]);
  await manager.query(
    `INSERT INTO capital.plan_position (${PLAN_COLUMNS})
     SELECT ${PLAN_COLUMNS} FROM (${planAsKnownSql('$2', '$1')}) known`,
    [projectIds, null],
  );
}

/** A part of the derived figures that the ledger can give by itself; null stands for all of it. */
interface Part {
  readonly projectIds: readonly string[] | null;
  /** Figures that hold from this date on. */
  readonly since: PlainDate | null;
}

/**
 * Derives the figures in force of that part, in the place of what was derived before. What it changes of what offices have disbursed from
 * day to day, as projects are counted until now; of all of them nothing: what offices have is counted anew after that.
 */
export async function replaceFigurePositions(
  manager: EntityManager,
  { projectIds, since }: Part,
): Promise<CourseStep[]> {
  const gone = `DELETE FROM capital.disbursement_position
     WHERE ($1::uuid[] IS NULL OR project_id = ANY($1)) AND ($2::date IS NULL OR valid_from >= $2)`;
  const come = `INSERT INTO capital.disbursement_position (${FIGURE_COLUMNS})
     SELECT ${FIGURE_COLUMNS} FROM (${figuresAsKnownSql('NULL', '$1', '$2')}) known`;
  const of = [projectIds, since];
  if (projectIds !== null)
    return [...(await countChange(manager, gone, -1, of)), ...(await countChange(manager, come, 1, of))];
  await manager.query(gone, of);
  await manager.query(come, of);
  return [];
}

/** The earliest date whose figures a return can change: its own, or that of what held until then; null: it has none. */
export async function firstChanged(manager: EntityManager, returnId: string): Promise<PlainDate | null> {
  const [row] = await manager.query<{ since: PlainDate | null }[]>(
    `SELECT least(min(f.as_of), min(p.valid_from)) AS since
     FROM capital.figure f LEFT JOIN capital.disbursement_position p
       ON (p.project_id, p.plan_year, p.plan_type, p.basis) = (f.project_id, f.plan_year, f.plan_type, f.basis)
         AND p.valid_to >= f.as_of
     WHERE f.return_id = $1`,
    [returnId],
  );
  return row?.since ?? null;
}

/**
 * Through which approval (business clock) the derived figures are computed, and whether some approval still waits for
 * it. What is known at an instant is derived from the ledgers, so nothing of it waits.
 */
export async function computedThrough(
  manager: EntityManager,
  knownAt: Date | undefined,
): Promise<{ computedThrough: string | null; computing: boolean; stale: boolean }> {
  const [row] = await manager.query<{ through: Date | null; waiting: boolean }[]>(
    `WITH waiting AS (SELECT subject FROM platform.work_intent_ref WHERE job = 'recompute-positions' AND done_at IS NULL)
     SELECT (SELECT max(at) FROM returns.return_effect_ref WHERE return_id NOT IN (SELECT subject FROM waiting)
         AND ($1::timestamptz IS NULL OR at <= $1)) AS through,
       EXISTS (SELECT FROM waiting) AS waiting`,
    [knownAt ?? null],
  );
  const computing = knownAt === undefined && (row?.waiting ?? false);
  return {
    computedThrough: row?.through ? formatInstant(row.through) : null,
    computing,
    // The older name. How old figures are is the reckoning's to say.
    stale: computing,
  };
}

import type { EntityManager } from 'typeorm';
import { formatInstant, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { withoutLoops } from '@thongvon/platform';
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
  const [of, ids, values] =
    projectIds === null ? ['', 'NULL', []] : [' WHERE project_id = ANY($1)', '$1', [projectIds]];
  await manager.query(`DELETE FROM capital.plan_position${of}`, values);
  await manager.query(
    `INSERT INTO capital.plan_position (${PLAN_COLUMNS}) SELECT ${PLAN_COLUMNS} FROM (${planAsKnownSql('NULL', ids)}) known`,
    values,
  );
}

/** A part of the derived figures that the ledger can give by itself: of these projects, those that hold from this date on. */
interface Part {
  readonly projectIds: readonly string[];
  readonly since: PlainDate;
}

/**
 * Derives the figures in force of that part, in the place of what was derived before. What it changes of what offices have disbursed from
 * day to day, as projects are counted until now; of all of them (null) nothing: what offices have is counted anew after that.
 */
export async function replaceFigurePositions(
  manager: EntityManager,
  part: Part | null,
): Promise<CourseStep[]> {
  const values = part === null ? [] : [part.projectIds, part.since];
  const [of, ids, since] =
    part === null ? ['', 'NULL', 'NULL'] : [' WHERE project_id = ANY($1) AND valid_from >= $2', '$1', '$2'];
  const gone = `DELETE FROM capital.disbursement_position${of}`;
  const come = `INSERT INTO capital.disbursement_position (${FIGURE_COLUMNS})
     SELECT ${FIGURE_COLUMNS} FROM (${figuresAsKnownSql('NULL', ids, since)}) known`;
  if (part !== null)
    return [
      ...(await countChange(manager, gone, -1, values)),
      ...(await countChange(manager, come, 1, values)),
    ];
  await manager.query(gone);
  await manager.query(come);
  return [];
}

/** What a return can change of what is derived from figures. */
interface Change {
  /** The earliest date whose figures it can change: its own, or that of what held until then. */
  readonly since: PlainDate;
  /** The years of which it has figures that boards report, or by which those are split: what the Treasury states. */
  readonly planYears: readonly PlanYear[];
}

/** Of a return that has figures, all of these projects. */
export async function changeOf(
  manager: EntityManager,
  returnId: string,
  projectIds: readonly string[],
): Promise<Change> {
  const key = 'project_id, plan_year, plan_type, basis';
  const [change] = await withoutLoops(manager, () =>
    manager.query<[Change]>(
      `WITH own AS MATERIALIZED (
         SELECT ${key}, as_of FROM capital.figure WHERE return_id = $1 AND project_id = ANY($2)
       ),
       held AS MATERIALIZED (
         SELECT ${key}, valid_from, valid_to FROM capital.disbursement_position
         WHERE project_id = ANY($2) AND valid_to >= (SELECT min(as_of) FROM own)
       )
       SELECT least(min(as_of), (
           SELECT min(valid_from) FROM held JOIN own USING (${key}) WHERE valid_to >= as_of
         )) AS since,
         coalesce(array_agg(DISTINCT plan_year) FILTER (WHERE basis IN ('reported', 'treasury')), '{}') AS "planYears"
       FROM own`,
      [returnId, projectIds],
    ),
  );
  return change;
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

import type { EntityManager } from 'typeorm';
import { dongOf, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import { HELD_BY, joinFormerHolder } from '@thongvon/projects';
import { changedReturnsSql, effectiveReturnsSql } from '@thongvon/returns';
import type { PlacedPart } from '../../domain/figures/cumulative-order';
import type { Cut } from '../../domain/figures/cumulative-parts';
import type { FigureOfType, StandingFigure } from '../../domain/figures/figure-changes';
import type { Basis } from '../../domain/figures/figures-query';

/**
 * SQL for the figures in force as known at an instant: rows (project_id, plan_year, plan_type, basis, source_code,
 * valid_from, valid_to, disbursed, completed, advance, figure_id). The one definition of the rule;
 * `disbursement_position` is its result as known now.
 *
 * For each project, year, plan type and basis, one return speaks for a date: the last approved of those with that
 * as-of date, with all its sources. It holds until the next as-of date. So a table by source and one without never add up.
 *
 * `knownAt` is a placeholder for an instant or null, `projects` one for ids, `since` one for a date: only figures dated from then on,
 * which is enough for every `valid_from` from then on. (Its value is kept from the planner, whose statistics lag behind the newest date:
 * expecting nothing, it would join by nested loops.) `without` is one for ids of returns that are left aside. Without one of these,
 * NULL, all are meant: that isn't left to a value, so that a kept plan reads what is asked for.
 */
export function figuresAsKnownSql(
  knownAt: string,
  projects: string,
  since = 'NULL',
  without = 'NULL',
): string {
  const given = (value: string, condition: string): string => (value === 'NULL' ? 'true' : condition);
  return `
    WITH effective AS (${effectiveReturnsSql(knownAt)}),
    reported AS (
      SELECT f.*, rank,
        max(rank) OVER (PARTITION BY project_id, plan_year, plan_type, basis, as_of) AS speaker
      FROM capital.figure f JOIN effective USING (return_id)
      WHERE ${given(projects, `project_id = ANY(${projects}::uuid[])`)} AND ${given(since, `as_of >= (SELECT ${since}::date)`)}
        AND ${given(without, `return_id <> ALL(${without}::uuid[])`)}
    )
    SELECT project_id, plan_year, plan_type, basis, source_code, as_of AS valid_from,
      coalesce(min(as_of) OVER next_date, 'infinity') AS valid_to, disbursed, completed, advance, id AS figure_id
    FROM reported WHERE rank = speaker
    WINDOW next_date AS (
      PARTITION BY project_id, plan_year, plan_type, basis ORDER BY as_of GROUPS BETWEEN 1 FOLLOWING AND 1 FOLLOWING
    )`;
}

/** Columns of figures in force, here and in `disbursement_position`. */
export const FIGURE_COLUMNS =
  'project_id, plan_year, plan_type, basis, source_code, valid_from, valid_to, disbursed, completed, advance, figure_id';

/**
 * SQL for the rows of `figuresAsKnownSql`, derived only for the projects in `changed` (a placeholder for ids, at least
 * those of `projectsWithChangedFigures`) and read from `disbursement_position` for all others: so that what it costs doesn't
 * grow with all that was ever reported.
 */
export function positionsAsKnownSql(knownAt: string, changed: string): string {
  return `
    SELECT ${FIGURE_COLUMNS} FROM capital.disbursement_position WHERE project_id <> ALL(${changed}::uuid[])
    UNION ALL
    SELECT ${FIGURE_COLUMNS} FROM (${figuresAsKnownSql(knownAt, changed)}) known`;
}

/** Ids of the projects of which the derived figures may say otherwise than was known at the instant. */
export function projectsWithChangedFigures(manager: EntityManager, knownAt: Date): Promise<string[]> {
  return projectsOfChangedReturns(manager, knownAt, ['capital.figure']);
}

/** The same of the derived figures or the derived plan. */
export function projectsWithChangedLedgers(manager: EntityManager, knownAt: Date): Promise<string[]> {
  return projectsOfChangedReturns(manager, knownAt, ['capital.figure', 'capital.allocation']);
}

/** As an array: few returns have changed since, or none; PostgreSQL would expect many of a set, and go through the ledger. */
async function projectsOfChangedReturns(
  manager: EntityManager,
  knownAt: Date,
  ledgers: readonly string[],
): Promise<string[]> {
  const changed = `ARRAY(${changedReturnsSql('$1')})`;
  const entries = ledgers.map(
    (ledger) => `SELECT project_id AS id FROM ${ledger} WHERE return_id = ANY (${changed})`,
  );
  const rows = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT id FROM (${entries.join(' UNION ALL ')}) entry`,
    [knownAt],
  );
  return rows.map(({ id }) => id);
}

interface Question {
  readonly planYear: PlanYear;
  readonly basis: Basis;
  readonly on: PlainDate;
}

/** Projects of returns that count or don't count any more and are not derived yet: they are asked of the ledger. */
export async function notDerived(manager: EntityManager): Promise<string[]> {
  const waiting = await manager.query<{ id: string }[]>(
    `SELECT subject AS id FROM platform.work_intent_ref WHERE job = 'recompute-positions' AND done_at IS NULL`,
  );
  // Mostly none; and asked for by their ids, their figures are never looked for among all.
  if (waiting.length === 0) return [];
  const rows = await manager.query<{ id: string }[]>(
    'SELECT DISTINCT project_id AS id FROM capital.figure WHERE return_id = ANY($1)',
    [waiting.map(({ id }) => id)],
  );
  return rows.map(({ id }) => id);
}

/**
 * SQL of what figures `f` say by source `s`: amounts as texts, since numbers of JSON are no whole đồng. `cells`: SQL of where they
 * stand, which is most of what there is to say of them; undefined: nobody asks.
 */
export const partsSql = (cells?: string): string =>
  `json_agg(json_build_object('source', f.source_code, 'label', s.label, 'disbursed', f.disbursed::text, 'completed', f.completed::text,
    'advance', f.advance::text${cells === undefined ? '' : `, 'cells', ${cells}`}) ORDER BY f.source_code)`;

export interface WrittenPart extends Pick<PlacedPart, 'source' | 'label'> {
  readonly cells?: PlacedPart['cells'];
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
}

export function partsOf(parts: readonly WrittenPart[]): PlacedPart[] {
  return parts.map(({ source, label, cells = {}, disbursed, completed, advance }) => ({
    source,
    label,
    cells,
    disbursed: dongOf(disbursed),
    completed: dongOf(completed),
    advance: dongOf(advance),
  }));
}

/** What is in force on a day of these projects, and of all of which the ending returns tell. */
export async function figuresInForce(
  manager: EntityManager,
  { planYear, basis, on }: Question,
  projectIds: readonly string[],
  ending: readonly string[],
): Promise<StandingFigure[]> {
  const rows = await manager.query<(Omit<StandingFigure, 'parts'> & { parts: readonly WrittenPart[] })[]>(
    `WITH ending AS MATERIALIZED (SELECT DISTINCT project_id FROM capital.figure WHERE return_id = ANY($6))
     SELECT p.id AS "projectId", p.code, p.name, f.plan_type AS "planType", sum(f.disbursed)::text AS disbursed,
       p.id IN (SELECT project_id FROM ending) AS ends, bool_or(f.valid_from = $4) AS "sameDay", ${partsSql()} AS parts
     FROM (${positionsAsKnownSql('NULL', '$1')}) f JOIN projects.project_ref p ON p.id = f.project_id
       LEFT JOIN projects.source_ref s ON s.code = f.source_code
     WHERE f.plan_year = $2 AND f.basis = $3 AND f.valid_from <= $4 AND f.valid_to > $4
       AND (f.project_id = ANY($5) OR f.project_id IN (SELECT project_id FROM ending))
     GROUP BY p.id, p.code, p.name, f.plan_type`,
    [await notDerived(manager), planYear, basis, on, projectIds, ending],
  );
  return rows.map(({ parts, ...figure }) => ({ ...figure, parts: partsOf(parts) }));
}

/** What would be in force on that day, without the ending returns, of all of which they tell. */
export async function figuresWithout(
  manager: EntityManager,
  { planYear, basis, on }: Question,
  ending: readonly string[],
): Promise<Pick<FigureOfType, 'projectId' | 'planType' | 'disbursed'>[]> {
  const reported = await manager.query<{ id: string }[]>(
    `SELECT DISTINCT project_id AS id FROM capital.figure WHERE return_id = ANY($1)`,
    [ending],
  );
  return manager.query<Pick<FigureOfType, 'projectId' | 'planType' | 'disbursed'>[]>(
    `SELECT project_id AS "projectId", plan_type AS "planType", sum(disbursed)::text AS disbursed
     FROM (${figuresAsKnownSql('NULL', '$1', 'NULL', '$2')}) f
     WHERE plan_year = $3 AND basis = $4 AND valid_from <= $5 AND valid_to > $5
     GROUP BY project_id, plan_type`,
    [reported.map(({ id }) => id), ending, planYear, basis, on],
  );
}

/** From which later day another figure of the project speaks for a plan type, so that a change of this day ends there. */
interface NextFigure {
  readonly projectId: string;
  readonly planType: PlanType;
  readonly on: PlainDate;
}

/** The next figures of these projects, and of all of which the ending returns tell, after a day. */
export async function figuresAfter(
  manager: EntityManager,
  { planYear, basis, on }: Question,
  projectIds: readonly string[],
  ending: readonly string[],
): Promise<NextFigure[]> {
  return manager.query<NextFigure[]>(
    `SELECT f.project_id AS "projectId", f.plan_type AS "planType", min(f.valid_from) AS on
     FROM (${positionsAsKnownSql('NULL', '$1')}) f
     WHERE f.plan_year = $2 AND f.basis = $3 AND f.valid_from > $4 AND (f.project_id = ANY($5)
       OR f.project_id IN (SELECT project_id FROM capital.figure WHERE return_id = ANY($6)))
     GROUP BY f.project_id, f.plan_type`,
    [await notDerived(manager), planYear, basis, on, projectIds, ending],
  );
}

/**
 * What these offices' projects on a day, and the touched ones, have of a cumulative of a plan type on that day; whole đồng. Of a
 * source what is said to be of it. `inPlan`: of those that the plan of the year names on that day.
 */
export async function cumulativeTotal(
  manager: EntityManager,
  { planYear, basis, on }: Question,
  { planType, measure, source }: Cut & { readonly planType: PlanType },
  {
    scope,
    touched,
    inPlan,
  }: { readonly scope: readonly string[]; readonly touched: readonly string[]; readonly inPlan: boolean },
): Promise<bigint> {
  const [row] = await manager.query<{ total: string }[]>(
    `SELECT coalesce(sum(f.${measure}), 0)::text AS total
     FROM (${positionsAsKnownSql('NULL', '$1')}) f JOIN projects.project_ref p ON p.id = f.project_id ${joinFormerHolder('$4::date')}
     WHERE f.plan_year = $2 AND f.basis = $3 AND f.valid_from <= $4 AND f.valid_to > $4 AND f.plan_type = $5
       AND (${HELD_BY} = ANY($6) OR p.id = ANY($7)) AND ($8::text IS NULL OR f.source_code = $8)
       AND (NOT $9::boolean OR f.project_id IN (
         SELECT project_id FROM capital.plan_position WHERE plan_year = $2 AND valid_from <= $4 AND valid_to > $4
       ))`,
    [await notDerived(manager), planYear, basis, on, planType, scope, touched, source, inPlan],
  );
  return BigInt(row?.total ?? 0);
}

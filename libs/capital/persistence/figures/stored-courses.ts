import type { EntityManager } from 'typeorm';
import { type PlainDate, type PlanType, type PlanYear, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { forgetHolderChanges, holderChangedSql, takeHolderChanges } from '@thongvon/projects';
import type { Basis, FiguresQuery } from '../../domain/figures/figures-query';
import { AFTER_ALL, ALL_SOURCES, COUNTING, COURSE_KEY, countingSql, stepsSql } from './course-sql';
import { countedTypes } from './positions-sql';
import { daySql, laterSql, type QueryOnDay } from './stored-standings';

/** The name of what is stored here among what has been derived whole. */
const STORED = 'office_course';

/** Of so many projects that are counted otherwise on a day, deriving all is no dearer. */
const FEW = 2_000;

/** Of the plan that is in force with no end. */
const NOW = `'${AFTER_ALL}'::date`;

/** What `capital.office_course` can answer of a day: all but the projects that were counted otherwise then. */
export interface StoredCourse {
  readonly otherwise: readonly string[];
}

/**
 * Which projects are counted otherwise on the day than `capital.office_course` counts them: another office held them, or their plan was
 * of other sources, or there was none; and those whose sources are open where one is asked for. Null: all is to be derived, because so
 * many are, or it is asked what was known earlier, or an upgrade has not stored all yet. Read it in the transaction of the question.
 */
export async function storedCourseFor(
  manager: EntityManager,
  actor: Actor,
  query: QueryOnDay,
): Promise<StoredCourse | null> {
  if (query.knownAt !== undefined) return null;
  const parameters = new Conditions();
  const year = `${parameters.parameter(query.planYear)}::int`;
  const scope = `ANY(${parameters.parameter(actor.scope)}::uuid[])`;
  const basis = `${parameters.parameter(query.basis)}::text`;
  const asked = daySql(query, parameters);
  const day = typeof query.asOf === 'string' ? asked : '(SELECT day FROM asked)';
  const same = query.source === undefined ? 'office_id' : 'office_id, sources, gives';
  const of = (alias: string): string => same.replaceAll(/\w+/g, (column) => `${alias}.${column}`);
  const changed = `(
    SELECT project_id FROM capital.plan_position WHERE plan_year = ${year} AND ${laterSql('valid_from', day)}
    UNION SELECT project_id FROM (${holderChangedSql(day)}) changed)`;
  const rows = await manager.query<{ id: string | null }[]>(
    `WITH asked AS MATERIALIZED (SELECT ${asked} AS day),
     changed AS MATERIALIZED ${changed},
     on_day AS MATERIALIZED (${countingSql(`plan_year = ${year} AND project_id IN (SELECT project_id FROM changed)`, day)}),
     now AS (
       SELECT * FROM capital.project_course WHERE plan_year = ${year} AND project_id IN (SELECT project_id FROM changed)
     )
     SELECT NULL AS id WHERE NOT EXISTS (SELECT FROM capital.derivation WHERE name = '${STORED}')
     UNION ALL
     (SELECT project_id FROM on_day FULL JOIN now USING (project_id)
      WHERE (on_day.office_id = ${scope} OR now.office_id = ${scope}) AND (${of('on_day')}) IS DISTINCT FROM (${of('now')})
      UNION
      SELECT project_id FROM capital.project_course
      WHERE plan_year = ${year} AND open <> '{}' AND ${basis} = ANY(open) AND office_id = ${scope} AND ${String(query.source !== undefined)}
      LIMIT ${String(FEW)})`,
    [...parameters.parameters],
  );
  const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]));
  return ids.length < rows.length || ids.length >= FEW ? null : { otherwise: ids };
}

/** SQL for what is stored of the actor's offices, less what is stored of the projects that were counted otherwise: rows (day, disbursed, known, steps). */
export function storedStepsSql(
  { otherwise }: StoredCourse,
  actor: Actor,
  query: FiguresQuery,
  parameters: Conditions,
): string {
  const scope = `ANY(${parameters.parameter(actor.scope)}::uuid[])`;
  const year = `${parameters.parameter(query.planYear)}::int`;
  const basis = `${parameters.parameter(query.basis)}::text`;
  const type = query.planType === undefined ? 'true' : `plan_type = ${parameters.parameter(query.planType)}`;
  const lines = `source_code = ${parameters.parameter(query.source ?? ALL_SOURCES)}::text
      AND ${countedTypes(query.denominator)} AND ${type} AND day <= ${parameters.parameter(query.asOf)}::date`;
  const stored = `SELECT day, disbursed, known, steps FROM capital.office_course
      WHERE plan_year = ${year} AND basis = ${basis} AND office_id = ${scope} AND ${lines}`;
  if (otherwise.length === 0) return stored;
  const ids = `ANY(${parameters.parameter(otherwise)}::uuid[])`;
  const theirs = stepsSql(
    `SELECT *, -1 AS sign FROM capital.disbursement_position
         WHERE project_id = ${ids} AND plan_year = ${year} AND basis = ${basis}`,
    `SELECT *, 1 AS sign FROM capital.project_course
         WHERE project_id = ${ids} AND plan_year = ${year} AND office_id = ${scope}`,
  );
  return `${stored} UNION ALL SELECT day, disbursed, known, steps FROM (${theirs}) theirs WHERE ${lines}`;
}

/** By how much rows of `capital.office_course` change. Amounts are whole đồng as text. */
export interface CourseStep {
  readonly plan_year: PlanYear;
  readonly basis: Basis;
  readonly source_code: string;
  readonly plan_type: PlanType;
  readonly office_id: string;
  readonly day: PlainDate;
  readonly disbursed: string;
  readonly known: number;
  readonly steps: number;
}

/**
 * `change` is SQL that deletes (`sign` -1) or inserts (1) positions of the projects in its first parameter. What that changes, as the
 * projects are counted until now.
 */
export function countChange(
  manager: EntityManager,
  change: string,
  sign: -1 | 1,
  parameters: readonly unknown[],
): Promise<CourseStep[]> {
  const figures = `SELECT *, ${String(sign)} AS sign FROM position`;
  // By its key for each position: of what was just written the planner expects a row or two, however many there are.
  const counting = 'SELECT *, 1 AS sign FROM capital.project_course';
  return manager.query<CourseStep[]>(
    `WITH position AS (${change} RETURNING *) ${stepsSql(figures, counting)}`,
    [...parameters],
  );
}

/** How a project is counted, before (`sign` -1) or from now on (1). */
interface Counting {
  readonly project_id: string;
  readonly sign: -1 | 1;
}

const STEPS = `jsonb_to_recordset($1) AS step (plan_year int, basis text, source_code text, plan_type text, office_id uuid, day date,
         disbursed numeric, known int, steps int)`;
const COUNTED = `jsonb_to_recordset($1) AS counting (project_id uuid, plan_year int, office_id uuid, sources text[], gives jsonb,
         open text[], sign int)`;
const KEY = COURSE_KEY.join(', ');

/** What has changed of which projects. */
export interface Recomputed {
  readonly projectIds: readonly string[];
  /** Figures from this date on; null: the plan. */
  readonly since: PlainDate | null;
}

/**
 * Counts these projects, which the transaction has locked, as their plan, figures and holder now say, and with them those whose holder
 * has changed; after `steps` that were counted as until now. Nothing is waited for: rows only add up.
 */
export async function changeCourses(
  manager: EntityManager,
  { projectIds, since }: Recomputed,
  steps: readonly CourseStep[],
): Promise<void> {
  const held = await takeHolderChanges(manager, projectIds);
  const counted = since === null ? projectIds : await openProjects(manager, projectIds, since);
  const ids = [...counted, ...held];
  const changed = ids.length === 0 ? [] : await recount(manager, ids);
  const recounted =
    changed.length === 0
      ? []
      : await manager.query<CourseStep[]>(
          stepsSql(
            'SELECT *, 1 AS sign FROM capital.disbursement_position WHERE project_id = ANY($2)',
            `SELECT * FROM ${COUNTED}`,
          ),
          [JSON.stringify(changed), [...new Set(changed.map(({ project_id }) => project_id))]],
        );
  await manager.query(
    `INSERT INTO capital.office_course (${KEY}, disbursed, known, steps)
     SELECT ${KEY}, sum(disbursed), sum(known), sum(steps) FROM ${STEPS}
     GROUP BY ${KEY} HAVING sum(disbursed) <> 0 OR sum(known) <> 0 OR sum(steps) <> 0 ORDER BY ${KEY}`,
    [JSON.stringify([...steps, ...recounted])],
  );
}

/**
 * Those that figures from this date on may let be counted otherwise: of which it is or was open of which source some are. All others are
 * counted as their plan says.
 */
async function openProjects(
  manager: EntityManager,
  projectIds: readonly string[],
  since: PlainDate,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT project_id AS id FROM capital.project_course WHERE project_id = ANY($1) AND open <> '{}'
     UNION
     SELECT project_id FROM capital.disbursement_position f JOIN capital.project_course c USING (project_id, plan_year)
     WHERE f.project_id = ANY($1) AND c.project_id = ANY($1) AND f.source_code = '${UNSPECIFIED_SOURCE}' AND f.valid_from >= $2
       AND c.gives -> f.plan_type IS NULL`,
    [projectIds, since],
  );
  return rows.map(({ id }) => id);
}

/** How these projects are counted now takes the place of how they were: both of those of which it differs, few of most returns. */
async function recount(manager: EntityManager, projectIds: readonly string[]): Promise<Counting[]> {
  const columns = COUNTING.split(', ').slice(2);
  const of = (alias: string): string => columns.map((column) => `${alias}.${column}`).join(', ');
  return manager.query<Counting[]>(
    `WITH wanted AS MATERIALIZED (${countingSql('project_id = ANY($1)', NOW)}),
     before AS MATERIALIZED (SELECT * FROM capital.project_course WHERE project_id = ANY($1)),
     changed AS MATERIALIZED (
       SELECT project_id, plan_year FROM wanted FULL JOIN before USING (project_id, plan_year)
       WHERE (${of('wanted')}) IS DISTINCT FROM (${of('before')})
     ),
     gone AS (
       DELETE FROM capital.project_course WHERE project_id = ANY($1) AND (project_id, plan_year) IN (
         SELECT project_id, plan_year FROM changed EXCEPT SELECT project_id, plan_year FROM wanted)
     ),
     come AS (
       INSERT INTO capital.project_course (${COUNTING})
       SELECT ${COUNTING} FROM wanted JOIN changed USING (project_id, plan_year)
       ON CONFLICT (project_id, plan_year) DO UPDATE SET (${columns.join(', ')}) = ROW (${of('excluded')})
     )
     SELECT ${COUNTING}, sign FROM (
       SELECT ${COUNTING}, -1 AS sign FROM before UNION ALL SELECT ${COUNTING}, 1 FROM wanted
     ) counting JOIN changed USING (project_id, plan_year)`,
    [projectIds],
  );
}

/** Counts all projects anew, and marks that it was done: without this mark curves are derived. */
export async function rebuildCourses(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO capital.derivation (name) VALUES ('${STORED}') ON CONFLICT (name) DO NOTHING`,
  );
  await manager.query('DELETE FROM capital.office_course');
  await manager.query('DELETE FROM capital.project_course');
  await forgetHolderChanges(manager);
  await manager.query(
    `INSERT INTO capital.project_course (${COUNTING}) SELECT ${COUNTING} FROM (${countingSql('true', NOW)}) counting`,
  );
  await manager.query('ANALYZE capital.project_course');
  await manager.query(
    `INSERT INTO capital.office_course (${KEY}, disbursed, known, steps)
     SELECT * FROM (${stepsSql(
       'SELECT *, 1 AS sign FROM capital.disbursement_position',
       'SELECT *, 1 AS sign FROM capital.project_course',
     )}) counted ORDER BY ${KEY}`,
  );
}

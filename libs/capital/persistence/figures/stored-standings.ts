import type { EntityManager } from 'typeorm';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import { Conditions, withoutLoops } from '@thongvon/platform';
import { officesRegroupedSql } from '@thongvon/projects';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import { ALL_SOURCES } from './course-sql';
import {
  BASIS,
  kindsOfStandingSql,
  STANDING_COLUMNS,
  standingsOfOneSql,
  standingsSql,
} from './derived-standings-sql';
import { COLUMNS, LINE, LINES_BY_SOURCE, MEASURED_COLUMNS, measuredSql } from './measured-sql';
import { linesSql } from './positions-sql';

/** The names of what is stored, here and as sums, among what has been derived whole. */
const STORED = 'project_standing';
export const STORED_SUMS = 'standing_sum';

/** Of so many changed projects or more, deriving all is no dearer. */
const FEW = 500;

/** What `capital.project_standing` can answer of a day: all but the projects that have changed since. */
export interface Stored {
  /** Ids of projects with a change after the day that is asked for. */
  readonly changedLater: readonly string[];
  /** Offices of whose projects the stored sums aren't those of the day; null: of all. */
  readonly unsummed: readonly string[] | null;
}

/** SQL for a day that another part of the statement tells; it adds its parameters. */
export type DaySql = (parameters: Conditions) => string;

/** A question on a day that is known, or that PostgreSQL is to find. */
export type QueryOnDay = Omit<FiguresQuery, 'asOf'> & { readonly asOf: PlainDate | DaySql };

export const daySql = ({ asOf }: QueryOnDay, parameters: Conditions): string =>
  typeof asOf === 'string' ? `${parameters.parameter(asOf)}::date` : asOf(parameters);

/**
 * SQL condition for few rows. The bound that all dates are within tells the planner so where it doesn't know the day: of two bounds it
 * expects one row in 200, of one a third of them, for which it would go through the whole table.
 */
export const laterSql = (column: string, day: string): string =>
  `${column} > ${day} AND ${column} <= 'infinity'`;

/**
 * What is stored may answer this question: null where it is asked what the Treasury or an estimate says, what was known earlier, or of
 * one plan type, where many projects have changed since the day, or before an upgrade has stored all. With `bySource` the question also
 * asks which source amounts are of, which the Treasury's statements say as well. Read it in the transaction of the question.
 */
export async function storedFor(
  manager: EntityManager,
  query: QueryOnDay,
  { bySource = query.source !== undefined } = {},
): Promise<Stored | null> {
  if (query.basis !== BASIS || query.knownAt !== undefined || query.planType !== undefined) return null;
  const since = bySource ? 'since_split' : 'since';
  const parameters = new Conditions();
  const year = parameters.parameter(query.planYear);
  const basis = parameters.parameter(query.basis);
  const day = '(SELECT day FROM asked)';
  const rows = await manager.query<{ of: 'all' | 'sums' | 'project' | 'office'; id: string | null }[]>(
    `WITH asked AS MATERIALIZED (SELECT ${daySql(query, parameters)} AS day),
     later AS MATERIALIZED (
       SELECT DISTINCT project_id FROM capital.project_standing
       WHERE plan_year = ${year} AND basis = ${basis} AND source_code = '${ALL_SOURCES}' AND ${laterSql(since, day)}
       LIMIT ${String(FEW)}
     )
     SELECT CASE name WHEN '${STORED}' THEN 'all' ELSE 'sums' END AS of, NULL AS id
     FROM unnest(ARRAY['${STORED}', '${STORED_SUMS}']) name WHERE name NOT IN (SELECT name FROM capital.derivation)
     UNION ALL SELECT 'project', project_id FROM later
     UNION ALL (
       SELECT 'office', coalesce(owner_id, registered_by) FROM projects.project_ref WHERE id IN (SELECT project_id FROM later)
       UNION SELECT 'office', office_id FROM (${officesRegroupedSql(day)}) regrouped
       UNION SELECT 'office', office_id FROM capital.summed_office WHERE plan_year = ${year} AND NOT is_summed
     )`,
    [...parameters.parameters],
  );
  const idsOf = (wanted: string): string[] =>
    rows.flatMap(({ of, id }) => (of === wanted && id !== null ? [id] : []));
  const changedLater = idsOf('project');
  if (rows.some(({ of }) => of === 'all') || changedLater.length >= FEW) return null;
  return { changedLater, unsummed: rows.some(({ of }) => of === 'sums') ? null : idsOf('office') };
}

/** `measured` of the stored rows, and derived for the few projects that have changed since the day. */
export function storedSql({ changedLater }: Stored, query: FiguresQuery, parameters: Conditions): string {
  const source = `${parameters.parameter(query.source ?? ALL_SOURCES)}::text`;
  const rows = `${storedRowsSql(query, parameters)} AND source_code = ${source}`;
  if (changedLater.length === 0) return `measured AS NOT MATERIALIZED (${rows})`;
  const ids = `${parameters.parameter(changedLater)}::uuid[]`;
  return `measured AS (
      SELECT ${MEASURED_COLUMNS} FROM (${rows} AND project_id <> ALL(${ids})) stored
      UNION ALL
      SELECT ${MEASURED_COLUMNS} FROM (
        WITH visible AS (SELECT unnest(${ids}) AS id), ${linesSql(query, parameters)}, ${measuredSql(query, parameters)}
        SELECT * FROM measured
      ) changed
    )`;
}

function storedRowsSql(query: FiguresQuery, parameters: Conditions): string {
  const counted = query.denominator === 'all-plan' ? 'all-plan' : 'current-year';
  const late = query.denominator === 'excluding-late-supplements';
  return `SELECT ${late ? WITHOUT_LATE : MEASURED_COLUMNS}, source_code
      FROM capital.project_standing
      WHERE plan_year = ${parameters.parameter(query.planYear)}::int AND basis = ${parameters.parameter(query.basis)}::text
        AND counted IN ('${counted}', 'both')`;
}

/** The same of the stored rows, a project's lines of a source in one. */
export function storedBySourceSql(
  { changedLater }: Stored,
  asked: FiguresQuery,
  parameters: Conditions,
): string {
  const { source: _, ...query } = asked;
  const rows = `SELECT ${LINE} FROM (${storedRowsSql(query, parameters)}
        AND source_code <> '${ALL_SOURCES}') stored WHERE is_planned AND (planned IS NOT NULL OR as_of IS NOT NULL)`;
  if (changedLater.length === 0) return rows;
  const ids = `${parameters.parameter(changedLater)}::uuid[]`;
  return `${rows} AND project_id <> ALL(${ids})
      UNION ALL
      SELECT * FROM (
        WITH visible AS (SELECT unnest(${ids}) AS id), ${linesSql(query, parameters, { bySource: true })} ${LINES_BY_SOURCE}
      ) changed`;
}

/** What is `measured`, planned without late supplements. */
const WITHOUT_LATE = COLUMNS.map((name) =>
  name === 'planned' ? 'planned_by_september AS planned' : name,
).join(', ');

/** Projects and years of which standings may have changed. */
export interface Touched {
  readonly projectIds: readonly string[];
  readonly planYears: readonly PlanYear[];
}

/**
 * Stores how these projects stand from their newest change on, in the place of what was stored before: after the positions that it is
 * counted from, in their transaction. All sources are one statement; of the projects with one source, as most, a shorter one.
 */
export async function replaceStandings(
  manager: EntityManager,
  { projectIds, planYears }: Touched,
): Promise<void> {
  if (planYears.length === 0) return;
  const kinds = await manager.query<Kind[]>(
    `WITH gone AS (DELETE FROM capital.project_standing WHERE project_id = ANY($1) AND plan_year = ANY($2))
     SELECT plan_year AS "planYear", of_one AS "ofOne", bool_and(is_own) AS "isOwn", array_agg(project_id::text) AS ids
     FROM (${kindsOfStandingSql('$1', '$2')}) each GROUP BY plan_year, of_one`,
    [projectIds, planYears],
  );
  await withoutLoops(manager, async () => {
    for (const { planYear, ofOne, isOwn, ids } of kinds) {
      const parameters = new Conditions();
      const derived = { planYear, ids: `${parameters.parameter(ids)}::uuid[]`, parameters };
      const rows = ofOne ? standingsOfOneSql(derived) : standingsSql(derived, isOwn);
      // In the order of one of the indexes: the others are no slower for it.
      await manager.query(
        `INSERT INTO capital.project_standing (${STANDING_COLUMNS}) SELECT * FROM (${rows}) standing ORDER BY project_id`,
        [...parameters.parameters],
      );
    }
  });
}

/** Projects of which a year's standings are derived in the same way. */
interface Kind {
  readonly planYear: PlanYear;
  readonly ofOne: boolean;
  readonly isOwn: boolean;
  readonly ids: readonly string[];
}

/** How many projects are derived at once when all are. */
const PORTION = 2_000;

/** Stores the standings of all projects anew, and that it was done: without this mark questions derive. */
export async function rebuildStandings(manager: EntityManager): Promise<void> {
  await manager.query(
    `INSERT INTO capital.derivation (name) VALUES ('${STORED}') ON CONFLICT (name) DO NOTHING`,
  );
  await manager.query('DELETE FROM capital.project_standing');
  const rows = await manager.query<{ id: string; years: PlanYear[] }[]>(
    `SELECT project_id AS id, array_agg(DISTINCT plan_year) AS years FROM (
       SELECT project_id, plan_year FROM capital.plan_position UNION SELECT project_id, plan_year FROM capital.disbursement_position
     ) each GROUP BY project_id ORDER BY project_id`,
  );
  for (let at = 0; at < rows.length; at += PORTION) {
    const portion = rows.slice(at, at + PORTION);
    const planYears = [...new Set(portion.flatMap(({ years }) => years))];
    await replaceStandings(manager, { projectIds: portion.map(({ id }) => id), planYears });
  }
}

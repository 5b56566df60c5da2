import type { EntityManager } from 'typeorm';
import { CONCERNS, type Grouping } from '@thongvon/api-contract';
import { type Denominator, DENOMINATORS, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { PROJECT_SEARCH } from '@thongvon/projects';
import type { FiguresQuery } from '../../domain/figures/figures-query';
import type { MovingSums, PaceSums } from '../../domain/figures/moving-amounts';
import { askedConcernSql, type ConcernedQuery, concernSql } from './concerns-sql';
import { LINES_BY_SOURCE, sliceAgoSql } from './measured-sql';
import { HAS_PLAN_OF_SOURCE, positionsSql } from './positions-sql';
import { type Facet, facetsSql, measuredOf, standingsSql, SUM_FORECAST, SUM_PACE } from './standings-sql';
import { type Stored, storedBySourceSql } from './stored-standings';

/** The sums of one group of planned projects, or (`whole`) of all. Whole đồng as text; null: not known. */
export interface SummaryRow {
  readonly whole: boolean;
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
  readonly planned: string | null;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  readonly derived: string | null;
  readonly by_treasury: string | null;
  readonly not_split: string | null;
  readonly not_split_projects: number;
  /** By source: of projects without a plan of that source, which is in none of the group's sums. */
  readonly unplanned: string | null;
  readonly unplanned_projects: number;
}

/** What each grouping groups by: the key and its label, from a project `p` and a ledger line `line`. */
const GROUP_SQL: Record<Grouping, { readonly key: string; readonly label: string }> = {
  owner: { key: 'p.owner_key', label: 'p.owner' },
  kind: { key: 'p.kind', label: 'NULL::text' },
  source: { key: 'line.source_code', label: 's.label' },
  planType: { key: 'line.plan_type', label: 'NULL::text' },
  commune: { key: 'p.commune', label: 'p.commune' },
};

type Question = FiguresQuery & { readonly groupBy?: Grouping };

/** All that the actor may see, and its groups where any are asked for: largest plan first. */
export function summaryRows(
  manager: EntityManager,
  actor: Actor,
  query: Question,
  stored: Stored | null,
): Promise<SummaryRow[]> {
  const parameters = new Conditions();
  if (stored !== null && query.groupBy !== 'source' && query.groupBy !== 'planType') {
    const measured = measuredOf(actor, query, parameters, { stored });
    return manager.query<SummaryRow[]>(sumMeasuredSql(measured, query.groupBy), [...parameters.parameters]);
  }
  const positions = positionsSql(actor, query, parameters, { bySource: query.groupBy === 'source' });
  return manager.query<SummaryRow[]>(sumSql(positions, query), [...parameters.parameters]);
}

/** The sums of all that the actor may see over each denominator, in the order of `DENOMINATORS`. */
export function denominatorRows(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery,
  stored: Stored | null,
): Promise<(SummaryRow & { readonly denominator: Denominator })[]> {
  const parameters = new Conditions();
  const sums = DENOMINATORS.map((denominator, index) => {
    const over = { ...query, denominator };
    const sql =
      stored === null
        ? sumSql(positionsSql(actor, over, parameters), over)
        : sumMeasuredSql(measuredOf(actor, over, parameters, { stored }), undefined);
    return `SELECT ${index} AS place, '${denominator}' AS denominator, of_${index}.* FROM (${sql}) of_${index}`;
  });
  return manager.query(`${sums.join(' UNION ALL ')} ORDER BY place`, [...parameters.parameters]);
}

function sumSql(positions: string, { groupBy, source }: Question): string {
  const { key, label } = groupBy ? GROUP_SQL[groupBy] : { key: 'NULL::text', label: 'NULL::text' };
  const isSplit = groupBy === 'source' || source !== undefined;
  const figures = isSplit
    ? `SELECT project_id, plan_type, source_code, NULL, disbursed, completed, advance,
        CASE source_by WHEN 'derived' THEN disbursed END, CASE source_by WHEN 'treasury' THEN disbursed END, NULL
      FROM ${source === undefined ? 'reported_by_source' : 'reported'} WHERE project_id IN (SELECT project_id FROM planned)
      UNION ALL
      SELECT project_id, plan_type, source_code, NULL, NULL, NULL, NULL, NULL, NULL, not_split
      FROM ${source === undefined ? 'not_split' : 'not_split_on_day'} WHERE project_id IN (SELECT project_id FROM planned)`
    : `SELECT project_id, plan_type, source_code, NULL, disbursed, completed, advance, NULL, NULL, NULL FROM reported
      WHERE project_id IN (SELECT project_id FROM planned)`;
  return `
    WITH ${positions},
    line (project_id, plan_type, source_code, planned, disbursed, completed, advance, derived, by_treasury, not_split) AS (
      SELECT project_id, plan_type, source_code, amount, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric,
        NULL::numeric, NULL::numeric FROM plan
      UNION ALL
      ${figures}
    ),
    keyed AS (
      SELECT line.*, ${groupBy === 'source' ? `(SELECT ${HAS_PLAN_OF_SOURCE})` : 'true'} AS counts, ${key} AS key, ${label} AS label
      FROM line JOIN visible p ON p.id = line.project_id LEFT JOIN projects.source_ref s ON s.code = line.source_code
    )
    SELECT grouping(key) = 1 AS whole, key, max(label) AS label, ${countOf('project_id')} AS projects,
      ${sumOf('planned')} AS planned, ${sumOf('disbursed')} AS disbursed, ${sumOf('completed')} AS completed,
      ${sumOf('advance')} AS advance, ${sumOf('derived')} AS derived, ${sumOf('by_treasury')} AS by_treasury,
      ${sumOf('not_split')} AS not_split, ${countOf('project_id', 'not_split IS NOT NULL')} AS not_split_projects,
      sum(disbursed) FILTER (WHERE NOT counts) AS unplanned,
      count(DISTINCT project_id) FILTER (WHERE NOT counts AND disbursed IS NOT NULL)::int AS unplanned_projects
    FROM keyed GROUP BY GROUPING SETS ((), (key))
    ${groupBy ? '' : 'HAVING grouping(key) = 1'}
    ORDER BY planned DESC NULLS LAST, key`;
}

/** The same of what is measured of each project, which knows neither the sources nor the plan types of an amount. */
function sumMeasuredSql(
  measured: string,
  groupBy: Exclude<Grouping, 'source' | 'planType'> | undefined,
): string {
  const { key, label } = groupBy ? GROUP_SQL[groupBy] : { key: 'NULL::text', label: 'NULL::text' };
  return `
    WITH ${measured},
    keyed AS (
      SELECT m.*, ${key} AS key, ${label} AS label FROM measured m JOIN visible p ON p.id = m.project_id
      WHERE m.planned IS NOT NULL OR m.is_planned AND m.as_of IS NOT NULL
    )
    SELECT grouping(key) = 1 AS whole, key, max(label) AS label, count(*)::int AS projects, sum(planned) AS planned,
      ${['disbursed', 'completed', 'advance', 'derived', 'by_treasury', 'not_split'].map((amount) => `sum(${amount}) FILTER (WHERE is_planned) AS ${amount}`).join(', ')},
      count(not_split) FILTER (WHERE is_planned)::int AS not_split_projects, NULL::numeric AS unplanned, 0 AS unplanned_projects
    FROM keyed GROUP BY GROUPING SETS ((), (key))
    ${groupBy ? '' : 'HAVING grouping(key) = 1'}
    ORDER BY planned DESC NULLS LAST, key`;
}

/** Of all what it has; of a group what counts in it. */
const sumOf = (column: string): string =>
  `CASE grouping(key) WHEN 1 THEN sum(${column}) ELSE sum(${column}) FILTER (WHERE counts) END`;
const countOf = (column: string, where = 'true'): string =>
  `(CASE grouping(key) WHEN 1 THEN count(DISTINCT ${column}) FILTER (WHERE ${where})
        ELSE count(DISTINCT ${column}) FILTER (WHERE counts AND ${where}) END)::int`;

/** How many planned projects have a figure, of which days, and what is disbursed of projects without a plan. */
interface CoverageRow {
  readonly projects: number;
  readonly reported: number;
  readonly oldest: PlainDate | null;
  readonly newest: PlainDate | null;
  /** Those whose newest figure is older than the day that was asked for. */
  readonly stale: number;
  /** Whole đồng as text; null: nothing is known. */
  readonly unplanned: { readonly projects: number; readonly disbursed: string | null };
}

/** `fresh`: the day before which a project's newest figure is stale. */
export async function coverageRow(
  manager: EntityManager,
  actor: Actor,
  query: Question,
  fresh: PlainDate,
  stored: Stored | null,
): Promise<CoverageRow> {
  const parameters = new Conditions();
  const measured = measuredOf(actor, query, parameters, { stored });
  const [row] = await manager.query<
    (Omit<CoverageRow, 'unplanned'> & { without: number; disbursed: string | null })[]
  >(coverageSql(measured, `${parameters.parameter(fresh)}::date`), [...parameters.parameters]);
  if (!row) throw new Error('a count has one row');
  const { without, disbursed, ...coverage } = row;
  return { ...coverage, unplanned: { projects: without, disbursed } };
}

function coverageSql(measured: string, fresh: string): string {
  return `
    WITH ${measured}
    SELECT count(*) FILTER (WHERE NOT is_planned AND as_of IS NOT NULL)::int AS without,
      sum(disbursed) FILTER (WHERE NOT is_planned) AS disbursed,
      count(*) FILTER (WHERE is_covered)::int AS projects,
      count(*) FILTER (WHERE is_covered AND (disbursed IS NOT NULL OR not_split IS NOT NULL))::int AS reported,
      min(oldest_on) FILTER (WHERE is_covered) AS oldest, max(as_of) FILTER (WHERE is_covered) AS newest,
      count(*) FILTER (WHERE is_covered AND as_of < ${fresh})::int AS stale
    FROM measured WHERE project_id IN (SELECT id FROM visible)`;
}

/**
 * The sums of one value of a facet, of a concern, of what has no plan, or (`facet` null) of all planned projects on which the conditions
 * hold. Whole đồng as text.
 */
export interface FacetRow extends MovingSums, PaceSums {
  readonly facet: Facet | 'concern' | 'unplanned' | null;
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
}

/** What each facet of projects groups by, of a project `p`. */
const KEYS: Readonly<Record<Exclude<Facet, 'source'>, { readonly key: string; readonly label: string }>> = {
  owner: { key: 'p.owner_key', label: 'max(p.owner)' },
  kind: { key: 'p.kind', label: 'p.kind' },
  commune: { key: 'p.commune', label: 'p.commune' },
};

const SUMS = `count(*)::int AS projects, sum(p.planned) AS planned, sum(p.disbursed) AS disbursed, sum(p.completed) AS completed,
  sum(p.advance) AS advance`;
/** A total's change is the difference of its standings on two days, so that it also counts what was reported for the first time. */
const MOVING = `max(p.as_of) AS "asOf", max(slice.ago) AS before, max(slice.ago_on) AS "beforeOn",
  max(slice.ago_open)::int AS "beforeOpen", max(slice.month_ago) AS "monthAgo", max(slice.month_ago_on) AS "monthAgoOn",
  max(slice.month_ago_open)::int AS "monthAgoOpen", ${SUM_FORECAST} AS forecast, ${SUM_PACE}`;
const NOT_MOVING = `NULL::date, NULL::numeric, NULL::date, NULL::int, NULL::numeric, NULL::date, NULL::int, NULL::numeric,
  NULL::numeric, NULL::date, NULL::date, NULL::int, NULL::int, NULL::int, NULL::date, NULL::date, NULL::int`;
const SPLIT = `sum(p.derived) AS derived, sum(p.by_treasury) AS by_treasury, sum(p.not_split) AS not_split,
  count(p.not_split)::int AS not_split_projects`;
/**
 * By facet and value the sums over the planned projects that the conditions on the other facets leave, and over those on which
 * all hold: largest plan first. Only the row over all tells of movement and pace. The sums by source leave out the condition on
 * the source, and count lines instead of projects.
 */
export function facetRows(
  manager: EntityManager,
  actor: Actor,
  query: ConcernedQuery,
  stored: Stored | null,
): Promise<FacetRow[]> {
  const parameters = new Conditions();
  const standings = standingsSql(actor, query, parameters, { bySource: true, stored });
  const lines = stored === null ? LINES_BY_SOURCE : storedBySourceSql(stored, query, parameters);
  const conditions = facetsSql(query, parameters);
  const asked = askedConcernSql(query, parameters);
  const counted = query.target === undefined ? [] : CONCERNS;
  const concerns = counted.map((each) => `('${each}', ${concernSql(each, query, parameters)})`);
  parameters.matching(PROJECT_SEARCH, query.q);
  const sql = rowsSql(`${standings}, line AS (${lines})`, {
    conditions,
    words: parameters.sql,
    asked,
    concerns,
  });
  return manager.query<FacetRow[]>(sql, [...parameters.parameters]);
}

interface FacetConditions {
  readonly conditions: ReturnType<typeof facetsSql>;
  readonly words: string;
  /** That the concern which is asked for is of a row of `standing`. */
  readonly asked: string;
  /** The concerns that are counted, each with its condition. */
  readonly concerns: readonly string[];
}

/** The sums by source are of the projects that the concern is of with the source that is chosen, since it is said of their rows. */
function rowsSql(standings: string, { conditions, words, asked, concerns }: FacetConditions): string {
  const facets = ['owner', 'kind', 'commune'] as const;
  const others = (facet: Facet | null): string =>
    [words, ...facets.flatMap((other) => (other === facet ? [] : [conditions[other]]))].join(' AND ');
  const except = (facet: Facet | null): string => `${others(facet)} AND ${asked}`;
  const ofSource = asked === 'true' ? 'true' : `p.id IN (SELECT id FROM standing p WHERE ${asked})`;
  const counted =
    concerns.length === 0
      ? ''
      : `UNION ALL SELECT 'concern', each.concern, NULL, ${SUMS}, ${NOT_MOVING}, ${SPLIT}
      FROM standing p CROSS JOIN LATERAL (VALUES ('all', true), ${concerns.join(', ')}) each (concern, holds)
      WHERE p.is_planned AND each.holds AND ${others(null)} GROUP BY each.concern`;
  const byProject = facets.map(
    (
      facet,
    ) => `SELECT '${facet}', ${KEYS[facet].key} AS key, ${KEYS[facet].label}, ${SUMS}, ${NOT_MOVING}, ${SPLIT}
      FROM standing p WHERE p.is_planned AND ${except(facet)} GROUP BY ${KEYS[facet].key}`,
  );
  return `
    WITH ${standings},
    slice AS (${sliceAgoSql(`SELECT p.* FROM standing p WHERE p.is_planned AND ${except(null)}`)}),
    summed AS (
      SELECT NULL AS facet, NULL AS key, NULL AS label, ${SUMS}, ${MOVING}, ${SPLIT}
      FROM standing p CROSS JOIN slice WHERE p.is_planned AND ${except(null)}
      UNION ALL ${byProject.join(' UNION ALL ')}
      UNION ALL SELECT 'source', source_code, max(s.label), count(DISTINCT p.id)::int, sum(line.planned),
        sum(line.disbursed), sum(line.completed), sum(line.advance), ${NOT_MOVING}, sum(line.derived),
        sum(line.by_treasury), sum(line.not_split), count(DISTINCT p.id) FILTER (WHERE line.not_split IS NOT NULL)::int
      FROM line JOIN visible p ON p.id = project_id LEFT JOIN projects.source_ref s ON s.code = source_code
      WHERE ${others('source')} AND ${ofSource} GROUP BY source_code
      UNION ALL SELECT 'unplanned', NULL, NULL, ${SUMS}, ${NOT_MOVING}, ${SPLIT}
      FROM standing p WHERE NOT p.is_planned AND ${except(null)}
      ${counted}
    )
    SELECT * FROM summed ORDER BY planned DESC NULLS LAST, label, key`;
}

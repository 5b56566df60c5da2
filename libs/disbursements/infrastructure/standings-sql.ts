import { NOT_KNOWN } from '@thongvon/contracts';
import { lastDay } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { Conditions } from '@thongvon/platform';
import type { ProjectKind } from '@thongvon/projects';
import { positionsSql, type FiguresQuery } from './positions-sql';

/** Which projects; all conditions hold together. `NOT_KNOWN` asks for those whose owner or commune isn't known. */
export interface Slice {
  readonly q?: string;
  readonly owner?: string;
  readonly kind?: ProjectKind;
  readonly source?: string;
  readonly commune?: string;
}

export const FACETS = ['owner', 'kind', 'source', 'commune'] as const;
export type Facet = (typeof FACETS)[number];

/** The pace is that of this many days. */
const PACE_DAYS = 28;

/**
 * SQL for how every visible project stands: `standing` has one row a project with a plan or a figure, its sums on the
 * day, seven and 28 days before, and its `shortfall`: what stays undisbursed on the year's last day if it keeps its pace.
 * Amounts are whole đồng; null where nothing is planned, or was reported.
 */
export function standingsSql(actor: Actor, query: FiguresQuery, parameters: Conditions): string {
  const positions = positionsSql(actor, query, parameters);
  const day = `${parameters.parameter(query.asOf)}::date`;
  const end = `${parameters.parameter(lastDay(query.planYear))}::date`;
  const on = (days: number): string =>
    `FILTER (WHERE valid_from <= ${day} - ${days} AND valid_to > ${day} - ${days})`;
  return `
    ${positions},
    moved AS (
      SELECT project_id, sum(disbursed) ${on(0)} AS disbursed, sum(completed) ${on(0)} AS completed,
        sum(advance) ${on(0)} AS advance, max(valid_from) ${on(0)} AS as_of, sum(disbursed) ${on(7)} AS week_ago,
        sum(disbursed) ${on(PACE_DAYS)} AS month_ago
      FROM told_ever WHERE valid_from <= ${day} AND valid_to > ${day} - ${PACE_DAYS}
      GROUP BY project_id
    ),
    capital AS (
      SELECT project_id, array_agg(DISTINCT source_code) AS sources
      FROM (SELECT project_id, source_code FROM plan UNION ALL SELECT project_id, source_code FROM told) line
      GROUP BY project_id
    ),
    assigned AS (SELECT project_id, sum(amount) AS planned FROM plan GROUP BY project_id),
    standing AS MATERIALIZED (
      SELECT p.id, p.code, p.name, p.name_key, p.kind, p.owner_id, p.owner, p.commune, planned, disbursed, completed, advance,
        as_of, project_id IN (SELECT project_id FROM planned) AS is_planned, disbursed - week_ago AS week_change,
        disbursed - month_ago AS month_change,
        month_ago, ${forecastSql(`${end} - ${day}`)} AS forecast, sources
      FROM assigned FULL JOIN moved USING (project_id) JOIN visible p ON p.id = project_id LEFT JOIN capital USING (project_id)
      WHERE planned IS NOT NULL OR disbursed IS NOT NULL
    )`;
}

/**
 * What a project will have disbursed after so many days: at its pace, up to its plan, never less than now. Null where
 * nothing was reported 28 days before, so that there is no pace.
 */
export function forecastSql(days: string): string {
  const more = `round(greatest(disbursed - month_ago, 0) * (${days}) / ${PACE_DAYS})`;
  return `CASE WHEN month_ago IS NOT NULL AND disbursed IS NOT NULL
    THEN greatest(disbursed, least(planned, disbursed + ${more})) END`;
}

/** SQL conditions over `standing p`, one for each facet. */
export function facetsSql(slice: Slice, parameters: Conditions): Record<Facet, string> {
  const { owner, kind, source, commune } = slice;
  const equal = (column: string, value: string | undefined): string => {
    if (value === undefined) return 'true';
    return value === NOT_KNOWN ? `${column} IS NULL` : `${column} = ${parameters.parameter(value)}`;
  };
  return {
    owner: equal('p.owner_id::text', owner),
    kind: equal('p.kind', kind),
    commune: equal('p.commune', commune),
    source: source === undefined ? 'true' : `${parameters.parameter(source)} = ANY (p.sources)`,
  };
}

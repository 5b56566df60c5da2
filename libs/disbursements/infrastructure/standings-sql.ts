import { NOT_KNOWN } from '@thongvon/contracts';
import { closedWeek, firstDayOfWeek, lastDay } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { Conditions } from '@thongvon/platform';
import type { ProjectKind } from '@thongvon/projects';
import { positionsSql, type FiguresQuery } from './positions-sql';

/** Which projects, beside the source of their lines; all conditions hold together. `NOT_KNOWN` asks for those whose owner or commune isn't known. */
export interface Slice {
  readonly q?: string;
  readonly owner?: string;
  readonly kind?: ProjectKind;
  readonly commune?: string;
}

export const FACETS = ['owner', 'kind', 'source', 'commune'] as const;
export type Facet = (typeof FACETS)[number];

/** A change is counted from the figures in force so many days before. */
const CHANGE_DAYS = 7;

/** The pace is that of this many days. */
const PACE_DAYS = 28;

/**
 * SQL for how every visible project stands: `standing` has one row a project with a plan or a figure, its sums on the
 * day and 28 days before, and its `shortfall`: what stays undisbursed on the year's last day if it keeps its pace. `week_ago`
 * is the sum of the figures in force seven days before its own, which its change is counted from, with the date of those
 * figures (contract, section 2); what a sum's is counted from is in `sliceAgoSql`.
 * Amounts are whole đồng; null where nothing is planned, or was reported. Of one source, `not_split` is what may be of it but that
 * nobody splits; `week_ago_open` counts such money then, from which no change is known either.
 */
export function standingsSql(
  actor: Actor,
  query: FiguresQuery,
  parameters: Conditions,
  options: { readonly bySource?: boolean } = {},
): string {
  const positions = positionsSql(actor, query, parameters, options);
  const day = `${parameters.parameter(query.asOf)}::date`;
  const end = `${parameters.parameter(lastDay(query.planYear))}::date`;
  const fresh = `${parameters.parameter(firstDayOfWeek(closedWeek(query.businessDay ?? query.asOf)))}::date`;
  const on = (days: number): string =>
    `FILTER (WHERE valid_from <= ${day} - ${days} AND valid_to > ${day} - ${days})`;
  const sourceBy = query.source === undefined ? 'NULL::text AS source_by' : 'source_by';
  return `
    ${positions},
    moving AS NOT MATERIALIZED (
      SELECT project_id, valid_from, valid_to, disbursed, completed, advance, NULL::numeric AS not_split, ${sourceBy}
      FROM told_ever WHERE valid_from <= ${day}
      UNION ALL
      SELECT project_id, valid_from, valid_to, NULL, NULL, NULL, not_split, NULL FROM not_split_ever WHERE valid_from <= ${day}
    ),
    moved AS (
      SELECT project_id, sum(disbursed) ${on(0)} AS disbursed, sum(completed) ${on(0)} AS completed,
        sum(advance) ${on(0)} AS advance, max(valid_from) ${on(0)} AS as_of, sum(not_split) ${on(0)} AS not_split,
        sum(CASE source_by WHEN 'derived' THEN disbursed END) ${on(0)} AS derived,
        sum(CASE source_by WHEN 'treasury' THEN disbursed END) ${on(0)} AS by_treasury,
        CASE WHEN count(not_split) ${on(PACE_DAYS)} = 0 THEN sum(disbursed) ${on(PACE_DAYS)} END AS month_ago
      FROM moving WHERE valid_from <= ${day} AND valid_to > ${day} - ${PACE_DAYS}
      GROUP BY project_id
    ),
    earlier AS (
      SELECT project_id, ${agoSql('moved.as_of', 'week_ago')}
      FROM moving JOIN moved USING (project_id)
      WHERE valid_from <= ${day} - ${CHANGE_DAYS} GROUP BY project_id
    ),
    assigned AS (SELECT project_id, sum(amount) AS planned FROM plan GROUP BY project_id),
    paced AS (
      SELECT *, CASE WHEN not_split IS NULL THEN disbursed END AS whole FROM assigned FULL JOIN moved USING (project_id)
    ),
    standing AS MATERIALIZED (
      SELECT p.id, p.code, p.name, p.name_key, p.kind, p.owner_id, p.owner, p.commune, planned, disbursed, completed, advance,
        not_split, derived, by_treasury, as_of, project_id IN (SELECT project_id FROM planned) AS is_planned, week_ago,
        week_ago_on, week_ago_open,
        CASE WHEN as_of > week_ago_on AND as_of >= ${fresh} AND week_ago_open = 0 THEN whole - week_ago END AS week_change,
        whole - month_ago AS month_change, month_ago, ${forecastSql(`${end} - ${day}`)} AS forecast
      FROM paced LEFT JOIN earlier USING (project_id) JOIN visible p ON p.id = project_id
      WHERE planned IS NOT NULL OR disbursed IS NOT NULL OR not_split IS NOT NULL
    )`;
}

/**
 * SQL for what was in force, of the projects of `slice` (SQL for `id` and `as_of`), seven days before the newest figure of
 * these projects: a sum's change ends on its own newest figure, not on that of others.
 */
export function sliceAgoSql(slice: string): string {
  return `SELECT ${agoSql('newest.as_of', 'ago')}
    FROM (${slice}) one JOIN moving ON project_id = one.id CROSS JOIN (SELECT max(as_of) AS as_of FROM (${slice}) of_all) newest`;
}

/** SQL for what was in force seven days before `since`, with the date of those figures. */
function agoSql(since: string, name: string): string {
  const inForce = `valid_from <= ${since} - ${CHANGE_DAYS} AND valid_to > ${since} - ${CHANGE_DAYS}`;
  return `sum(moving.disbursed) FILTER (WHERE ${inForce}) AS ${name}, max(valid_from) FILTER (WHERE ${inForce}) AS ${name}_on,
        count(moving.not_split) FILTER (WHERE ${inForce}) AS ${name}_open`;
}

/**
 * What a project will have disbursed after so many days: at its pace, up to its plan, never less than now. Null where
 * nothing was reported 28 days before, so that there is no pace.
 */
export function forecastSql(days: string): string {
  const more = `round(greatest(disbursed - month_ago, 0) * (${days}) / ${PACE_DAYS})`;
  return `CASE WHEN month_ago IS NOT NULL AND disbursed IS NOT NULL AND not_split IS NULL
    THEN greatest(disbursed, least(planned, disbursed + ${more})) END`;
}

/** SQL conditions over a project `p`, one for each facet that projects have; a source cuts lines instead. */
export function facetsSql(slice: Slice, parameters: Conditions): Record<Exclude<Facet, 'source'>, string> {
  const { owner, kind, commune } = slice;
  const equal = (column: string, value: string | undefined): string => {
    if (value === undefined) return 'true';
    return value === NOT_KNOWN ? `${column} IS NULL` : `${column} = ${parameters.parameter(value)}`;
  };
  return {
    owner: equal('p.owner_id::text', owner),
    kind: equal('p.kind', kind),
    commune: equal('p.commune', commune),
  };
}

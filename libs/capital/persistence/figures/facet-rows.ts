import type { EntityManager } from 'typeorm';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { PROJECT_SEARCH } from '@thongvon/projects';
import type { FiguresQuery, Slice } from '../../domain/figures/figures-query';
import type { MovingSums } from '../../domain/figures/moving-amounts';
import type { PaceSums } from '../../domain/figures/shown-pace';
import { type Facet, facetsSql, sliceAgoSql, standingsSql, SUM_FORECAST, SUM_PACE } from './standings-sql';

/** The sums of one value of a facet, or (`facet` null) of all projects on which the conditions hold. Whole đồng as text. */
export interface FacetRow extends MovingSums, PaceSums {
  readonly facet: Facet | null;
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
const LINE =
  'project_id, source_code, planned, disbursed, completed, advance, derived, by_treasury, not_split';

/**
 * By facet and value the sums over the planned projects that the conditions on the other facets leave, and over those on which
 * all hold: largest plan first. Only the row over all tells of movement and pace. The sums by source leave out the condition on
 * the source, and count lines instead of projects.
 */
export function facetRows(
  manager: EntityManager,
  actor: Actor,
  query: FiguresQuery & Slice,
): Promise<FacetRow[]> {
  const parameters = new Conditions();
  const standings = standingsSql(actor, query, parameters, { bySource: true });
  const conditions = facetsSql(query, parameters);
  parameters.matching(PROJECT_SEARCH, query.q);
  return manager.query<FacetRow[]>(rowsSql(standings, conditions, parameters.sql), [
    ...parameters.parameters,
  ]);
}

function rowsSql(standings: string, conditions: ReturnType<typeof facetsSql>, words: string): string {
  const facets = ['owner', 'kind', 'commune'] as const;
  const except = (facet: Facet | null): string =>
    [words, ...facets.flatMap((other) => (other === facet ? [] : [conditions[other]]))].join(' AND ');
  const byProject = facets.map(
    (
      facet,
    ) => `SELECT '${facet}', ${KEYS[facet].key} AS key, ${KEYS[facet].label}, ${SUMS}, ${NOT_MOVING}, ${SPLIT}
      FROM standing p WHERE p.is_planned AND ${except(facet)} GROUP BY ${KEYS[facet].key}`,
  );
  return `
    WITH ${standings},
    line (${LINE}) AS (
      SELECT project_id, source_code, amount, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric, NULL::numeric,
        NULL::numeric FROM plan_by_source
      UNION ALL
      SELECT project_id, source_code, NULL, disbursed, completed, advance, CASE source_by WHEN 'derived' THEN disbursed END,
        CASE source_by WHEN 'treasury' THEN disbursed END, NULL FROM reported_by_source
      UNION ALL
      SELECT project_id, source_code, NULL, NULL, NULL, NULL, NULL, NULL, not_split FROM not_split
    ),
    slice AS (${sliceAgoSql(`SELECT p.id, p.as_of FROM standing p WHERE p.is_planned AND ${except(null)}`)}),
    summed AS (
      SELECT NULL AS facet, NULL AS key, NULL AS label, ${SUMS}, ${MOVING}, ${SPLIT}
      FROM standing p CROSS JOIN slice WHERE p.is_planned AND ${except(null)}
      UNION ALL ${byProject.join(' UNION ALL ')}
      UNION ALL SELECT 'source', source_code, max(s.label), count(DISTINCT p.id)::int, sum(line.planned),
        sum(line.disbursed), sum(line.completed), sum(line.advance), ${NOT_MOVING}, sum(line.derived),
        sum(line.by_treasury), sum(line.not_split), count(DISTINCT p.id) FILTER (WHERE line.not_split IS NOT NULL)::int
      FROM line JOIN visible p ON p.id = project_id LEFT JOIN projects.source_ref s ON s.code = source_code
      WHERE project_id IN (SELECT project_id FROM planned) AND ${except('source')} GROUP BY source_code
    )
    SELECT * FROM summed ORDER BY planned DESC NULLS LAST, label, key`;
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { liveReckoning, type PlainDate, type Reckoning } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { PROJECT_SEARCH } from '@thongvon/projects';
import type { FiguresQuery, Slice } from '../../domain/figures/figures-query';
import { showAmounts } from '../../domain/figures/known-amount';
import {
  showMovingAmounts,
  splitOf,
  type MovingAmounts,
  type MovingSums,
} from '../../domain/figures/moving-amounts';
import { NO_PACE, showPace, type PaceSums } from '../../domain/figures/shown-pace';
import {
  facetsSql,
  sliceAgoSql,
  standingsSql,
  SUM_FORECAST,
  SUM_PACE,
  type Facet,
} from '../../persistence/figures/standings-sql';
import type { SummaryGroup } from './summarize';

export interface FacetsQuery extends FiguresQuery, Slice {}

export type FacetSums = Readonly<Record<Facet, readonly SummaryGroup[]>> & {
  readonly reckoning: Reckoning;
  /** Over the projects on which all conditions hold. */
  readonly total: MovingAmounts & { readonly projects: number };
};

interface Row extends MovingSums, PaceSums {
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
 * The bars that filter one another: for each facet the sums by its values over the planned projects that the conditions on
 * the other facets leave, so that a choice can be changed, and the sum over those on which all conditions hold. A source that is
 * chosen cuts the lines of all sums but those by source.
 */
@Injectable()
export class SumFacets {
  constructor(private readonly dataSource: DataSource) {}

  async sum(actor: Actor, query: FacetsQuery): Promise<FacetSums> {
    const parameters = new Conditions();
    const standings = standingsSql(actor, query, parameters, { bySource: true });
    const conditions = facetsSql(query, parameters);
    parameters.matching(PROJECT_SEARCH, query.q);
    const rows = await this.dataSource.query<Row[]>(facetRowsSql(standings, conditions, parameters.sql), [
      ...parameters.parameters,
    ]);
    const ofSource = query.source !== undefined;
    const groups = (facet: Facet): SummaryGroup[] =>
      rows.filter((row) => row.facet === facet).map((row) => toGroup(row, facet === 'source' || ofSource));
    const total = rows.find(({ facet }) => facet === null);
    const { asOf, businessDay = asOf } = query;
    const figuresOn: PlainDate | null = total?.asOf ?? null;
    return {
      reckoning: liveReckoning(businessDay, asOf, figuresOn),
      total: {
        projects: total?.projects ?? 0,
        ...showMovingAmounts(total ?? NOTHING, showPace(total ?? NO_PACE, businessDay), {
          businessDay,
          ofSource,
        }),
      },
      owner: groups('owner'),
      kind: groups('kind'),
      source: groups('source'),
      commune: groups('commune'),
    };
  }
}

const NOTHING: MovingSums = {
  planned: null,
  disbursed: null,
  completed: null,
  advance: null,
  asOf: null,
  before: null,
  beforeOn: null,
  monthAgo: null,
  monthAgoOn: null,
  forecast: null,
};

function facetRowsSql(standings: string, conditions: ReturnType<typeof facetsSql>, words: string): string {
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

function toGroup({ key, label, projects, ...row }: Row, ofSource: boolean): SummaryGroup {
  const amount = (text: string | null): bigint | null => (text === null ? null : BigInt(text));
  return {
    key,
    label,
    projects,
    ...showAmounts({
      planned: amount(row.planned),
      disbursed: amount(row.disbursed),
      completed: amount(row.completed),
      advance: amount(row.advance),
      split: splitOf(row, ofSource),
    }),
  };
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { liveReckoning, type PlainDate, type Reckoning } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Conditions } from '@thongvon/platform';
import { PROJECT_SEARCH } from '@thongvon/projects';
import { showAmounts } from '../domain/known-amount';
import { showMovingAmounts, type MovingAmounts, type MovingSums } from '../domain/moving-amounts';
import type { FiguresQuery } from '../infrastructure/positions-sql';
import { FACETS, facetsSql, standingsSql, type Facet, type Slice } from '../infrastructure/standings-sql';
import type { SummaryGroup } from './summarize';

export interface FacetsQuery extends FiguresQuery, Slice {}

export type FacetSums = Readonly<Record<Facet, readonly SummaryGroup[]>> & {
  readonly reckoning: Reckoning;
  /** Over the projects on which all conditions hold. */
  readonly total: MovingAmounts & { readonly projects: number };
};

interface Row extends MovingSums {
  readonly facet: Facet | null;
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
}

/** What each facet groups by, of a project `p`. */
const KEYS: Readonly<Record<Exclude<Facet, 'source'>, { readonly key: string; readonly label: string }>> = {
  owner: { key: 'p.owner_id::text', label: 'max(p.owner)' },
  kind: { key: 'p.kind', label: 'p.kind' },
  commune: { key: 'p.commune', label: 'p.commune' },
};

const SUMS = `count(*)::int AS projects, sum(p.planned) AS planned, sum(p.disbursed) AS disbursed, sum(p.completed) AS completed,
  sum(p.advance) AS advance`;
/** A total's change is the difference of its standings on two days, so that it also counts what was reported for the first time. */
const MOVING = `max(p.as_of) AS "asOf", sum(p.whole_ago) AS before, max(p.whole_ago_on) AS "beforeOn", sum(p.month_change) AS "monthChange",
  CASE WHEN count(p.forecast) > 0 THEN sum(coalesce(p.forecast, p.disbursed)) END AS forecast`;
const NOT_MOVING = `NULL::date, NULL::numeric, NULL::date, NULL::numeric, NULL::numeric`;

/**
 * The bars that filter one another: for each facet the sums by its values over the planned projects that the conditions on
 * the other facets leave, so that a choice can be changed, and the sum over those on which all conditions hold.
 */
@Injectable()
export class SumFacets {
  constructor(private readonly dataSource: DataSource) {}

  async sum(actor: Actor, query: FacetsQuery): Promise<FacetSums> {
    const parameters = new Conditions();
    const standings = standingsSql(actor, query, parameters);
    const conditions = facetsSql(query, parameters);
    parameters.matching(PROJECT_SEARCH, query.q);
    const rows = await this.dataSource.query<Row[]>(facetRowsSql(standings, conditions, parameters.sql), [
      ...parameters.parameters,
    ]);
    const groups = (facet: Facet): SummaryGroup[] => rows.filter((row) => row.facet === facet).map(toGroup);
    const total = rows.find(({ facet }) => facet === null);
    const { asOf, businessDay = asOf } = query;
    const figuresOn: PlainDate | null = total?.asOf ?? null;
    return {
      reckoning: liveReckoning(businessDay, asOf, figuresOn),
      total: { projects: total?.projects ?? 0, ...showMovingAmounts(total ?? NOTHING, businessDay) },
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
  monthChange: null,
  forecast: null,
};

function facetRowsSql(standings: string, conditions: Record<Facet, string>, words: string): string {
  const except = (facet: Facet | null): string =>
    ['p.is_planned', words, ...FACETS.flatMap((other) => (other === facet ? [] : [conditions[other]]))].join(
      ' AND ',
    );
  const byProject = (['owner', 'kind', 'commune'] as const).map(
    (facet) => `SELECT '${facet}', ${KEYS[facet].key} AS key, ${KEYS[facet].label}, ${SUMS}, ${NOT_MOVING}
      FROM standing p WHERE ${except(facet)} GROUP BY ${KEYS[facet].key}`,
  );
  return `
    WITH ${standings},
    line AS (
      SELECT project_id, source_code, amount AS planned, NULL::numeric AS disbursed, NULL::numeric AS completed,
        NULL::numeric AS advance FROM plan
      UNION ALL SELECT project_id, source_code, NULL, disbursed, completed, advance FROM told
    ),
    summed AS (
      SELECT NULL AS facet, NULL AS key, NULL AS label, ${SUMS}, ${MOVING} FROM standing p WHERE ${except(null)}
      UNION ALL ${byProject.join(' UNION ALL ')}
      UNION ALL SELECT 'source', source_code, max(s.label), count(DISTINCT p.id)::int, sum(line.planned),
        sum(line.disbursed), sum(line.completed), sum(line.advance), ${NOT_MOVING}
      FROM line JOIN standing p ON p.id = project_id LEFT JOIN capital_source s ON s.code = source_code
      WHERE ${except('source')} GROUP BY source_code
    )
    SELECT * FROM summed ORDER BY planned DESC NULLS LAST, label`;
}

function toGroup({ key, label, projects, ...row }: Row): SummaryGroup {
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
    }),
  };
}

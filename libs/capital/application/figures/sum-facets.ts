import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { liveReckoning, type PlainDate, type Reckoning } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { FiguresQuery, Slice } from '../../domain/figures/figures-query';
import { showAmounts } from '../../domain/figures/known-amount';
import {
  showMovingAmounts,
  splitOf,
  type MovingAmounts,
  type MovingSums,
} from '../../domain/figures/moving-amounts';
import { NO_PACE, showPace } from '../../domain/figures/shown-pace';
import { facetRows, type FacetRow } from '../../persistence/figures/facet-rows';
import type { Facet } from '../../persistence/figures/standings-sql';
import type { SummaryGroup } from './summarize';

export interface FacetsQuery extends FiguresQuery, Slice {}

export type FacetSums = Readonly<Record<Facet, readonly SummaryGroup[]>> & {
  readonly reckoning: Reckoning;
  /** Over the projects on which all conditions hold. */
  readonly total: MovingAmounts & { readonly projects: number };
};

/**
 * The bars that filter one another: for each facet the sums by its values over the planned projects that the conditions on
 * the other facets leave, so that a choice can be changed, and the sum over those on which all conditions hold. A source that is
 * chosen cuts the lines of all sums but those by source.
 */
@Injectable()
export class SumFacets {
  constructor(private readonly dataSource: DataSource) {}

  async sum(actor: Actor, query: FacetsQuery): Promise<FacetSums> {
    const rows = await facetRows(this.dataSource.manager, actor, query);
    const groups = (facet: Facet): SummaryGroup[] =>
      rows
        .filter((row) => row.facet === facet)
        .map((row) => toGroup(row, facet === 'source' ? row.key : query.source));
    const total = rows.find(({ facet }) => facet === null);
    const { asOf, businessDay = asOf } = query;
    const figuresOn: PlainDate | null = total?.asOf ?? null;
    return {
      reckoning: liveReckoning(businessDay, asOf, figuresOn),
      total: {
        projects: total?.projects ?? 0,
        ...showMovingAmounts(total ?? NOTHING, showPace(total ?? NO_PACE, businessDay), {
          businessDay,
          source: query.source,
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

function toGroup(
  { key, label, projects, ...row }: FacetRow,
  source: string | null | undefined,
): SummaryGroup {
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
      split: splitOf(row, source),
    }),
  };
}

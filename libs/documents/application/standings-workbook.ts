import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  NOT_KNOWN,
  STANDING_COLUMNS,
  type SortOrder,
  type StandingColumn,
  type StandingSort,
} from '@thongvon/api-contract';
import { FACETS, ListStandings, SumFacets, type FacetSums, type FacetsQuery } from '@thongvon/capital';
import {
  type AmountUnit,
  businessDate,
  formatDong,
  formatPlainDate,
  type PlainDate,
  PROJECT_GROUP_NAMES,
  PROJECT_KIND_NAMES,
  UNIT_NAMES,
} from '@thongvon/kernel';
import { BlockedProjects, blockedProjectsSql } from '@thongvon/blockers';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { writeForm } from '@thongvon/workbook-io';
import { standingsSheet } from '../domain/standings-sheet';
import { STANDINGS_TEXTS } from '../messages/documents';
import type { NamedFile } from './blank-and-marked-returns';

/** Which projects the table holds, in which order, with which columns. */
export interface StandingsWorkbookQuery extends FacetsQuery {
  readonly sort?: StandingSort;
  readonly order?: SortOrder;
  /** All without it. */
  readonly columns?: readonly StandingColumn[];
  /** Today without it. */
  readonly blockersOn?: PlainDate;
  /** Whole đồng without it. */
  readonly unit?: AmountUnit;
}

/** The table of projects as it is seen, to be worked on in Excel: same projects, order, columns and unit; what has no plan below it. */
@Injectable()
export class StandingsWorkbook {
  constructor(
    private readonly standings: ListStandings,
    private readonly facets: SumFacets,
    private readonly blocked: BlockedProjects,
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  /** Sums and rows of one state of the database. */
  async write(
    actor: Actor,
    {
      columns = STANDING_COLUMNS,
      blockersOn = businessDate(this.clock.now()),
      unit = 'dong',
      ...asked
    }: StandingsWorkbookQuery,
  ): Promise<NamedFile> {
    const query = { ...asked, blocked: blockedProjectsSql(actor, blockersOn) };
    const tellsBlockers = columns.includes('blocker');
    const { sums, rows, unplanned, blockers } = await this.dataSource.transaction(
      'REPEATABLE READ',
      async (manager) => {
        const sums = await this.facets.sum(actor, query, manager);
        const rowsOf = (planned: boolean) => this.standings.all(actor, { ...query, planned }, manager);
        return {
          sums,
          rows: await rowsOf(true),
          unplanned: sums.unplanned.projects === 0 ? [] : await rowsOf(false),
          blockers: tellsBlockers ? await this.blocked.firstDue(actor, blockersOn, manager) : new Map(),
        };
      },
    );
    const day = formatPlainDate(query.asOf);
    const parts = filterOf(query, sums);
    const sheet = standingsSheet({
      title: STANDINGS_TEXTS.title(query.planYear),
      subtitles: [
        STANDINGS_TEXTS.subtitle(day, UNIT_NAMES[unit].vi),
        ...(sums.reckoning.stale && sums.reckoning.figuresOn !== null
          ? [STANDINGS_TEXTS.stale(formatPlainDate(sums.reckoning.figuresOn))]
          : []),
        ...cutBy(query, sums.total),
        ...(tellsBlockers ? [STANDINGS_TEXTS.blockersOn(formatPlainDate(blockersOn))] : []),
      ],
      filter: parts.length === 0 ? null : STANDINGS_TEXTS.filter(parts),
      columns,
      unit,
      rows,
      unplanned: { ...sums.unplanned, rows: unplanned },
      blockers,
      total: sums.total,
    });
    const bytes = await writeForm({ sheets: [sheet], createdAt: this.clock.realNow() });
    return { fileName: STANDINGS_TEXTS.fileName(query.planYear, day.replaceAll('/', '-')), bytes };
  }
}

/** Which lines of the projects count, and of one source what is derived and what isn't split. */
function cutBy(
  { source, planType }: StandingsWorkbookQuery,
  { disbursed, split }: FacetSums['total'],
): string[] {
  const amount = (dong: string): string => formatDong(BigInt(dong));
  const ofType = planType === undefined ? [] : [STANDINGS_TEXTS.planType[planType]];
  if (source === undefined || split === null) return ofType;
  const { atMost, derived, treasury, notSplit, notSplitProjects } = split;
  const open = source === 'unspecified' ? STANDINGS_TEXTS.notSplitItself : STANDINGS_TEXTS.notSplit;
  return [
    ...ofType,
    STANDINGS_TEXTS.ofSource,
    ...(derived === null ? [] : [STANDINGS_TEXTS.derived(amount(derived))]),
    ...(treasury === null ? [] : [STANDINGS_TEXTS.byTreasury(amount(treasury))]),
    ...(notSplit === null
      ? []
      : disbursed !== null && atMost !== null
        ? [STANDINGS_TEXTS.partlySplit(amount(disbursed), amount(atMost), amount(notSplit), notSplitProjects)]
        : [open(amount(notSplit), notSplitProjects)]),
  ];
}

/** What the projects were chosen by, in words. */
function filterOf(query: StandingsWorkbookQuery, sums: FacetSums): string[] {
  const chosen = FACETS.flatMap((facet) => {
    const key = query[facet];
    if (key === undefined) return [];
    if (facet === 'kind') return query.kind === undefined ? [] : [PROJECT_KIND_NAMES[query.kind].vi];
    if (facet === 'group' && query.group !== undefined && query.group !== NOT_KNOWN)
      return [PROJECT_GROUP_NAMES[query.group].vi];
    return [
      key === NOT_KNOWN
        ? STANDINGS_TEXTS.notKnown
        : (sums[facet].find((group) => group.key === key)?.label ?? key),
    ];
  });
  const concern = query.concern === undefined ? [] : [STANDINGS_TEXTS.concern(query.concern, query.target)];
  return [...chosen, ...concern, ...(query.q === undefined ? [] : [STANDINGS_TEXTS.words(query.q)])];
}

import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useMemo } from 'react';
import type { BlockerView, CurveView, FacetsView, StandingView } from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useFormats, useMoney, useText, useUnitNames } from '../../language';
import { EmptyState, ErrorState, Loading } from '../../shared';
import { nextMilestone } from '../../shared/plan-year';
import { DataTable } from '../../shared/data-table';
import { COLUMN_KEYS, type ColumnKey, columnsFor, useColumns } from './columns';
import { messages } from './messages';
import { Outside } from './outside';
import { QuickTabs } from './quick-tabs';
import { openBlockersQuery, standingsQuery } from './queries';
import { PrintedCut, TableTools } from './table-tools';
import { TotalRow } from './total-row';
import {
  blockersOf,
  isFiltered,
  NO_FILTER,
  orderOf,
  type OverviewSlice,
  type OverviewState,
  tabOf,
} from './view-state';

interface ProjectsTableProps {
  readonly slice: OverviewSlice;
  readonly asOf: string;
  readonly sums: FacetsView;
  readonly course: CurveView;
  readonly state: OverviewState;
}

/** The projects that the filters leave: sum first, then one row each, as many as are scrolled to. */
export function ProjectsTable({ slice, asOf, sums, course, state }: ProjectsTableProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const { planYear, source } = slice;
  const { total } = sums;
  const { sort } = state;
  const order = orderOf(state);
  const { query, rows, total: count, more } = useLongList(standingsQuery({ ...slice, ...order }));

  const target = nextMilestone(asOf, course.milestones)?.percent;
  const blockers = useBlockers(slice);
  const all = useColumns({
    planYear,
    asOf,
    businessDay: slice.businessDay,
    lastDay: course.lastDay,
    target,
    blockers,
    movement: total.movement,
    widest: total.planned,
  });
  const chosen = chosenColumns(state.value('columns'), columnsFor(formats.amount(total.planned)));
  const columns = all.filter(({ key }) => key === 'name' || chosen.includes(key));
  const isOutside = tabOf(state) === 'unplanned';
  const shown = isOutside ? [] : rows;
  const isWhole = rows !== undefined && rows.length >= count;

  return (
    <section
      className="ov-table sec"
      aria-labelledby="ov-projects"
      style={{ '--ov-least': leastWidth(columns) } as CSSProperties}
    >
      <div className="sec-head">
        <h2 id="ov-projects">
          {t.projects(formats.count(rows === undefined ? total.projects : count))}{' '}
          <small className="muted">{long}</small>
        </h2>
        <QuickTabs sums={sums} target={slice.target} state={state} />
      </div>
      <TableTools slice={slice} order={order} columns={all} chosen={chosen} state={state} />
      <PrintedCut slice={slice} sums={sums} drawn={rows?.length ?? 0} count={count} state={state} />
      {source !== undefined && <SourceNote sums={sums} source={source} />}
      {rows === undefined &&
        (query.error ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : <Loading />)}
      {rows?.length === 0 && sums.unplanned.projects === 0 && <NothingFound state={state} />}
      {shown !== undefined && (isOutside || shown.length > 0 || sums.unplanned.projects > 0) && (
        <DataTable
          caption={t.projects(formats.count(count))}
          columns={columns}
          rows={shown}
          keyOf={({ id }) => id}
          rowClass={({ reason, stale }) => (reason === 'not-reported' ? 'hatched' : stale ? 'ov-stale' : '')}
          sort={sort}
          onSort={state.setSort}
          onEnd={more}
          after={
            (isOutside || isWhole) &&
            slice.concern === undefined && (
              <Outside
                unplanned={sums.unplanned}
                request={{ ...slice, ...order }}
                columns={columns}
                withOffices={!isFiltered(state)}
              />
            )
          }
          total={
            !isOutside && (
              <TotalRow
                total={total}
                columns={columns}
                blocked={blockedAmong(rows ?? [], count, blockers)}
                target={target}
                reckoning={isFiltered(state) ? undefined : sums.reckoning}
              />
            )
          }
        />
      )}
      {rows !== undefined && <Legend target={target} />}
    </section>
  );
}

/** Room for the figures and for a name beside them. */
const leastWidth = (columns: readonly { readonly width?: string }[]): string =>
  `${columns.reduce((sum, { width }) => sum + (width === undefined ? 160 : Number.parseInt(width, 10)), 0)}px`;

/** How many of the projects are blocked; unknown until all of them are loaded. */
function blockedAmong(
  rows: readonly StandingView[],
  count: number,
  blockers: ReadonlyMap<string, BlockerView>,
): number | undefined {
  return rows.length < count ? undefined : rows.filter(({ id }) => blockers.has(id)).length;
}

/** What the address asks for; the usual ones where it names none that there are. */
function chosenColumns(named: string | undefined, usual: readonly ColumnKey[]): readonly ColumnKey[] {
  const wanted = named?.split(',') ?? [];
  const found = COLUMN_KEYS.filter((key) => wanted.includes(key));
  return found.length === 0 ? usual : found;
}

/** By project the open blocker that is due first. */
function useBlockers(slice: OverviewSlice): ReadonlyMap<string, BlockerView> {
  const { data } = useQuery(openBlockersQuery(blockersOf(slice)));
  return useMemo(() => {
    const first = new Map<string, BlockerView>();
    for (const blocker of data?.items ?? [])
      if (!first.has(blocker.project.id)) first.set(blocker.project.id, blocker);
    return first;
  }, [data]);
}

function NothingFound({ state }: { readonly state: OverviewState }) {
  const t = useText(messages);
  const clear = () => state.set(NO_FILTER);
  return (
    <EmptyState
      title={t.noMatch}
      actions={
        <button type="button" className="btn" onClick={clear}>
          {t.clear}
        </button>
      }
    >
      <p>{t.noMatchWhat}</p>
    </EmptyState>
  );
}

/** What bar, shortfall and red mean, with the rule one click away. */
function Legend({ target }: { readonly target: number | undefined }) {
  const t = useText(messages);
  const formats = useFormats();
  return (
    <div className="ov-legend">
      {target !== undefined && <p>{t.legendRate(formats.percent(target, 0))}</p>}
      <p>{t.legendShort}</p>
      <details>
        <summary>
          <span className="mk mk-over" />
          {t.whyRed}
        </summary>
        <p>{t.whyRedWhat}</p>
      </details>
    </div>
  );
}

interface SourceNoteProps {
  readonly sums: FacetsView;
  /** Code of the source that is asked for. */
  readonly source: string;
}

/** Under a source: that only its lines count, what of its disbursements is derived, and what isn't split. */
function SourceNote({ sums, source }: SourceNoteProps) {
  const t = useText(messages);
  const amount = useMoney();
  const { disbursed, split } = sums.total;
  const isNotSplit = source === 'unspecified';
  const some = (dong: string | null | undefined): dong is string => dong != null && dong !== '0';
  const open = isNotSplit ? t.within : t.besides;
  return (
    <p className="small" role="note">
      {[
        isNotSplit
          ? t.onlyNotSplit
          : t.onlySource(sums.source.find(({ key }) => key === source)?.label ?? source),
        ...(split?.notSplit == null
          ? []
          : split.atMost === null || disbursed === null
            ? [open(amount(split.notSplit), split.notSplitProjects)]
            : [
                t.partlySplit(
                  ...([amount(disbursed), amount(split.atMost), amount(split.notSplit)] as const),
                  split.notSplitProjects,
                ),
              ]),
        ...(some(split?.derived) ? [t.derived(amount(split.derived))] : []),
        ...(some(split?.treasury) ? [t.byTreasury(amount(split.treasury))] : []),
      ].join(' ')}
    </p>
  );
}

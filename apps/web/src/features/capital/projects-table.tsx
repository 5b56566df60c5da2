import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type {
  BlockerView,
  CurveView,
  FacetsView,
  ReckoningView,
  SliceTotalView,
  StandingView,
} from '@thongvon/api-contract';
import { useLongList } from '../../api/long-list';
import { useFormats, useMoney, useText, useUnitNames } from '../../language';
import { Amount, EmptyState, ErrorState, Loading, RateBar, Unknown } from '../../shared';
import { nextMilestone } from '../../shared/plan-year';
import { DataTable } from '../../shared/data-table';
import { figureMark, MovementAmount } from '../../shared/reckoning';
import { COLUMN_KEYS, type ColumnKey, DEFAULT_COLUMNS, Shortfall, useColumns } from './columns';
import { messages } from './messages';
import { openBlockersQuery, standingsQuery } from './queries';
import { TableTools } from './table-tools';
import {
  blockersOf,
  FACETS,
  isFiltered,
  orderOf,
  type OverviewSlice,
  type OverviewState,
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
  });
  const chosen = chosenColumns(state.value('columns'));
  const columns = all.filter(({ key }) => key === 'name' || chosen.includes(key));

  return (
    <section className="ov-table sec" aria-labelledby="ov-projects">
      <div className="sec-head">
        <h2 id="ov-projects">
          {t.projects(formats.count(rows === undefined ? total.projects : count))}{' '}
          <small className="muted">{long}</small>
        </h2>
      </div>
      <TableTools slice={slice} order={order} columns={all} chosen={chosen} state={state} />
      {source !== undefined && <SourceNote sums={sums} source={source} />}
      {rows === undefined &&
        (query.error ? <ErrorState error={query.error} retry={() => void query.refetch()} /> : <Loading />)}
      {rows?.length === 0 && <NothingFound state={state} />}
      {rows !== undefined && rows.length > 0 && (
        <DataTable
          caption={t.projects(formats.count(count))}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          sort={sort}
          onSort={state.setSort}
          onEnd={more}
          total={
            <TotalRow
              total={total}
              columns={columns.map(({ key }) => key)}
              blocked={blockedAmong(rows, count, blockers)}
              target={target}
              reckoning={isFiltered(state) ? undefined : sums.reckoning}
            />
          }
        />
      )}
      {rows !== undefined && <Legend target={target} />}
    </section>
  );
}

/** How many of the projects are blocked; unknown until all of them are loaded. */
function blockedAmong(
  rows: readonly StandingView[],
  count: number,
  blockers: ReadonlyMap<string, BlockerView>,
): number | undefined {
  return rows.length < count ? undefined : rows.filter(({ id }) => blockers.has(id)).length;
}

/** What the address asks for; the usual ones where it names none that there are. */
function chosenColumns(named: string | undefined): readonly ColumnKey[] {
  const wanted = named?.split(',') ?? [];
  const found = COLUMN_KEYS.filter((key) => wanted.includes(key));
  return found.length === 0 ? DEFAULT_COLUMNS : found;
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
  const clear = () =>
    state.set({ q: undefined, ...Object.fromEntries(FACETS.map((facet) => [facet, undefined])) });
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

interface TotalRowProps {
  readonly total: SliceTotalView;
  readonly columns: readonly (ColumnKey | 'name')[];
  readonly blocked: number | undefined;
  readonly target: number | undefined;
  /** Of the sum over all projects; of a slice, which has other numbers by the same names, none. */
  readonly reckoning: ReckoningView | undefined;
}

/** The sum over the planned projects that the filters leave. */
function TotalRow({ total, columns, blocked, target, reckoning }: TotalRowProps) {
  const t = useText(messages);
  const formats = useFormats();
  const amount = (value: string | null) => (value === null ? '–' : <Amount value={value} />);
  const cells: Readonly<Record<ColumnKey | 'name', React.ReactNode>> = {
    name: t.projects(formats.count(total.projects)),
    owner: null,
    kind: null,
    commune: null,
    planned: amount(total.planned),
    disbursed: amount(total.disbursed),
    remaining: amount(total.remaining),
    weekChange: <MovementAmount movement={total.movement} />,
    rate:
      total.rate === null ? (
        total.reason === 'not-split' ? (
          <Unknown reason="not-split" />
        ) : (
          '–'
        )
      ) : (
        formats.rate(total.rate)
      ),
    bar: (
      <RateBar
        rate={total.rate === null ? null : Number(total.rate)}
        targets={target === undefined ? [] : [target]}
      />
    ),
    shortfall: <Shortfall shortfall={total.shortfall} pace={total.pace} />,
    blocker: blocked !== undefined && blocked > 0 && t.blocked(blocked),
    asOf: null,
  };
  const numeric: readonly string[] = ['planned', 'disbursed', 'remaining', 'weekChange', 'rate', 'shortfall'];
  return (
    <tr className="total">
      {columns.map((key) =>
        key === 'name' ? (
          <th key={key} scope="row" className="ov-c-name">
            {cells[key]}
          </th>
        ) : (
          <td
            key={key}
            className={`${numeric.includes(key) ? 'r n ' : ''}ov-c-${CLASS[key] ?? key}`}
            {...(numeric.includes(key) && figureMark(FIGURES[key] ?? key, reckoning))}
          >
            {cells[key]}
          </td>
        ),
      )}
    </tr>
  );
}

/** The names of numbers that are called otherwise than their column. */
const FIGURES: Partial<Record<ColumnKey, string>> = { weekChange: 'change' };

const CLASS: Partial<Record<ColumnKey, string>> = { weekChange: 'week', shortfall: 'short', asOf: 'asof' };

import { lazy, Suspense, useState } from 'react';
import type { FacetsView, StandingColumn } from '@thongvon/api-contract';
import { address } from '../../api/client';
import { useFormats, usePreferences, useText } from '../../language';
import { SearchBox } from '../../shared/list/search-box';
import type { ColumnMenuProps } from './column-menu';
import type { ColumnKey } from './columns';
import { NOT_KNOWN, useGroupName } from './facets';
import { messages } from './messages';
import { useTabNames } from './quick-tabs';
import { FACETS, isFiltered, NO_FILTER, type OverviewSlice, type OverviewState, tabOf } from './view-state';

const ColumnMenu = lazy(async () => ({ default: (await import('./column-menu')).ColumnMenu }));

interface TableToolsProps extends ColumnMenuProps {
  readonly slice: OverviewSlice;
  readonly order: { readonly sort: string; readonly order: string };
}

/** Search, the filters that hold, columns, and the workbook of what is shown. */
export function TableTools({ slice, order, columns, chosen, state }: TableToolsProps) {
  const t = useText(messages);
  const { unit } = usePreferences();
  const workbook = address('/api/disbursements/standings/workbook', {
    ...slice,
    ...order,
    unit,
    blockersOn: slice.businessDay,
    columns: ['code', ...chosen.flatMap((key) => STANDING_COLUMN_NAMES[key] ?? [])],
  });
  return (
    <div className="ov-tools noprint">
      <SearchBox
        label={t.searchLabel}
        placeholder={t.search}
        value={state.value('q') ?? ''}
        onChange={(q) => state.set({ q })}
      />
      {isFiltered(state) && (
        <button type="button" className="btn" onClick={() => state.set(NO_FILTER)}>
          {t.clear} ×
        </button>
      )}
      <a className="btn ov-to-facets" href="#loc-theo">
        {t.filterBy}
      </a>
      <span className="end ov-tools-end">
        <ColumnMenuButton columns={columns} chosen={chosen} state={state} />
        <a className="btn" href={workbook} download>
          {t.export}
        </a>
      </span>
    </div>
  );
}

/** Its pane is fetched when it is first opened. */
function ColumnMenuButton(props: ColumnMenuProps) {
  const t = useText(messages);
  const [isWanted, setWanted] = useState(false);
  const button = (
    <button type="button" className="btn" aria-haspopup="dialog" onClick={() => setWanted(true)}>
      {t.columns}
    </button>
  );
  if (!isWanted) return button;
  return (
    <Suspense fallback={button}>
      <ColumnMenu {...props} />
    </Suspense>
  );
}

/** What each column of the screen is called in the workbook; bars have no column there. */
const STANDING_COLUMN_NAMES: Partial<Record<ColumnKey, readonly StandingColumn[]>> = {
  owner: ['owner'],
  kind: ['kind'],
  commune: ['commune'],
  group: ['group'],
  planned: ['planned'],
  disbursed: ['disbursed'],
  completed: ['completed'],
  advance: ['advance'],
  remaining: ['remaining'],
  weekChange: ['weekChange', 'changeDates'],
  rate: ['rate'],
  shortfall: ['shortfall'],
  blocker: ['blocker'],
  asOf: ['asOf'],
};

interface PrintedCutProps {
  readonly slice: OverviewSlice;
  readonly sums: FacetsView;
  /** How many rows are there, of how many. */
  readonly drawn: number;
  readonly count: number;
  readonly state: OverviewState;
}

/** On paper: what the table is cut by, and that rows which were never scrolled to are missing. */
export function PrintedCut({ slice, sums, drawn, count, state }: PrintedCutProps) {
  const t = useText(messages);
  const formats = useFormats();
  const nameOf = useGroupName();
  const tab = useTabNames(slice.target);
  const chosen = tabOf(state);
  const parts = [
    ...FACETS.flatMap((facet) => {
      const key = slice[facet];
      if (key === undefined) return [];
      const group = sums[facet].find((one) => (one.key ?? NOT_KNOWN) === key) ?? { key, label: key };
      return [`${t[facet]}: ${nameOf(facet, group)}`];
    }),
    ...(chosen === undefined ? [] : [tab[chosen]]),
    ...(slice.q === undefined ? [] : [t.words(slice.q)]),
  ];
  return (
    <p className="printed small">
      {parts.length > 0 && t.cutBy(parts.join('; '))}{' '}
      {drawn < count && t.printedPart(formats.count(drawn), formats.count(count))}
    </p>
  );
}

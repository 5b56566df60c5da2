import { lazy, Suspense, useState } from 'react';
import type { StandingColumn } from '@thongvon/api-contract';
import { address } from '../../api/client';
import { useText } from '../../language';
import { SearchBox } from '../../shared/list/search-box';
import type { ColumnMenuProps } from './column-menu';
import type { ColumnKey } from './columns';
import { messages } from './messages';
import { FACETS, type OverviewSlice } from './view-state';

const ColumnMenu = lazy(async () => ({ default: (await import('./column-menu')).ColumnMenu }));

interface TableToolsProps extends ColumnMenuProps {
  readonly slice: OverviewSlice;
  readonly order: { readonly sort: string; readonly order: string };
}

/** Search, the filters that hold, columns, and the workbook of what is shown. */
export function TableTools({ slice, order, columns, chosen, state }: TableToolsProps) {
  const t = useText(messages);
  const filtered = ['q', ...FACETS].some((name) => state.value(name as 'q') !== undefined);
  const workbook = address('/api/disbursements/standings/workbook', {
    ...slice,
    ...order,
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
      {filtered && (
        <button
          type="button"
          className="btn"
          onClick={() =>
            state.set({
              q: undefined,
              owner: undefined,
              kind: undefined,
              source: undefined,
              commune: undefined,
            })
          }
        >
          {t.clear} ×
        </button>
      )}
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
  planned: ['planned'],
  disbursed: ['disbursed'],
  remaining: ['remaining'],
  weekChange: ['weekChange', 'changeDates'],
  rate: ['rate'],
  shortfall: ['shortfall'],
  blocker: ['blocker'],
  asOf: ['asOf'],
};

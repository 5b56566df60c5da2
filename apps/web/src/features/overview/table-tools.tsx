import { Popover } from '@base-ui/react/popover';
import { STANDING_COLUMN_NAMES } from './workbook-columns';
import type { SliceRequest } from '@thongvon/contracts';
import { address } from '../../api/client';
import { useText } from '../../language';
import { SearchBox } from '../../shared/search-box';
import type { ColumnKey } from './columns';
import { messages } from './messages';
import { FACETS, type OverviewState } from './view-state';

interface TableToolsProps {
  readonly slice: SliceRequest;
  readonly order: { readonly sort: string; readonly order: string };
  readonly columns: readonly { readonly key: ColumnKey | 'name'; readonly name: string }[];
  readonly chosen: readonly ColumnKey[];
  readonly state: OverviewState;
}

/** Search, the filters that hold, columns, and the workbook of what is shown. */
export function TableTools({ slice, order, columns, chosen, state }: TableToolsProps) {
  const t = useText(messages);
  const filtered = ['q', ...FACETS].some((name) => state.value(name as 'q') !== undefined);
  const workbook = address('/api/disbursements/standings/workbook', {
    ...slice,
    ...order,
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
        <ColumnMenu columns={columns} chosen={chosen} state={state} />
        <a className="btn" href={workbook} download>
          {t.export}
        </a>
      </span>
    </div>
  );
}

function ColumnMenu({ columns, chosen, state }: Pick<TableToolsProps, 'columns' | 'chosen' | 'state'>) {
  const t = useText(messages);
  const toggle = (key: ColumnKey) => {
    const next = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
    state.set({ columns: next.join(',') });
  };
  return (
    <Popover.Root>
      <Popover.Trigger className="btn">{t.columns}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" className="ov-menu-place">
          <Popover.Popup className="ov-menu" aria-label={t.columns}>
            {columns.map(({ key, name }) =>
              key === 'name' ? null : (
                <label key={key}>
                  <input type="checkbox" checked={chosen.includes(key)} onChange={() => toggle(key)} /> {name}
                </label>
              ),
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

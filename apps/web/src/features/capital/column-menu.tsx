import { Popover } from '@base-ui/react/popover';
import { useText } from '../../language';
import type { ColumnKey } from './columns';
import { messages } from './messages';
import type { OverviewState } from './view-state';

export interface ColumnMenuProps {
  readonly columns: readonly { readonly key: ColumnKey | 'name'; readonly name: string }[];
  readonly chosen: readonly ColumnKey[];
  readonly state: OverviewState;
}

/** A button and, open at first, the pane in which columns are ticked. */
export function ColumnMenu({ columns, chosen, state }: ColumnMenuProps) {
  const t = useText(messages);
  const toggle = (key: ColumnKey) => {
    const next = chosen.includes(key) ? chosen.filter((one) => one !== key) : [...chosen, key];
    state.set({ columns: next.join(',') });
  };
  return (
    <Popover.Root defaultOpen>
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

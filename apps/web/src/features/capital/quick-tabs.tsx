import type { FacetsView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { messages } from './messages';
import { type OverviewState, type Tab, tabOf, TABS } from './view-state';

interface QuickTabsProps {
  readonly sums: FacetsView;
  /** The next milestone in percent. */
  readonly target: string;
  readonly state: OverviewState;
}

/** What the tabs are called; `target`: the next milestone in percent. */
export function useTabNames(target: string): Readonly<Record<Tab, string>> {
  const t = useText(messages);
  const formats = useFormats();
  return {
    'below-target': t.tabBelow(formats.percent(formats.threshold(Number(target)))),
    unspent: t.tabUnspent,
    blocked: t.tabBlocked,
    'nothing-disbursed': t.tabNothing,
    'treasury-differs': t.tabTreasury,
    unplanned: t.tabUnplanned,
  };
}

/** What is looked at first, each with how many projects it is of; the sum row follows. */
export function QuickTabs({ sums, target, state }: QuickTabsProps) {
  const t = useText(messages);
  const formats = useFormats();
  const chosen = tabOf(state);
  const names = useTabNames(target);
  const count = (tab: Tab): number =>
    tab === 'unplanned'
      ? sums.unplanned.projects
      : (sums.concerns.find(({ concern }) => concern === tab)?.projects ?? 0);
  // A tab of nothing leads nowhere, unless the address is on it.
  const shown = Object.entries(TABS).filter(([, tab]) => count(tab) > 0 || tab === chosen);
  return (
    <div className="ov-tabs noprint" role="group" aria-label={t.tabs}>
      <button type="button" aria-pressed={chosen === undefined} onClick={() => state.set({ tab: undefined })}>
        {t.tabAll}{' '}
        {sums.projects !== null && <span className="n ov-count">{formats.count(sums.projects)}</span>}
      </button>
      {shown.map(([address, tab]) => (
        <button
          key={tab}
          type="button"
          aria-pressed={tab === chosen}
          onClick={() => state.set({ tab: address })}
        >
          {names[tab]} <span className="n ov-count">{formats.count(count(tab))}</span>
        </button>
      ))}
    </div>
  );
}

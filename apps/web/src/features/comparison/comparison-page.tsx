import { useQuery } from '@tanstack/react-query';
import type { SnapshotListItemView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { EmptyState, QueryStates } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { usePageTitle } from '../../shared/page-title';
import { WeekPicker, weeksQuery } from '../../shared/week-picker';
import { messages } from './messages';
import { MovedProjects } from './moved-projects';

/** Any two frozen weeks side by side, and what moved between them. */
export function ComparisonPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  const weeks = useQuery(weeksQuery);
  return (
    <main id="main">
      <QueryStates query={weeks}>{({ items }) => <Comparison weeks={items} />}</QueryStates>
    </main>
  );
}

function Comparison({ weeks }: { readonly weeks: readonly SnapshotListItemView[] }) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const find = (name: string, otherwise: number) =>
    weeks.find(({ week }) => week === value(name)) ?? weeks[otherwise];
  const [from, to] = [find('tu', 1), find('den', 0)];
  if (from === undefined || to === undefined)
    return (
      <EmptyState title={t.none}>
        <p>{t.noneWhat}</p>
      </EmptyState>
    );
  return (
    <>
      <p className="tools noprint">
        <WeekPicker label={t.from} weeks={weeks} value={from.week} onChange={(tu) => set({ tu })} />
        <WeekPicker label={t.to} weeks={weeks} value={to.week} onChange={(den) => set({ den })} />
      </p>
      <MovedProjects from={from} to={to} />
    </>
  );
}

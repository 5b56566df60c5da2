import { useQuery } from '@tanstack/react-query';
import type { ReconciliationQuery } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useFormats, useText } from '../../language';
import { EmptyState, Loading, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { DateInput } from '../../shared/date-input';
import { usePageTitle } from '../../shared/page-title';
import { planYearOf } from '../../shared/plan-year';
import { messages } from './messages';
import { reconciliationQuery } from './queries';
import { ReconciliationTable } from './reconciliation-table';
import './review.css';

const SHOWN = ['open', 'differs', 'all'] as const;
type Shown = (typeof SHOWN)[number];

const FILTERS: Readonly<Record<Shown, Partial<ReconciliationQuery>>> = {
  open: { open: 'true' },
  differs: { state: 'differs' },
  all: {},
};

/** The board's figures next to the Treasury's, largest difference first; what nobody has explained is shown first. */
export function ReconciliationPage() {
  const t = useText(messages);
  usePageTitle(t.recPageTitle);
  const today = useToday();
  return (
    <main id="main" className="rv-page">
      {today === undefined ? <Loading /> : <Reconciliation today={today} />}
    </main>
  );
}

function Reconciliation({ today }: { readonly today: string }) {
  const t = useText(messages);
  const formats = useFormats();
  const address = useAddressState();
  const asOf = address.value('den') ?? today;
  const planYear = Number(address.value('nam') ?? planYearOf(asOf));
  const q = address.value('tim') ?? '';
  const shown = SHOWN.find((one) => one === address.value('xem')) ?? 'differs';
  const query = useQuery({
    ...reconciliationQuery({ planYear, asOf, ...FILTERS[shown], ...(q === '' ? {} : { q }) }),
    placeholderData: (before) => before,
  });
  // Whether there is anything of the Treasury at all; one row is enough to know.
  const known = useQuery(reconciliationQuery({ planYear, asOf, state: 'only-board', limit: 1 }));
  const all = useQuery(reconciliationQuery({ planYear, asOf, limit: 1 }));
  const hasTreasury = known.data && all.data && known.data.total < all.data.total;
  const differing = useQuery(reconciliationQuery({ planYear, asOf, state: 'differs', limit: 1 })).data?.total;
  const day = formats.date(asOf);
  return (
    <>
      <h1>
        {hasTreasury === false
          ? t.recNone
          : differing === 0
            ? t.recEqual(day)
            : t.recTitle(differing ?? 0, day)}
      </h1>
      {hasTreasury === false && <p>{t.recNoneWhat}</p>}
      <Filter shown={shown} q={q} asOf={asOf} onChange={address.set} />
      <Section title={t.difference} end={t.silence}>
        <QueryStates query={query}>
          {({ items, total }) =>
            items.length === 0 ? (
              <EmptyState title={t.recNoMatch}>
                <p>{t.recNoMatchWhat}</p>
              </EmptyState>
            ) : (
              <>
                {total > items.length && <p className="small muted">{t.firstRows(items.length, total)}</p>}
                <ReconciliationTable rows={items} planYear={planYear} />
              </>
            )
          }
        </QueryStates>
      </Section>
    </>
  );
}

interface FilterProps {
  readonly shown: Shown;
  readonly q: string;
  readonly asOf: string;
  readonly onChange: (changes: Readonly<Record<string, string | undefined>>) => void;
}

function Filter({ shown, q, asOf, onChange }: FilterProps) {
  const t = useText(messages);
  return (
    <div className="rv-filter noprint">
      <fieldset>
        <legend className="vh">{t.show}</legend>
        {SHOWN.map((one) => (
          <label key={one}>
            <input type="radio" name="xem" checked={one === shown} onChange={() => onChange({ xem: one })} />
            {t[`show-${one}`]}
          </label>
        ))}
      </fieldset>
      {/* There is always a day: until another one is typed, the former stays. */}
      <DateInput label={t.asOf} value={asOf} onChange={(den) => den !== undefined && onChange({ den })} />
      <label className="field">
        {t.search}
        <input type="search" value={q} onChange={(event) => onChange({ tim: event.target.value })} />
      </label>
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { DecisionView } from '@thongvon/api-contract';
import { useToday } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, DateText, EmptyState, Loading, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { DataTable, type Column } from '../../shared/data-table';
import { usePageTitle } from '../../shared/page-title';
import { planYearOf } from '../../shared/plan-year';
import { Entries } from './entries';
import { messages } from './messages';
import { decisionsQuery } from './queries';

/** The capital plan as a ledger: its decisions, and each amount that they gave. */
export function PlanLedgerPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  const today = useToday();
  return <main id="main">{today === undefined ? <Loading /> : <Ledger current={planYearOf(today)} />}</main>;
}

function Ledger({ current }: { readonly current: number }) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const planYear = Number(value('nam') ?? current);
  const decisions = useQuery(decisionsQuery(planYear));
  return (
    <>
      <p className="tools noprint">
        <label>
          {t.planYear}
          <select
            className="control"
            value={planYear}
            onChange={(event) => set({ nam: event.target.value, qd: undefined })}
          >
            {[current + 1, current, current - 1].map((year) => (
              <option key={year}>{year}</option>
            ))}
          </select>
        </label>
      </p>
      <h1>
        {t.pageTitle} {planYear}
      </h1>
      <QueryStates query={decisions}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.none}>
              <p>{t.noneWhat}</p>
            </EmptyState>
          ) : (
            <>
              <Decisions items={items} />
              <Entries planYear={planYear} decision={items.find(({ id }) => id === value('qd'))} />
            </>
          )
        }
      </QueryStates>
    </>
  );
}

function Decisions({ items }: { readonly items: readonly DecisionView[] }) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const { value, set } = useAddressState();
  const chosen = value('qd');
  const columns: readonly Column<DecisionView>[] = [
    {
      key: 'number',
      title: t.decision,
      name: t.decision,
      render: ({ id, number }) => (
        <button
          type="button"
          className="link n"
          aria-pressed={chosen === id}
          title={t.show}
          onClick={() => set({ qd: chosen === id ? undefined : id })}
        >
          {number}
        </button>
      ),
    },
    { key: 'date', title: t.date, name: t.date, render: ({ date }) => <DateText date={date} /> },
    { key: 'mode', title: t.mode, name: t.mode, render: ({ mode }) => t[mode] },
    {
      key: 'projects',
      title: t.projects,
      name: t.projects,
      numeric: true,
      render: ({ projects }) => formats.count(projects),
    },
    {
      key: 'amount',
      title: t.amount,
      name: t.amount,
      numeric: true,
      render: ({ amount }) => <Amount value={amount} />,
    },
    {
      key: 'recorded',
      title: t.recorded,
      name: t.recorded,
      render: ({ recordedAt }) => <DateText date={recordedAt} />,
    },
  ];
  return (
    <Section title={t.decisions(formats.count(items.length))} end={long}>
      <DataTable stacked caption={t.pageTitle} columns={columns} rows={items} keyOf={({ id }) => id} />
    </Section>
  );
}

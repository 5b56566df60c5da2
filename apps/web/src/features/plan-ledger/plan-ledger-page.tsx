import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AllocationListQuery, AllocationView, DecisionView, ListOf } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { longList, useLongList } from '../../api/long-list';
import { useToday } from '../../api/session';
import { useFormats, useText, useUnitNames } from '../../language';
import { Amount, DateText, EmptyState, ListStates, Loading, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { CellLink, ProjectLink } from '../../shared/links';
import { type Column, DataTable } from '../../shared/data-table';
import { usePageTitle } from '../../shared/page';
import { planYearOf } from '../../shared/plan-year';
import { SearchBox } from '../../shared/list/search-box';
import { messages } from './messages';

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

interface EntriesProps {
  readonly planYear: number;
  /** Only its entries; those of all without it. */
  readonly decision: DecisionView | undefined;
}

/** Each amount that the decisions gave, with the cell that it was read from. */
function Entries({ planYear, decision }: EntriesProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  const { value, set } = useAddressState();
  const q = value('q');
  const list = useLongList(
    allocationsQuery({
      planYear,
      ...(decision === undefined ? {} : { decisionId: decision.id }),
      ...(q === undefined ? {} : { q }),
    }),
  );
  const count = formats.count(list.total);
  const columns: readonly Column<AllocationView>[] = [
    {
      key: 'project',
      title: t.project,
      name: t.project,
      render: ({ project }) => <ProjectLink project={project} />,
    },
    { key: 'source', title: t.source, name: t.source, render: ({ source }) => source.label },
    {
      key: 'amount',
      title: t.entryAmount,
      name: t.entryAmount,
      numeric: true,
      render: ({ amount, effective }) =>
        effective ? (
          <Amount value={amount} />
        ) : (
          <s title={t.noLonger}>
            <Amount value={amount} />
          </s>
        ),
    },
    {
      key: 'decision',
      title: t.decision,
      name: t.decision,
      render: ({ decision: { number } }) => <span className="n">{number}</span>,
    },
    {
      key: 'effectiveOn',
      title: t.effectiveOn,
      name: t.effectiveOn,
      render: ({ effectiveOn }) => <DateText date={effectiveOn} />,
    },
    {
      key: 'cell',
      title: t.cell,
      name: t.cell,
      render: ({ cell, returnId }) => <CellLink returnId={returnId} cell={cell} />,
    },
  ];
  return (
    <Section
      title={decision === undefined ? t.allEntries(count) : t.entries(count, decision.number)}
      end={long}
    >
      <p className="tools noprint">
        <SearchBox label={t.search} value={q ?? ''} onChange={(words) => set({ q: words })} />
      </p>
      <ListStates list={list} empty={<EmptyState title={t.noEntries} />}>
        {(rows) => (
          <DataTable
            stacked
            caption={t.pageTitle}
            columns={columns}
            rows={rows}
            keyOf={({ id }) => id}
            onEnd={list.more}
          />
        )}
      </ListStates>
    </Section>
  );
}

/** The decisions of a year: fewer than a page holds. */
const decisionsQuery = (planYear: number) =>
  queryOptions({
    queryKey: ['decisions', planYear],
    queryFn: ({ signal }) => get<ListOf<DecisionView>>('/api/decisions', { planYear, limit: 500 }, signal),
  });

const allocationsQuery = (request: Omit<AllocationListQuery, 'limit' | 'cursor'>) =>
  longList<AllocationView>(['allocations'], '/api/allocations', request);

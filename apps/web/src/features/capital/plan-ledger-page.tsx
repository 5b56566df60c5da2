import { queryOptions, useQuery } from '@tanstack/react-query';
import type { AllocationListQuery, AllocationView, DecisionView, ListOf } from '@thongvon/api-contract';
import { get } from '../../api/client';
import { longList, useLongList } from '../../api/long-list';
import { useToday } from '../../api/session';
import { type Messages, useFormats, useText, useUnitNames } from '../../language';
import { Amount, DateText, EmptyState, ListStates, Loading, QueryStates, Section } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { CellLink, ProjectLink } from '../../shared/links';
import { type Column, DataTable } from '../../shared/data-table';
import { usePageTitle } from '../../shared/page';
import { planYearOf } from '../../shared/plan-year';
import { SearchBox } from '../../shared/list/search-box';

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
    { key: 'date', title: t.date, render: ({ date }) => <DateText date={date} /> },
    { key: 'mode', title: t.mode, render: ({ mode }) => t[mode] },
    {
      key: 'projects',
      title: t.projects,
      numeric: true,
      render: ({ projects }) => formats.count(projects),
    },
    {
      key: 'amount',
      title: t.amount,
      numeric: true,
      render: ({ amount }) => <Amount value={amount} />,
    },
    {
      key: 'recorded',
      title: t.recorded,
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
      render: ({ project }) => <ProjectLink project={project} />,
    },
    { key: 'source', title: t.source, render: ({ source }) => source.label },
    {
      key: 'amount',
      title: t.entryAmount,
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
      render: ({ decision: { number } }) => <span className="n">{number}</span>,
    },
    {
      key: 'effectiveOn',
      title: t.effectiveOn,
      render: ({ effectiveOn }) => <DateText date={effectiveOn} />,
    },
    {
      key: 'cell',
      title: t.cell,
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

const messages = {
  pageTitle: { vi: 'Sổ kế hoạch vốn', en: 'Plan ledger' },
  planYear: { vi: 'Năm kế hoạch', en: 'Plan year' },
  decisions: {
    vi: (count: string) => `${count} quyết định giao và điều chỉnh kế hoạch`,
    en: (count: string) => `${count} decisions on the plan`,
  },
  decision: { vi: 'Quyết định', en: 'Decision' },
  date: { vi: 'Ngày', en: 'Date' },
  mode: { vi: 'Loại', en: 'Kind' },
  initial: { vi: 'giao đầu năm', en: 'first assignment' },
  adjustment: { vi: 'điều chỉnh', en: 'adjustment' },
  projects: { vi: 'Số dự án', en: 'Projects' },
  amount: { vi: 'Tổng số giao trong quyết định', en: 'Sum of its amounts' },
  recorded: { vi: 'Nạp vào hệ thống', en: 'Recorded' },
  show: { vi: 'Xem từng dòng', en: 'Show entries' },
  entries: {
    vi: (count: string, number: string) => `${count} dòng của ${number}`,
    en: (count: string, number: string) => `${count} entries of ${number}`,
  },
  allEntries: { vi: (count: string) => `${count} dòng của sổ`, en: (count: string) => `${count} entries` },
  project: { vi: 'Dự án', en: 'Project' },
  source: { vi: 'Nguồn vốn', en: 'Source' },
  entryAmount: { vi: 'Số vốn mới', en: 'New amount' },
  effectiveOn: { vi: 'Có hiệu lực', en: 'Effective' },
  cell: { vi: 'Ô', en: 'Cell' },
  noLonger: { vi: 'không còn tính', en: 'no longer counts' },
  search: { vi: 'Tìm dự án trong sổ', en: 'Search projects in the ledger' },
  none: { vi: 'Chưa có quyết định giao vốn', en: 'No decision on the plan yet' },
  noneWhat: {
    vi: 'Gửi tệp phụ lục quyết định giao vốn như một báo cáo; sau khi duyệt, từng dòng vốn sẽ có ở đây với ô nguồn của nó.',
    en: 'Send the annex of the decision like a return; once it is approved, each amount is here with its cell.',
  },
  noEntries: { vi: 'Không có dòng nào khớp', en: 'No entry matches' },
} satisfies Messages;

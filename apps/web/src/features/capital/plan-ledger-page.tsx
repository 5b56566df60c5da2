import { useQuery } from '@tanstack/react-query';
import type { AllocationView, DecisionView, ListOf } from '@thongvon/api-contract';
import { getQuery } from '../../api/client';
import { longList, type LongList, useLongList, wholeList } from '../../api/long-list';
import { useToday } from '../../api/session';
import { type Messages, useFormats, useText, useUnitNames, withValues } from '../../language';
import { Amount, DateText, Loading } from '../../shared';
import { useAddressState } from '../../shared/address-state';
import { CellLink, ProjectLink } from '../../shared/links';
import { Filters, ListPage } from '../../shared/list/list-page';
import { usePageTitle } from '../../shared/page';
import { planYearOf } from '../../shared/plan-year';

/** The capital plan as a ledger: its decisions, and each amount that they gave. */
export function PlanLedgerPage() {
  const t = useText(messages);
  usePageTitle(t.pageTitle);
  const today = useToday();
  return <main id="main">{today === undefined ? <Loading /> : <Ledger current={planYearOf(today)} />}</main>;
}

function Ledger({ current }: { readonly current: number }) {
  const t = useText(messages);
  const { value } = useAddressState();
  const planYear = Number(value('nam') ?? current);
  const decisions = useQuery(decisionsQuery(planYear));
  const items = decisions.data?.items;
  const years = [current + 1, current, current - 1].map(String);
  return (
    <>
      <Filters
        filters={[
          {
            kind: 'choice',
            name: 'nam',
            label: t.planYear,
            options: years.map((year) => ({ value: year, name: year })),
            initial: String(current),
            clears: 'qd',
          },
        ]}
      />
      <h1>
        {t.pageTitle} {planYear}
      </h1>
      <Decisions list={wholeList(decisions, items)} />
      {items !== undefined && items.length > 0 && (
        <Entries planYear={planYear} decision={items.find(({ id }) => id === value('qd'))} />
      )}
    </>
  );
}

function Decisions({ list }: { readonly list: LongList<DecisionView> }) {
  const t = useText(messages);
  const formats = useFormats();
  const { long } = useUnitNames();
  return (
    <ListPage
      list={list}
      title={t.decisions(formats.count(list.total))}
      end={long}
      columns={[
        { key: 'number', title: t.decision, render: (decision) => <ShowEntries decision={decision} /> },
        { key: 'date', title: t.date, render: ({ date }) => <DateText date={date} /> },
        { key: 'mode', title: t.mode, render: ({ mode }) => t[mode] },
        {
          key: 'projects',
          title: t.projects,
          numeric: true,
          render: ({ projects }) => formats.count(projects),
        },
        { key: 'amount', title: t.amount, numeric: true, render: ({ amount }) => <Amount value={amount} /> },
        { key: 'recorded', title: t.recorded, render: ({ recordedAt }) => <DateText date={recordedAt} /> },
      ]}
      empty={t.none}
      emptyWhat={t.noneWhat}
    />
  );
}

/** The decision's number, which narrows the entries below to its own, or shows all again. */
function ShowEntries({ decision: { id, number } }: { readonly decision: DecisionView }) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  const isChosen = value('qd') === id;
  return (
    <button
      type="button"
      className="link n"
      aria-pressed={isChosen}
      title={t.show}
      onClick={() => set({ qd: isChosen ? undefined : id })}
    >
      {number}
    </button>
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
  const { value } = useAddressState();
  const list = useLongList(allocationsQuery({ planYear, decisionId: decision?.id, q: value('q') }));
  const count = formats.count(list.total);
  return (
    <ListPage
      list={list}
      title={decision === undefined ? t.allEntries(count) : t.entries(count, decision.number)}
      end={long}
      filters={[{ kind: 'words', name: 'q', label: t.search }]}
      columns={[
        { key: 'project', title: t.project, render: ({ project }) => <ProjectLink project={project} /> },
        { key: 'source', title: t.source, render: ({ source }) => source.label },
        { key: 'amount', title: t.entryAmount, numeric: true, render: (entry) => <EntryAmount {...entry} /> },
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
      ]}
      empty={t.noEntries}
    />
  );
}

/** Struck out where a later decision stands in its place. */
function EntryAmount({ amount, effective }: Pick<AllocationView, 'amount' | 'effective'>) {
  const t = useText(messages);
  if (effective) return <Amount value={amount} />;
  return (
    <s title={t.noLonger}>
      <Amount value={amount} />
    </s>
  );
}

/** The decisions of a year: fewer than a page holds. */
const decisionsQuery = (planYear: number) =>
  getQuery<ListOf<DecisionView>>(['decisions', planYear], '/api/decisions', { planYear, limit: 500 });

const allocationsQuery = (request: {
  readonly planYear: number;
  readonly decisionId: string | undefined;
  readonly q: string | undefined;
}) => longList<AllocationView>(['allocations'], '/api/allocations', request);

const messages = {
  pageTitle: { vi: 'Sổ kế hoạch vốn', en: 'Plan ledger' },
  planYear: { vi: 'Năm kế hoạch', en: 'Plan year' },
  decisions: withValues('{} quyết định giao và điều chỉnh kế hoạch', '{} decisions on the plan'),
  decision: { vi: 'Quyết định', en: 'Decision' },
  date: { vi: 'Ngày', en: 'Date' },
  mode: { vi: 'Loại', en: 'Kind' },
  initial: { vi: 'giao đầu năm', en: 'first assignment' },
  adjustment: { vi: 'điều chỉnh', en: 'adjustment' },
  projects: { vi: 'Số dự án', en: 'Projects' },
  amount: { vi: 'Tổng số giao trong quyết định', en: 'Sum of its amounts' },
  recorded: { vi: 'Nạp vào hệ thống', en: 'Recorded' },
  show: { vi: 'Xem từng dòng', en: 'Show entries' },
  entries: withValues('{count} dòng của {number}', '{count} entries of {number}'),
  allEntries: withValues('{} dòng của sổ', '{} entries'),
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

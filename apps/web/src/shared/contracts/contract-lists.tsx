import type { ReactNode } from 'react';
import type {
  ContractAdvanceListQuery,
  ContractAdvanceView,
  GuaranteeListQuery,
  GuaranteeView,
} from '@thongvon/api-contract';
import { longList } from '../../api/long-list';
import { type Messages, useFormats, useText, withValues } from '../../language';
import type { Column } from '../data-table';
import { Amount, DateText } from '../values';

/** What fetches both lists anew when something is entered. */
export const ADVANCES_KEY = ['contract-advances'] as const;
export const GUARANTEES_KEY = ['guarantees'] as const;

/** Advances of contracts as they stand today, what presses most first. */
export const contractAdvancesQuery = (request: Omit<ContractAdvanceListQuery, 'limit' | 'cursor'>) =>
  longList<ContractAdvanceView>(ADVANCES_KEY, '/api/contract-advances', request);

/** Guarantees as they stand today, the one that ends first comes first. */
export const guaranteesQuery = (request: Omit<GuaranteeListQuery, 'limit' | 'cursor'>) =>
  longList<GuaranteeView>(GUARANTEES_KEY, '/api/guarantees', request);

/** Columns of advances of contracts; a table of several projects puts its own before them. */
export function useAdvanceColumns(): Column<ContractAdvanceView>[] {
  const t = useText(messages);
  const formats = useFormats();
  return [
    {
      key: 'contract',
      title: t.contract,
      className: 'dt-wide',
      render: ({ contract, contractor }) => (
        <>
          {contract}
          <span className="sub">{contractor}</span>
        </>
      ),
    },
    {
      key: 'amount',
      title: t.amount,
      numeric: true,
      render: ({ amount, paidOn }) => (
        <>
          <Amount value={amount} />
          <span className="sub">{t.paidOn(formats.date(paidOn))}</span>
        </>
      ),
    },
    {
      key: 'outstanding',
      title: t.outstanding,
      numeric: true,
      render: ({ outstanding, recovered }) => (
        <>
          <b>
            <Amount value={outstanding} />
          </b>
          <span className="sub">
            {recovered === null ? t.nobodySaid : t.recovered(formats.amount(recovered))}
          </span>
        </>
      ),
    },
    {
      key: 'disbursed',
      title: t.disbursed,
      numeric: true,
      className: 'dt-wide',
      render: (advance) => <Disbursed advance={advance} />,
    },
    {
      key: 'state',
      title: t.state,
      className: 'dt-wide',
      render: (advance) => (
        <>
          <AdvanceState advance={advance} />
          {advance.reason !== null && <span className="sub">{t.because(advance.reason)}</span>}
        </>
      ),
    },
  ];
}

/** What is disbursed of the contract, and its share of the value. */
function Disbursed({ advance }: { readonly advance: ContractAdvanceView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { disbursed, disbursedRate: share, figuresOn, contractValue } = advance;
  const value = t.ofValue(formats.amount(contractValue));
  if (disbursed === null || figuresOn === null)
    return (
      <>
        <span className="muted">{t.nobodySaid}</span>
        <span className="sub">{value}</span>
      </>
    );
  return (
    <>
      <Amount value={disbursed} />
      <span className="sub">
        {value}
        {share !== null && ` = ${t.shareOn(formats.percent(share), formats.shortDate(figuresOn))}`}
      </span>
      {BigInt(disbursed) > BigInt(contractValue) && <span className="sub strong">{t.overValue}</span>}
    </>
  );
}

/** Columns of guarantees; a table of several projects puts its own before them. */
export function useGuaranteeColumns(): Column<GuaranteeView>[] {
  const t = useText(messages);
  return [
    { key: 'contractor', title: t.contractor, render: ({ contractor }) => contractor },
    {
      key: 'amount',
      title: t.guaranteed,
      numeric: true,
      render: ({ amount }) => <Amount value={amount} />,
    },
    {
      key: 'expiresOn',
      title: t.expiresOn,
      render: ({ expiresOn }) => <DateText date={expiresOn} />,
    },
    {
      key: 'state',
      title: t.state,
      render: (guarantee) => <GuaranteeState guarantee={guarantee} />,
    },
    { key: 'document', title: t.document, render: ({ document }) => document ?? '' },
  ];
}

type Mark = 'late' | 'soon' | 'open' | 'done';

/** How an advance stands on its recovery clock, in words, with the day that counts. */
function AdvanceState({ advance }: { readonly advance: ContractAdvanceView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { state, daysLate, recoverBy, overdueAfter, unverified } = advance;
  const since = recoverBy === null ? null : t.dueSince(formats.date(recoverBy));
  switch (state) {
    case 'overdue':
      return <State mark="late" name={t['advance-late'](daysLate)} notes={[since]} />;
    case 'past-share':
      return <State mark="soon" name={t['advance-past-share']} notes={[t.shareWhy]} />;
    case 'due': {
      const until = overdueAfter === null ? null : t.overdueAfter(formats.date(overdueAfter));
      return (
        <State mark="soon" name={t['advance-due']} notes={[since, until, unverified ? t.unverified : null]} />
      );
    }
    case 'running': {
      const by = recoverBy === null ? t.noRecoverBy : t.recoverBy(formats.date(recoverBy));
      return <State mark="open" name={t['advance-running']} notes={[by, unverified ? t.unverified : null]} />;
    }
    case 'recovered':
      return <State mark="done" name={t['advance-recovered']} />;
  }
}

/** Whether a guarantee still lives, and how long; marked once the alert rule speaks of it. */
function GuaranteeState({ guarantee }: { readonly guarantee: GuaranteeView }) {
  const { state, daysLeft, warnDays } = guarantee;
  const t = useText(messages);
  switch (state) {
    case 'expired':
      return <State mark="late" name={t['guarantee-ended'](-daysLeft)} />;
    case 'running': {
      const left = daysLeft === 0 ? t['guarantee-last-day'] : t['guarantee-left'](daysLeft);
      return <State mark={warnDays !== null && daysLeft <= warnDays ? 'soon' : 'open'} name={left} />;
    }
    case 'released':
      return <State mark="done" name={t['guarantee-released']} />;
  }
}

const MARKS: Readonly<Record<Mark, { readonly text: string; readonly shape: string | null }>> = {
  late: { text: 'alarm', shape: 'mk mk-over' },
  soon: { text: 'strong', shape: 'mk mk-soon' },
  open: { text: '', shape: 'mk' },
  done: { text: 'muted', shape: null },
};

interface StateProps {
  readonly mark: Mark;
  readonly name: ReactNode;
  readonly notes?: readonly (string | null)[];
}

/** By shape first: filled for late, half for soon, hollow for in time, none for what is over. */
function State({ mark, name, notes = [] }: StateProps) {
  const { text, shape } = MARKS[mark];
  const said = notes.filter((note) => note !== null);
  return (
    <>
      <span className={text}>
        {shape !== null && <span className={shape} />}
        {name}
      </span>
      {said.length > 0 && <span className="sub">{said.join('; ')}</span>}
    </>
  );
}

const messages = {
  project: { vi: 'Dự án', en: 'Project' },
  contract: { vi: 'Hợp đồng, nhà thầu', en: 'Contract, contractor' },
  contractor: { vi: 'Nhà thầu', en: 'Contractor' },
  amount: { vi: 'Tạm ứng', en: 'Advance' },
  paidOn: withValues('ngày {}', 'on {}'),
  disbursed: { vi: 'Hợp đồng đã giải ngân', en: 'Disbursed of the contract' },
  ofValue: withValues('trên {}', 'of {}'),
  shareOn: withValues('{share}, đến {day}', '{share}, to {day}'),
  overValue: { vi: 'vượt giá trị hợp đồng', en: 'more than the contract is worth' },
  nobodySaid: { vi: 'chưa nhập', en: 'not entered' },
  outstanding: { vi: 'Chưa thu hồi', en: 'Not recovered' },
  recovered: withValues('đã thu hồi {}', '{} recovered'),
  because: withValues('Lý do: {}', 'Why: {}'),
  state: { vi: 'Trạng thái', en: 'State' },
  guaranteed: { vi: 'Bảo lãnh', en: 'Guaranteed' },
  expiresOn: { vi: 'Hết hạn', en: 'Ends on' },
  document: { vi: 'Theo văn bản', en: 'By document' },

  'advance-late': withValues('Quá hạn thu hồi {} ngày', '{} days overdue'),
  'advance-past-share': { vi: 'Phải thu hồi hết theo tỷ lệ', en: 'Must be recovered by its share' },
  shareWhy: {
    vi: 'hợp đồng đã giải ngân qua mức mà Nghị định 254/2025 buộc thu hồi hết',
    en: 'more of the contract is disbursed than the share of decree 254/2025',
  },
  'advance-due': { vi: 'Đến hạn thu hồi', en: 'Due to be recovered' },
  dueSince: withValues('theo hợp đồng từ {}', 'by the contract since {}'),
  overdueAfter: withValues('quá hạn sau {}', 'overdue after {}'),
  'advance-running': { vi: 'Đang thực hiện', en: 'Running' },
  recoverBy: withValues('thu hồi chậm nhất {}', 'to be recovered by {}'),
  noRecoverBy: { vi: 'hợp đồng không ghi ngày thu hồi', en: 'the contract names no day' },
  unverified: {
    vi: 'trước Nghị định 254/2025: không tính quá hạn',
    en: 'paid before decree 254/2025: nobody is late',
  },
  'advance-recovered': { vi: 'Đã thu hồi hết', en: 'Recovered' },
  'guarantee-left': withValues('Còn {} ngày', '{} days left'),
  'guarantee-last-day': { vi: 'Hết hạn hôm nay', en: 'Ends today' },
  'guarantee-ended': withValues('Hết hạn {} ngày', 'Ended {} days ago'),
  'guarantee-released': { vi: 'Đã giải tỏa', en: 'Released' },
} satisfies Messages;

/** States of an advance, to choose from. */
export const ADVANCE_STATES = {
  overdue: { vi: 'Quá hạn thu hồi', en: 'Overdue' },
  'past-share': { vi: 'Phải thu hồi hết theo tỷ lệ', en: 'Past its share' },
  due: { vi: 'Đến hạn thu hồi', en: 'Due' },
  running: { vi: 'Đang thực hiện', en: 'Running' },
  recovered: { vi: 'Đã thu hồi hết', en: 'Recovered' },
} satisfies Messages;

/** States of a guarantee, to choose from. */
export const GUARANTEE_STATES = {
  expired: { vi: 'Hết hạn', en: 'Expired' },
  running: { vi: 'Còn hiệu lực', en: 'Running' },
  released: { vi: 'Đã giải tỏa', en: 'Released' },
} satisfies Messages;

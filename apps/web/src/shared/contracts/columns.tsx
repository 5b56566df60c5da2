import type { ContractAdvanceView, GuaranteeView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Amount } from '../amount';
import { DateText } from '../date-text';
import type { Column } from '../data-table';
import { messages } from './messages';
import { AdvanceState, GuaranteeState } from './states';

/** Columns of advances of contracts; a table of several projects puts its own before them. */
export function useAdvanceColumns(): Column<ContractAdvanceView>[] {
  const t = useText(messages);
  const formats = useFormats();
  return [
    {
      key: 'contract',
      title: t.contract,
      name: t.contract,
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
      name: t.amount,
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
      name: t.outstanding,
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
      name: t.disbursed,
      numeric: true,
      className: 'dt-wide',
      render: (advance) => <Disbursed advance={advance} />,
    },
    {
      key: 'state',
      title: t.state,
      name: t.state,
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
    { key: 'contractor', title: t.contractor, name: t.contractor, render: ({ contractor }) => contractor },
    {
      key: 'amount',
      title: t.guaranteed,
      name: t.guaranteed,
      numeric: true,
      render: ({ amount }) => <Amount value={amount} />,
    },
    {
      key: 'expiresOn',
      title: t.expiresOn,
      name: t.expiresOn,
      render: ({ expiresOn }) => <DateText date={expiresOn} />,
    },
    {
      key: 'state',
      title: t.state,
      name: t.state,
      render: (guarantee) => <GuaranteeState guarantee={guarantee} />,
    },
    { key: 'document', title: t.document, name: t.document, render: ({ document }) => document ?? '' },
  ];
}

import type { ReactNode } from 'react';
import type {
  CellView,
  ProvenanceFigureView,
  ProvenancePlanView,
  ProvenanceReturnView,
} from '@thongvon/api-contract';
import { address } from '../../api/client';
import { useFormats, useText } from '../../language';
import { Amount } from '../amount';
import { DateText } from '../date-text';
import { messages } from './messages';

/** One figure: amount, cell, its parts, its return. */
export function FigureEntry({ figure }: { readonly figure: ProvenanceFigureView }) {
  const t = useText(messages);
  const { basis, asOf, source, disbursed, completed, advance, cells } = figure;
  return (
    <Entry
      amount={disbursed}
      cell={cells['disbursed']}
      what={
        <>
          {t.asOf} <DateText date={asOf} /> · {t[basis]}
          {source.code !== 'unspecified' && ` · ${source.label}`}
        </>
      }
      from={figure.return}
    >
      <Part name={t.completed} amount={completed} cell={cells['completed']} />
      <Part name={t.advance} amount={advance} cell={cells['advance']} />
    </Entry>
  );
}

/** One assignment of capital: amount, cell, decision, its return. */
export function PlanEntry({ plan }: { readonly plan: ProvenancePlanView }) {
  const t = useText(messages);
  const { decision, effectiveOn, source, amount, cell } = plan;
  return (
    <Entry
      amount={amount}
      cell={cell}
      what={
        <>
          {t.decision} <span className="n">{decision}</span>, {t.effectiveOn} <DateText date={effectiveOn} />{' '}
          · {source.label}
        </>
      }
      from={plan.return}
    />
  );
}

interface EntryProps {
  readonly amount: string | null;
  readonly cell: CellView | undefined;
  readonly what: ReactNode;
  readonly from: ProvenanceReturnView;
  readonly children?: ReactNode;
}

function Entry({ amount, cell, what, from, children }: EntryProps) {
  const t = useText(messages);
  return (
    <li className="source-entry">
      <p className="source-amount">
        <strong>
          <Amount value={amount} unit />
        </strong>
        <Cell cell={cell} />
      </p>
      <p className="small">{what}</p>
      {children !== undefined && <dl className="source-parts">{children}</dl>}
      <People from={from} />
      <p className="small">
        {t.file}: {from.fileName} · <a href={address(`/api/returns/${from.id}/file`)}>{t.download}</a>
      </p>
    </li>
  );
}

function Part(props: {
  readonly name: string;
  readonly amount: string | null;
  readonly cell: CellView | undefined;
}) {
  if (props.amount === null) return null;
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>
        <Amount value={props.amount} /> <Cell cell={props.cell} />
      </dd>
    </div>
  );
}

/** Sheet and cell; a figure that no cell holds was derived (contract, section 3). */
function Cell({ cell }: { readonly cell: CellView | undefined }) {
  const t = useText(messages);
  if (cell === undefined) return <span className="muted small">{t.derived}</span>;
  return (
    <span className="cell" title={`${t.cell} ${cell.cell}, ${cell.sheet}`}>
      {cell.sheet}!{cell.cell}
    </span>
  );
}

function People({ from }: { readonly from: ProvenanceReturnView }) {
  const t = useText(messages);
  const formats = useFormats();
  const { organization, receivedAt, submittedBy, approvedAt, approvedBy } = from;
  return (
    <p className="small muted">
      {t.sentBy(submittedBy ?? t.unknownPerson, organization, formats.instant(receivedAt))}
      {approvedAt !== null && `; ${t.approvedBy(approvedBy ?? t.unknownPerson, formats.instant(approvedAt))}`}
    </p>
  );
}

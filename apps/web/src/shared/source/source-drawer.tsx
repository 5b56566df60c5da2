import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type {
  CellView,
  CorrectionView,
  ProvenanceFigureView,
  ProvenancePlanView,
  ProvenanceReturnView,
  ProvenanceView,
} from '@thongvon/api-contract';
import { address } from '../../api/client';
import { useFormats, useText } from '../../language';
import { Amount, DateText } from '../values';
import { CorrectionSays } from '../correction-says';
import { Drawer } from '../drawer';
import { QueryStates } from '../page';
import { messages } from './messages';
import { type NumberOfProject, provenanceQuery, type SourceField } from './queries';

interface SourceDrawerProps {
  readonly number: NumberOfProject;
  readonly onClose: () => void;
}

/** What is in force first, then what was before it; of a computed number how, and all that it is computed from. */
export function SourceDrawer({ number, onClose }: SourceDrawerProps) {
  const t = useText(messages);
  const { projectId, planYear, asOf, field } = number;
  const provenance = useQuery(provenanceQuery(projectId, planYear, asOf));
  return (
    <Drawer title={t[`title-${field}`]} onClose={onClose}>
      <QueryStates query={provenance}>
        {(view) => (
          <>
            <p className="strong">{view.project.name}</p>
            <p className="muted n">{view.project.code}</p>
            <Sources view={view} field={field} />
          </>
        )}
      </QueryStates>
    </Drawer>
  );
}

interface SourcesProps {
  readonly view: ProvenanceView;
  readonly field: SourceField;
}

function Sources({ view, field }: SourcesProps) {
  const t = useText(messages);
  switch (field) {
    case 'planned':
      return <Plans view={view} />;
    case 'disbursed':
    case 'completed':
    case 'advance':
      // First the number that was clicked; the Treasury's next to it.
      return <Figures figures={[...reported(view), ...confirmed(view)]} />;
    case 'treasury':
      return <Figures figures={confirmed(view)} />;
    case 'weekChange':
      return (
        <>
          <p className="source-how">{t[`how-${field}`]}</p>
          <Figures figures={reported(view)} />
        </>
      );
    default:
      return (
        <>
          <p className="source-how">{t[`how-${field}`]}</p>
          <h3 className="source-part">{t.plans}</h3>
          <Plans view={view} />
          <h3 className="source-part">{t.figures}</h3>
          <Figures figures={reported(view)} />
        </>
      );
  }
}

/** What the owner reported, which computed numbers are made of. */
const reported = ({ figures }: ProvenanceView) => figures.filter(({ basis }) => basis === 'reported');

const confirmed = ({ figures }: ProvenanceView) => figures.filter(({ basis }) => basis === 'treasury');

function Figures({ figures }: { readonly figures: readonly ProvenanceFigureView[] }) {
  return (
    <Entries
      items={figures}
      draw={(figure: ProvenanceFigureView) => (
        <FigureEntry
          key={`${figure.return.id} ${figure.planType} ${figure.source.code} ${figure.basis}`}
          figure={figure}
        />
      )}
    />
  );
}

function Plans({ view }: { readonly view: ProvenanceView }) {
  return (
    <Entries
      items={view.plans}
      draw={(plan: ProvenancePlanView) => (
        <PlanEntry key={`${plan.return.id} ${plan.planType} ${plan.source.code}`} plan={plan} />
      )}
    />
  );
}

interface EntriesProps<T> {
  readonly items: readonly T[];
  readonly draw: (item: T) => React.ReactNode;
}

function Entries<T extends { readonly inForce: boolean }>({ items, draw }: EntriesProps<T>) {
  const t = useText(messages);
  const now = items.filter(({ inForce }) => inForce);
  const before = items.filter(({ inForce }) => !inForce);
  return (
    <>
      <h3 className="source-head">{t.inForce}</h3>
      {now.length === 0 ? <p className="muted">{t.noneInForce}</p> : <ul>{now.map(draw)}</ul>}
      {before.length > 0 && (
        <>
          <h3 className="source-head">{t.earlier}</h3>
          <ul className="source-before">{before.map(draw)}</ul>
        </>
      )}
    </>
  );
}

/** One figure: amount, cell, its parts, its return. */
function FigureEntry({ figure }: { readonly figure: ProvenanceFigureView }) {
  const t = useText(messages);
  const { basis, asOf, source, disbursed, completed, advance, cells, corrections } = figure;
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
      corrections={corrections}
    >
      <Part name={t.completed} amount={completed} cell={cells['completed']} />
      <Part name={t.advance} amount={advance} cell={cells['advance']} />
    </Entry>
  );
}

/** One assignment of capital: amount, cell, decision, its return. */
function PlanEntry({ plan }: { readonly plan: ProvenancePlanView }) {
  const t = useText(messages);
  const { decision, effectiveOn, source, amount, cell, corrections } = plan;
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
      corrections={corrections}
    />
  );
}

interface EntryProps {
  readonly amount: string | null;
  readonly cell: CellView | undefined;
  readonly what: ReactNode;
  readonly from: ProvenanceReturnView;
  readonly corrections: readonly CorrectionView[];
  readonly children?: ReactNode;
}

function Entry({ amount, cell, what, from, corrections, children }: EntryProps) {
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
      {corrections.map((one) => (
        <p key={`${one.sheet} ${one.cell}`} className="small source-corrected">
          <CorrectionSays one={one} />
        </p>
      ))}
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

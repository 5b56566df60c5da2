import { useQuery } from '@tanstack/react-query';
import type { ProvenanceFigureView, ProvenancePlanView, ProvenanceView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { Drawer } from '../drawer';
import { QueryStates } from '../query-states';
import { FigureEntry, PlanEntry } from './source-entry';
import { messages } from './messages';
import { provenanceQuery } from './queries';
import type { NumberOfProject, SourceField } from './number-of-project';

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

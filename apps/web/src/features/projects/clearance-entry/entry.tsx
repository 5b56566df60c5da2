import { useState } from 'react';
import type { ProjectClearancePageView } from '@thongvon/api-contract';
import { useUser } from '../../../api/session';
import { useText } from '../../../language';
import { Act } from '../../../shared/form/act';
import { Choice } from '../../../shared/form/fields';
import './entry.css';
import { entryMessages } from './messages';
import { ProgressForm } from './progress-form';
import { Segments } from './segments';
import { Steps } from './steps';

export interface EntryProps {
  readonly projectId: string;
  readonly clearance: ProjectClearancePageView;
  readonly today: string;
}

/** What is entered of a project's land clearance by hand: its parts, how far the households are, the steps of the law. */
export function ClearanceEntry({ projectId, clearance, today }: EntryProps) {
  const t = useText(entryMessages);
  const { segments, blockers } = clearance;
  // Who sees the project only because a blocker is theirs to solve looks on.
  const looksOn = blockers.some(({ capitalHeldBasis }) => capitalHeldBasis.withheld);
  const mayEnter = useUser().role === 'reporter' && !looksOn;
  const [segmentId, setSegment] = useState('');
  const part = segments.find(({ id }) => id === segmentId);
  const of = part === undefined ? 'whole' : part.id;
  return (
    <>
      <Segments projectId={projectId} segments={segments} mayEnter={mayEnter} />
      {segments.length > 0 && (
        <div className="form form-narrow">
          <Choice
            label={t.part}
            none={t.whole}
            value={segmentId}
            onChange={setSegment}
            options={segments.map(({ id, name }) => ({ value: id, name }))}
          />
        </div>
      )}
      {mayEnter && (
        <Act
          key={`progress ${of}`}
          name={`progress:${projectId}:${of}`}
          title={t.progress}
          note={part?.name ?? t.whole}
        >
          {() => (
            <ProgressForm
              projectId={projectId}
              figures={clearance.figures}
              segmentId={part?.id ?? null}
              today={today}
            />
          )}
        </Act>
      )}
      <Steps
        key={`steps ${of}`}
        projectId={projectId}
        segmentId={part?.id ?? null}
        mayEnter={mayEnter}
        today={today}
      />
    </>
  );
}

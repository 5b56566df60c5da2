import type { TaskView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import './tasks.css';
import { TASK_STATES, taskWords } from './words';

type Standing = Pick<TaskView, 'state' | 'overdue' | 'daysOverdue' | 'dueMoves' | 'proposedDue'>;

/** How far a task is, in a mark and words. Red is a person's turn today: past its day, or refused and back with the giver. */
export function TaskState({ task }: { readonly task: Standing }) {
  const t = useText(taskWords);
  const names = useText(TASK_STATES);
  const { state, overdue, daysOverdue } = task;
  if (overdue)
    return (
      <span className="alarm">
        <span className="mk mk-over" aria-hidden="true" />
        {t.overdueBy(String(daysOverdue))}
      </span>
    );
  const mark = MARKS[state];
  return (
    <span className={state === 'refused' ? 'alarm' : 'strong'}>
      <span className={`mk ${mark}`} aria-hidden="true" />
      {names[state]}
    </span>
  );
}

const MARKS: Readonly<Record<TaskView['state'], string>> = {
  assigned: '',
  accepted: 'mk-soon',
  reported: 'tk-said',
  confirmed: 'tk-ok',
  refused: 'mk-over',
  withdrawn: '',
};

/** What is to be said of its date besides: how often it was moved, which one is asked for. */
export function DueNotes({ task: { dueMoves, proposedDue } }: { readonly task: Standing }) {
  const t = useText(taskWords);
  const formats = useFormats();
  const notes = [
    ...(dueMoves > 0 ? [t.moved(String(dueMoves))] : []),
    ...(proposedDue === null ? [] : [t.asksFor(formats.date(proposedDue.due))]),
  ];
  return notes.length === 0 ? null : <>{notes.join('; ')}</>;
}

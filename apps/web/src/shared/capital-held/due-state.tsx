import type { BlockerView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { messages } from './messages';
import { urgencyOf } from './urgency';

interface DueStateProps {
  readonly blocker: Pick<BlockerView, 'state' | 'due' | 'daysOverdue' | 'closedOn'>;
  /** `YYYY-MM-DD` that days are counted to. */
  readonly today: string;
}

/** Whether a blocker waits past its day, by shape first: filled overdue, half due by the next letter, hollow in time. */
export function DueState({ blocker: { state, due, daysOverdue, closedOn }, today }: DueStateProps) {
  const t = useText(messages);
  const formats = useFormats();
  if (state === 'closed') return <span>{closedOn === null ? '' : t.closed(formats.date(closedOn))}</span>;
  if (due === null) return <span className="muted">{t.noDue}</span>;
  const days = daysOverdue !== null && daysOverdue > 0 ? daysOverdue : -daysFrom(today, due);
  const urgency = urgencyOf(due, today);
  if (urgency === 'late')
    return (
      <span className="alarm">
        <span className="mk mk-over" />
        {t.overdue(days)}
      </span>
    );
  return (
    <span className={urgency === 'soon' ? 'strong' : ''}>
      <span className={urgency === 'soon' ? 'mk mk-soon' : 'mk'} />
      {days === 0 ? t.dueToday : t.daysLeft(-days)}
    </span>
  );
}

const DAY = 86_400_000;

/** Whole days between two plain dates. */
const daysFrom = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;

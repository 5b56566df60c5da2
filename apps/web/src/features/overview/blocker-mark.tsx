import type { BlockerView } from '@thongvon/contracts';
import { daysBetween, plainDate } from '@thongvon/kernel';
import { useFormats, useText } from '../../language';
import { messages } from './messages';
import { useBlockersDay } from './use-blockers-day';

/** Due within so many days is soon. */
const SOON = 7;

/** What blocks a project: filled square overdue, half-filled due soon, hollow in time. */
export function BlockerMark({ blocker }: { readonly blocker: BlockerView | undefined }) {
  if (blocker === undefined) return <span className="muted">–</span>;
  return (
    <>
      <DueMark due={blocker.due} daysOverdue={blocker.daysOverdue} />
      <span className="sub ov-why" title={blocker.description}>
        {blocker.description}
      </span>
    </>
  );
}

function DueMark({ due, daysOverdue }: Pick<BlockerView, 'due' | 'daysOverdue'>) {
  const t = useText(messages);
  const formats = useFormats();
  const day = useBlockersDay();
  if (daysOverdue !== null && daysOverdue > 0)
    return (
      <span className="alarm">
        <span className="mk mk-over" />
        {t.daysOverdue(daysOverdue)}
      </span>
    );
  if (due === null)
    return (
      <span>
        <span className="mk" />
        {t.noDue}
      </span>
    );
  const left = day === undefined ? Infinity : daysBetween(plainDate(day), plainDate(due));
  return left <= SOON ? (
    <span className="strong">
      <span className="mk mk-soon" />
      {t.dueSoon(formats.shortDate(due), left)}
    </span>
  ) : (
    <span>
      <span className="mk" />
      {t.due(formats.shortDate(due))}
    </span>
  );
}

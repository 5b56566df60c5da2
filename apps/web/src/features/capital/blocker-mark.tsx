import type { BlockerView } from '@thongvon/api-contract';
import { daysBetween, isDueSoon, nextLetterDay, plainDate } from '@thongvon/kernel';
import { useFormats, useText } from '../../language';
import { messages } from './messages';

interface BlockerMarkProps {
  readonly blocker: BlockerView | undefined;
  /** To which days are counted. */
  readonly businessDay: string;
}

/** What blocks a project: filled square overdue, half-filled due soon, hollow in time. */
export function BlockerMark({ blocker, businessDay }: BlockerMarkProps) {
  if (blocker === undefined) return <span className="muted">–</span>;
  return (
    <>
      <DueMark due={blocker.due} daysOverdue={blocker.daysOverdue} businessDay={businessDay} />
      <span className="sub ov-why" title={blocker.description}>
        {blocker.description}
      </span>
    </>
  );
}

function DueMark({
  due,
  daysOverdue,
  businessDay,
}: Pick<BlockerView, 'due' | 'daysOverdue'> & Pick<BlockerMarkProps, 'businessDay'>) {
  const t = useText(messages);
  const formats = useFormats();
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
  const day = plainDate(businessDay);
  const left = daysBetween(day, plainDate(due));
  return isDueSoon(plainDate(due), { businessDay: day, nextLetterOn: nextLetterDay(day) }) ? (
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

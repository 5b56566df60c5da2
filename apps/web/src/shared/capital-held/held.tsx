import { Link } from 'wouter';
import { useQuery } from '@tanstack/react-query';
import type {
  BlockerGroupView,
  BlockerSummaryView,
  BlockerView,
  HeldPartsView,
} from '@thongvon/api-contract';
import { isDueSoon, isOverdue, nextLetterDay, plainDate } from '@thongvon/kernel';
import { type Messages, useFormats, useSaid, useText, withValues } from '../../language';
import { largestOf, widthShare } from '../drawing';
import './capital-held.css';
import { causesQuery } from './queries';

/** What each cause holds, as bars of one scale; each leads to its blockers. What only words suggest says so. */
export function HeldByCause({ groups }: { readonly groups: readonly BlockerGroupView[] }) {
  const formats = useFormats();
  const nameOf = useCauseNames();
  const t = useText(messages);
  const most = largestOf(groups.map(({ capitalHeld }) => capitalHeld));
  const allSuggested = groups.length > 0 && groups.every(({ suggested }) => suggested);
  return (
    <ul>
      {allSuggested && <li className="ch-note">{t.allSuggested}</li>}
      {groups.map(({ key, suggested, capitalHeld, parts }) => (
        <li key={`${key ?? ''} ${suggested}`}>
          {/* Nobody has confirmed them: they are found among those without a cause. */}
          <Link
            href={`/vuong-mac?cause=${suggested ? 'unclassified' : (key ?? 'unclassified')}`}
            className="ch-cause"
          >
            <span>
              {nameOf(key)}
              {suggested && !allSuggested && <small> · {t.suggested}</small>}
            </span>
            <span className="n strong">{formats.amount(capitalHeld)}</span>
            <span className="ch-bar" aria-hidden="true">
              {heldByUrgency(parts)
                .filter(([, held]) => held !== '0')
                .map(([urgency, held]) => (
                  <i
                    key={urgency}
                    className={`ch-${urgency}`}
                    style={{ width: `${100 * widthShare(held, most)}%` }}
                  />
                ))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface HeldStripProps {
  readonly parts: HeldPartsView;
  readonly reckoning: Pick<BlockerSummaryView['reckoning'], 'nextLetterOn'>;
  /** What is still to be disbursed, whole đồng; null where it isn't known. */
  readonly remaining: string | null;
}

/** The capital that is still to be disbursed as one strip: what waits, and how pressing it is. */
export function HeldStrip({ parts, reckoning, remaining }: HeldStripProps) {
  const t = useText(messages);
  const formats = useFormats();
  const shown = [
    { name: 'late', amount: parts.overdue },
    { name: 'soon', amount: parts.dueSoon },
    { name: 'inTime', amount: parts.later },
    { name: 'free', amount: parts.notHeld },
  ] as const;
  const most = largestOf(shown.map(({ amount }) => amount));
  return (
    <>
      {remaining !== null && <p className="ch-of">{t.of(formats.amount(remaining))}</p>}
      <div className="ch-strip" aria-hidden="true">
        {shown.map(({ name, amount }) => (
          <i key={name} className={`ch-${name}`} style={{ flexGrow: widthShare(amount, most) }} />
        ))}
      </div>
      <ul className="ch-key">
        {shown.map(({ name, amount }) => (
          <li key={name} className={name === 'late' && amount !== '0' ? 'alarm' : ''}>
            <i className={`ch-${name}`} aria-hidden="true" />
            {name === 'soon' ? t.soon(formats.shortDate(reckoning.nextLetterOn)) : t[name]}
            <span className="n">{formats.amount(amount)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

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

/** How pressing a blocker is, in the three shades that are drawn. */
type Urgency = 'late' | 'soon' | 'inTime';

/** Whole đồng that something holds, by urgency; what it holds twice counts once. */
const heldByUrgency = ({
  overdue,
  dueSoon,
  later,
}: HeldPartsView): readonly (readonly [Urgency, string])[] => [
  ['late', overdue],
  ['soon', dueSoon],
  ['inTime', later],
];

/** How pressing something is that is due, to one who looks on `today`; null without a due date. */
function urgencyOf(due: string | null, today: string): Urgency {
  if (due === null) return 'inTime';
  const businessDay = plainDate(today);
  const days = { businessDay, nextLetterOn: nextLetterDay(businessDay) };
  if (isOverdue(plainDate(due), days)) return 'late';
  return isDueSoon(plainDate(due), days) ? 'soon' : 'inTime';
}

/** Names of causes in the reader's language. */
export function useCauseNames(): (code: string | null) => string {
  const t = useText(messages);
  const say = useSaid();
  const causes = useQuery(causesQuery).data ?? [];
  return (code) => {
    const cause = causes.find((one) => one.code === code);
    if (cause === undefined) return t.unclassified;
    return say(cause, 'label');
  };
}

const messages = {
  of: withValues('Trong {} còn phải giải ngân:', 'Of {} still to be disbursed:'),
  late: { vi: 'vướng, quá hạn', en: 'blocked, overdue' },
  soon: withValues('vướng, sắp đến hạn (đến {})', 'blocked, due soon (by {})'),
  inTime: { vi: 'vướng, còn hạn hoặc chưa có hạn', en: 'blocked, due later or without a date' },
  free: { vi: 'không vướng', en: 'not blocked' },
  allSuggested: {
    vi: 'Gợi ý theo lời báo cáo; chưa ai xác nhận.',
    en: 'Suggested by the words of the returns; nobody has confirmed them.',
  },
  suggested: { vi: 'gợi ý, chưa xác nhận', en: 'suggested, not confirmed' },
  unclassified: { vi: 'Chưa phân loại', en: 'Not classified' },
  overdue: withValues('Quá hạn {} ngày', '{} days overdue'),
  dueToday: { vi: 'Hạn hôm nay', en: 'Due today' },
  daysLeft: withValues('Còn {} ngày', '{} days left'),
  noDue: { vi: 'Chưa có hạn', en: 'No due date' },
  closed: withValues('Đã xong {}', 'Closed {}'),
} satisfies Messages;

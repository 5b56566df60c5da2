import type { AmountsView } from '@thongvon/api-contract';
import { useFormats, useText, useUnitNames } from '../language';
import { valueWords } from '../language/formats';
import { messages } from './messages';
import './values.css';

type Reason = AmountsView['reason'];

interface AmountProps {
  /** Whole đồng as decimal text; null when it isn't known. */
  readonly value: string | null;
  /** Why it isn't known; absent is never shown as zero. */
  readonly reason?: Reason;
  /** With a sign, for what has changed. */
  readonly change?: boolean;
  /** States the unit behind the number; leave out only where the column or heading states it. */
  readonly unit?: boolean;
}

/** An amount in the reader's unit; the whole đồng is its title. */
export function Amount({ value, reason, change = false, unit = false }: AmountProps) {
  const formats = useFormats();
  const { short } = useUnitNames();
  if (value === null) return <Unknown reason={reason ?? 'not-reported'} />;
  return (
    <span className="n" title={formats.dong(value)}>
      {change ? formats.change(value) : formats.amount(value)}
      {unit && `\u00a0${short}`}
    </span>
  );
}

/** "chưa báo cáo" and its like, in words. */
export function Unknown({ reason }: { readonly reason: NonNullable<Reason> }) {
  const t = useText(valueWords);
  return <span className="muted">{t[reason]}</span>;
}

interface DateTextProps {
  /** `YYYY-MM-DD`, or an instant of the API; null is "chưa báo cáo". */
  readonly date: string | null;
  /** Without the year, where a heading has it. */
  readonly short?: boolean;
  /** Days that it is older than what was asked for; over a week it is said, in bold. */
  readonly ageDays?: number | null;
}

/** A date as dd/mm/yyyy, an instant with its time, with its age where that matters. */
export function DateText({ date, short = false, ageDays = 0 }: DateTextProps) {
  const formats = useFormats();
  const t = useText(messages);
  if (date === null) return <span className="muted">{t.notReported}</span>;
  const text =
    date.length > 10 ? formats.instant(date) : short ? formats.shortDate(date) : formats.date(date);
  return (
    <>
      <time className="n" dateTime={date}>
        {text}
      </time>
      {(ageDays ?? 0) > 7 && <strong className="small"> {t.old(ageDays ?? 0)}</strong>}
    </>
  );
}

interface RateBarProps {
  /** Percent; null draws an empty track. */
  readonly rate: number | null;
  /** Percent at which a tick stands; several where there are several milestones, the first of which the gap is drawn to. */
  readonly targets?: readonly number[];
}

const within = (percent: number): number => Math.min(100, Math.max(0, percent));

/** Bar = done, tick = target, thin line = what is missing to it. Only repeats a number that stands next to it. */
export function RateBar({ rate, targets = [] }: RateBarProps) {
  const done = within(rate ?? 0);
  const [target] = targets;
  return (
    <span className="rate" aria-hidden="true">
      {rate !== null && <i style={{ width: `${done}%` }} />}
      {rate !== null && target !== undefined && target > done && (
        <u style={{ left: `${done}%`, width: `${within(target) - done}%` }} />
      )}
      {targets.map((percent) => (
        <b key={percent} style={{ left: `${within(percent)}%` }} />
      ))}
    </span>
  );
}

import { useFormats, useText } from '../language';
import { messages } from './messages';

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

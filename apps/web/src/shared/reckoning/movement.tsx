import type { MovementView } from '@thongvon/api-contract';
import { useFormats, useText } from '../../language';
import { Amount } from '../amount';
import { messages } from './messages';

/** What is said before a change: "7 ngày" only where its dates are seven days apart, else the dates. */
export function useMovementName(): (movement: MovementView | undefined) => string {
  const t = useText(messages);
  const formats = useFormats();
  return (movement) => {
    if (movement?.from == null || movement.to === null || movement.days === null) return t.change;
    const { from, to, days } = movement;
    return days === 7
      ? t.changeOf(days)
      : t.changeBetween(formats.shortDate(from), formats.shortDate(to), days);
  };
}

interface MovementProps {
  readonly movement: MovementView;
  /** States the unit behind the number. */
  readonly unit?: boolean;
  /** States the dates as well, where what stands before it doesn't. */
  readonly dated?: boolean;
}

/** A change, or since when nothing newer was reported: silence is never shown as zero. */
export function MovementAmount({ movement, unit = false, dated = false }: MovementProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { value, from, to, since } = movement;
  if (value === null)
    return (
      <span className="muted">
        {since === null ? '–' : `${t.noNewer} ${t.since(formats.shortDate(since))}`}
      </span>
    );
  return (
    <>
      <Amount value={value} change unit={unit} />
      {dated && from !== null && to !== null && (
        <span className="sub n">{t.dates(formats.shortDate(from), formats.shortDate(to))}</span>
      )}
    </>
  );
}

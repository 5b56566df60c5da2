import type { SnapshotListItemView } from '@thongvon/contracts';
import { useFormats } from '../../language';

interface WeekPickerProps {
  readonly label: string;
  readonly weeks: readonly SnapshotListItemView[];
  readonly value: string;
  readonly onChange: (week: string) => void;
}

/** One of the frozen weeks, with its rate. */
export function WeekPicker({ label, weeks, value, onChange }: WeekPickerProps) {
  const formats = useFormats();
  return (
    <label>
      {label}
      <select className="control" value={value} onChange={(event) => onChange(event.target.value)}>
        {weeks.map(({ week, rate }) => (
          <option key={week} value={week}>
            {formats.date(week)}
            {rate !== null && ` (${formats.percent(rate)})`}
          </option>
        ))}
      </select>
    </label>
  );
}

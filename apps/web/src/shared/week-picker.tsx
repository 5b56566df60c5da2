import { queryOptions } from '@tanstack/react-query';
import type { ListOf, SnapshotListItemView, SnapshotView } from '@thongvon/api-contract';
import { get, getQuery } from '../api/client';
import { useFormats } from '../language';

/** Frozen weeks, newest first: a plan year has fewer than a page holds. */
export const weeksQuery = getQuery<ListOf<SnapshotListItemView>>(['snapshots', 'weeks'], '/api/snapshots', {
  limit: 500,
});

/** The week that was frozen last, with who owed a return and who has reported; null before the first. */
export const lastWeekQuery = queryOptions({
  queryKey: ['snapshots', 'last'],
  queryFn: async ({ signal }): Promise<SnapshotView | null> => {
    const { items } = await get<ListOf<SnapshotListItemView>>('/api/snapshots', { limit: 1 }, signal);
    const week = items[0]?.week;
    return week === undefined ? null : get<SnapshotView>(`/api/snapshots/${week}`, {}, signal);
  },
});

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

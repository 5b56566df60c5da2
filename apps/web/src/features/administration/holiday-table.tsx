import type { HolidayView } from '@thongvon/api-contract';
import { dayOfWeek, plainDate } from '@thongvon/kernel';
import { useText } from '../../language';
import { DateText } from '../../shared';
import { DataTable, type Column } from '../../shared/data-table';
import { holidayMessages } from './holiday-messages';
import { weekdays } from './weekdays';

interface HolidayTableProps {
  readonly caption: string;
  readonly days: readonly HolidayView[];
  /** Where days can be taken out. */
  readonly onRemove?: (day: string) => void;
}

/** Days that differ from their weekday, in their order. */
export function HolidayTable({ caption, days, onRemove }: HolidayTableProps) {
  const t = useText({ ...holidayMessages, ...weekdays });
  if (days.length === 0) return <p className="muted ad-say">{t.noDays}</p>;
  const columns: Column<HolidayView>[] = [
    {
      key: 'day',
      title: t.day,
      name: t.day,
      width: '180px',
      render: ({ day }) => (
        <>
          <DateText date={day} /> <span className="muted">{t.weekday(dayOfWeek(plainDate(day)))}</span>
        </>
      ),
    },
    { key: 'what', title: t.what, name: t.what, render: ({ label }) => label },
    {
      key: 'kind',
      title: t.kind,
      name: t.kind,
      render: ({ working, tet }) => (working ? t.working : tet ? t.tet : t.off),
    },
  ];
  if (onRemove)
    columns.push({
      key: 'remove',
      title: <span className="vh">{t.remove}</span>,
      name: t.remove,
      render: ({ day, label }) => (
        <button
          type="button"
          className="link"
          aria-label={`${t.remove}: ${label} ${day}`}
          onClick={() => onRemove(day)}
        >
          {t.remove}
        </button>
      ),
    });
  return <DataTable stacked caption={caption} columns={columns} rows={days} keyOf={({ day }) => day} />;
}

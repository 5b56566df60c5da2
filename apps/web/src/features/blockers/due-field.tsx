import { addDays, plainDate } from '@thongvon/kernel';
import { type Messages, useText, withValues } from '../../language';
import { DateInput } from '../../shared/form/date-input';
import type { FieldOf } from '../../shared/form/form';

/** Days from today that are offered. */
const TERMS = [7, 14, 30] as const;

interface DueFieldProps {
  readonly field: FieldOf<'due', string>;
  readonly label: string;
  readonly today: string;
}

/** By when: a day, or one of the terms that offices give each other. */
export function DueField({ field, label, today }: DueFieldProps) {
  const t = useText(messages);
  return (
    <div className="bl-due">
      <DateInput {...field} label={label} />
      <div className="bl-chips" role="group" aria-label={t.terms}>
        {TERMS.map((days) => {
          const due = addDays(plainDate(today), days);
          return (
            <button
              key={days}
              type="button"
              className="btn"
              aria-pressed={field.value === due}
              onClick={() => field.onChange(due)}
            >
              {t.days(days)}
            </button>
          );
        })}
      </div>
    </div>
  );
}

const messages = {
  terms: { vi: 'Hạn tính từ hôm nay', en: 'Due, from today' },
  days: withValues('{} ngày', '{} days'),
} satisfies Messages;

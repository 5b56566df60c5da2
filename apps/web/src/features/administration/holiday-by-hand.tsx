import { useState, type SubmitEvent } from 'react';
import type { HolidayView } from '@thongvon/api-contract';
import { useText } from '../../language';
import { DateInput } from '../../shared/date-input';
import { Choice, Field } from './fields';
import { holidayMessages } from './holiday-messages';

type Kind = 'off' | 'tet' | 'working';

interface HolidayByHandProps {
  readonly year: number;
  readonly onAdd: (day: HolidayView) => void;
}

/** Adds a day to the draft, or says another thing of one that is there. */
export function HolidayByHand({ year, onAdd }: HolidayByHandProps) {
  const t = useText(holidayMessages);
  const [day, setDay] = useState('');
  const [label, setLabel] = useState('');
  const [kind, setKind] = useState<Kind>('off');
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onAdd({ day, label: label.trim(), working: kind === 'working', tet: kind === 'tet' });
    setDay('');
    setLabel('');
  };
  const kinds: readonly Kind[] = ['off', 'tet', 'working'];
  return (
    <form className="ad-form" onSubmit={submit}>
      <h3>{t.byHand}</h3>
      <div className="ad-row">
        <DateInput
          label={t.day}
          required
          min={`${year}-01-01`}
          max={`${year}-12-31`}
          value={day}
          onChange={(date = '') => setDay(date)}
        />
        <Field label={t.what} required maxLength={200} value={label} onChange={setLabel} />
        <Choice
          label={t.kind}
          options={kinds.map((value) => ({ value, name: t[value] }))}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
        />
      </div>
      <div className="ad-actions">
        <button type="submit" className="btn" disabled={label.trim() === ''}>
          {t.add}
        </button>
      </div>
    </form>
  );
}

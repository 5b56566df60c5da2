import { useEffect, useId, useRef, useState } from 'react';
import { parsePlainDate } from '@thongvon/kernel';
import { type Messages, useFormats, useText, withValues } from '../../language';
import './date-input.css';
import type { FieldProps } from './fields';
import { useFieldRefusal } from './form';
import { typedDate } from './typed';

interface DateInputProps extends FieldProps {
  /** `YYYY-MM-DD`; undefined or '' while there is none. What is no date, as from a mistyped address, is shown as it is. */
  readonly value: string | undefined;
  /** Undefined while the text is empty, isn't a whole date, or is one outside `min` and `max`. */
  readonly onChange: (date: string | undefined) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required?: boolean;
  /** Label and input in one line, as among filters. */
  readonly inline?: boolean;
}

/**
 * A date, typed and shown as dd/mm/yyyy in every browser: the native input follows the browser's language, where 06/01 may be June.
 * The browser's calendar is next to it. A form with a date that isn't one can't be sent.
 */
export function DateInput(props: DateInputProps) {
  const { label, name, onChange, min, max, required = false, hint, inline = false } = props;
  const t = useText(messages);
  const formats = useFormats();
  const id = useId();
  const refusal = useFieldRefusal(name);
  const input = useRef<HTMLInputElement>(null);
  const value = props.value === '' ? undefined : props.value;
  /** What is being typed; once it is left as a date, the value alone counts. */
  const [draft, setDraft] = useState<string>();
  const [isLeft, setLeft] = useState(false);
  const written = (day = ''): string => (parsePlainDate(day) === undefined ? day : formats.date(day));
  const text = draft ?? written(value);

  const read = (typed: string): { readonly date?: string; readonly fault?: string } => {
    if (typed.trim() === '') return {};
    const said = typedDate(typed);
    if ('fault' in said)
      return { fault: said.fault === 'no-such-day' ? t.noSuchDay(said.day) : t.unreadable };
    const { date } = said;
    if (min !== undefined && date < min) return { fault: t.tooEarly(formats.date(min)) };
    if (max !== undefined && date > max) return { fault: t.tooLate(formats.date(max)) };
    return { date };
  };
  const { fault } = read(text);
  const wrong = fault === undefined ? refusal : isLeft ? fault : undefined;
  useEffect(() => input.current?.setCustomValidity(fault ?? ''), [fault]);

  const type = (typed: string) => {
    setDraft(typed);
    setLeft(false);
    const { date } = read(typed);
    if (date !== value) onChange(date);
  };
  const leave = () => {
    setLeft(true);
    if (fault === undefined) setDraft(undefined);
  };
  const pick = (date: string | undefined) => {
    setDraft(undefined);
    onChange(date);
  };
  const notes = [
    ...(wrong === undefined ? [] : [`${id}fault`]),
    ...(hint === undefined ? [] : [`${id}hint`]),
  ];
  return (
    <div className={inline ? 'date-input date-inline' : 'date-input field'}>
      <label id={`${id}label`} htmlFor={id}>
        {label}
      </label>
      <div className="date-box">
        <input
          ref={input}
          id={id}
          name={name}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          className={inline ? 'control' : undefined}
          placeholder={t.form}
          required={required}
          value={text}
          aria-invalid={wrong !== undefined}
          aria-describedby={notes.length === 0 ? undefined : notes.join(' ')}
          onChange={({ target }) => type(target.value)}
          onBlur={leave}
          onInvalid={() => setLeft(true)}
          onKeyDown={({ key }) => key === 'Enter' && leave()}
        />
        <CalendarButton labelledBy={`${id}label`} value={value} min={min} max={max} onPick={pick} />
      </div>
      {wrong !== undefined && (
        <p id={`${id}fault`} className="small strong" role="alert">
          {wrong}
        </p>
      )}
      {hint !== undefined && (
        <p id={`${id}hint`} className="small muted">
          {hint}
        </p>
      )}
    </div>
  );
}

interface CalendarButtonProps {
  /** The id of what names the date. */
  readonly labelledBy: string;
  readonly value: string | undefined;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly onPick: (date: string | undefined) => void;
}

/** Opens the browser's own calendar, which knows keyboard, screen readers and phones; nothing where a browser can't be asked to. */
function CalendarButton({ labelledBy, value, min, max, onPick }: CalendarButtonProps) {
  const t = useText(messages);
  const native = useRef<HTMLInputElement>(null);
  if (!('showPicker' in HTMLInputElement.prototype)) return null;
  return (
    <>
      {/* `form=""`: it is part of no form, whose sending it would hold up unseen. */}
      <input
        ref={native}
        type="date"
        form=""
        className="date-native"
        tabIndex={-1}
        aria-hidden="true"
        value={value ?? ''}
        min={min}
        max={max}
        onChange={({ target }) => onPick(target.value === '' ? undefined : target.value)}
      />
      <button
        type="button"
        className="date-open"
        aria-label={t.calendar}
        aria-describedby={labelledBy}
        onClick={() => native.current?.showPicker()}
      >
        <svg width="15" height="15" viewBox="0 0 15 15" aria-hidden="true">
          <path d="M1.5 3h12v10.5h-12zM1.5 6.5h12M4.5 1v3M10.5 1v3" fill="none" stroke="currentColor" />
        </svg>
      </button>
    </>
  );
}

const messages = {
  form: { vi: 'ngày/tháng/năm', en: 'dd/mm/yyyy' },
  calendar: { vi: 'Mở lịch', en: 'Open the calendar' },
  unreadable: {
    vi: 'Ghi ngày/tháng/năm, ví dụ 01/06/2023.',
    en: 'Write day/month/year, for example 01/06/2023.',
  },
  noSuchDay: withValues('Không có ngày {}.', 'There is no {}.'),
  tooEarly: withValues('Không được trước ngày {}.', 'Not before {}.'),
  tooLate: withValues('Không được sau ngày {}.', 'Not after {}.'),
} satisfies Messages;

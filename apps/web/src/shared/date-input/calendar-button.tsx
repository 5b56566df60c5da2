import { useRef } from 'react';
import { useText } from '../../language';
import { messages } from './messages';

interface CalendarButtonProps {
  /** The id of what names the date. */
  readonly labelledBy: string;
  readonly value: string | undefined;
  readonly min: string | undefined;
  readonly max: string | undefined;
  readonly onPick: (date: string | undefined) => void;
}

/** Opens the browser's own calendar, which knows keyboard, screen readers and phones; nothing where a browser can't be asked to. */
export function CalendarButton({ labelledBy, value, min, max, onPick }: CalendarButtonProps) {
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

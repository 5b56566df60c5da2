import { useId, useState, type ClipboardEvent, type KeyboardEvent } from 'react';
import { useText } from '../../language';
import { messages } from './messages';
import type { Month } from './months';
import type { MonthSums } from './use-month-sums';

interface MonthInputProps {
  readonly month: Month;
  readonly index: number;
  readonly typing: MonthSums;
}

/** A month's amount, with what is wrong of it below. Enter and the arrows lead up and down, as in a sheet. */
export function MonthInput({ month, index, typing }: MonthInputProps) {
  const t = useText(messages);
  const id = useId();
  const [isHere, setHere] = useState(false);
  // While a number is being typed it is lower than it will be.
  const fault = isHere ? null : (typing.months[index]?.fault ?? null);
  const paste = (event: ClipboardEvent) => {
    if (typing.paste(index, event.clipboardData.getData('text/plain'))) event.preventDefault();
  };
  const move = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const inputs = [...(event.currentTarget.closest('table')?.querySelectorAll('input') ?? [])];
    inputs[index + step]?.focus();
  };
  return (
    <>
      <input
        className="control n"
        inputMode="numeric"
        autoComplete="off"
        aria-label={t.cell(month.name)}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : id}
        value={typing.typed[index] ?? ''}
        onChange={({ target }) => typing.type(index, target.value)}
        onPaste={paste}
        onKeyDown={move}
        onFocus={() => setHere(true)}
        onBlur={() => {
          setHere(false);
          typing.leave(index);
        }}
      />
      {fault !== null && (
        <p id={id} className="small strong">
          {t[fault]}
        </p>
      )}
    </>
  );
}

const STEPS: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };

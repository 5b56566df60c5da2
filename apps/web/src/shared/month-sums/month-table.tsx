import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { useText, useUnitNames } from '../../language';
import { Amount } from '../amount';
import '../data-table.css';
import { messages } from './messages';
import './month-sums.css';
import { type Month, monthsOf } from './months';
import type { MonthSums } from './use-month-sums';

/** A column next to the sums. */
export interface BesideSums {
  /** With the unit of what is in it. */
  readonly title: string;
  readonly cell: (month: Month, sum: bigint | null) => ReactNode;
}

interface MonthTableProps {
  readonly planYear: number;
  readonly caption: string;
  /** By the end of each month, whole đồng; null while one isn't known. */
  readonly sums: readonly (bigint | null)[];
  /** Where the months are typed; without it they are only shown. */
  readonly typing?: MonthSums;
  readonly beside?: readonly BesideSums[];
}

/** The thirteen months of a plan year, one a row: what is typed, what that comes to in the reader's unit, and what stands next to it. */
export function MonthTable({ planYear, caption, sums, typing, beside = [] }: MonthTableProps) {
  const t = useText(messages);
  const { short } = useUnitNames();
  const sumTitle = `${t.sum} (${short})`;
  return (
    <div className={typing === undefined ? undefined : 'dt-stack'}>
      <table className="dt ms">
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t.month}</th>
            {typing !== undefined && (
              <th scope="col" className="r">
                {t.typed}
              </th>
            )}
            {[sumTitle, ...beside.map(({ title }) => title)].map((title) => (
              <th key={title} scope="col" className="r">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {monthsOf(planYear).map((month, index) => {
            const sum = sums[index] ?? null;
            return (
              <tr key={month.name}>
                <th scope="row" className="n">
                  {month.name}
                </th>
                {typing !== undefined && (
                  <td className="ms-typed" data-label={t.typed}>
                    <MonthInput month={month} index={index} typing={typing} />
                  </td>
                )}
                <td className="r" data-label={sumTitle}>
                  {sum !== null && <Amount value={sum.toString()} />}
                </td>
                {beside.map(({ title, cell }) => (
                  <td key={title} className="r n ms-beside" data-label={title}>
                    {cell(month, sum)}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface MonthInputProps {
  readonly month: Month;
  readonly index: number;
  readonly typing: MonthSums;
}

/** A month's amount, with what is wrong of it below. Enter and the arrows lead up and down, as in a sheet. */
function MonthInput({ month, index, typing }: MonthInputProps) {
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

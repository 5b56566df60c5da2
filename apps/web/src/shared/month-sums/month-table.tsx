import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { type Messages, useFormats, useText, useUnitNames, withValues } from '../../language';
import '../data-table.css';
import { Amount } from '../values';
import './month-sums.css';
import { type Meaning, type Month, monthsOf, type MonthSums } from './month-sums';

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

const MEANINGS: readonly Meaning[] = ['cumulative', 'monthly'];

interface MonthEntryProps {
  readonly planYear: number;
  readonly caption: string;
  readonly typing: MonthSums;
  readonly beside: readonly BesideSums[];
}

/** Thirteen months to type or to paste, after what the numbers are; what is missing or couldn't be pasted is said in words. */
export function MonthEntry({ planYear, caption, typing, beside }: MonthEntryProps) {
  const t = useText(messages);
  const formats = useFormats();
  const { typed, meaning, months, refusal, setMeaning } = typing;
  const name = useId();
  const last = months.at(-1)?.sum ?? 0n;
  const blank = typed.filter((text) => text.trim() === '').length;
  return (
    <div>
      <p className="small muted">{t.paste}</p>
      <fieldset className="ms-meaning">
        <legend className="vh">{t.typedAre}</legend>
        <span aria-hidden="true">{t.typedAre}</span>
        {MEANINGS.map((one) => (
          <label key={one}>
            <input type="radio" name={name} checked={one === meaning} onChange={() => setMeaning(one)} />
            {t[one]}
          </label>
        ))}
      </fieldset>
      <div role="status" className="small strong">
        {refusal !== undefined &&
          (refusal.why === 'block' ? t.block : t.tooMany(refusal.cells, refusal.room))}
      </div>
      <MonthTable
        planYear={planYear}
        caption={caption}
        sums={months.map(({ sum }) => sum)}
        typing={typing}
        beside={beside}
      />
      {isTiny(last) && <p className="small strong ms-missing">{t.tiny(formats.dong(last.toString()))}</p>}
      {blank > 0 && <p className="small muted ms-missing">{t.missing(blank)}</p>}
    </div>
  );
}

/** No plan of a year is of less than ten million đồng: more likely the numbers are in million. */
const isTiny = (sum: bigint): boolean => sum > 0n && sum < 10_000_000n;

const messages = {
  typedAre: { vi: 'Số nhập là', en: 'The numbers are' },
  cumulative: { vi: 'lũy kế đến cuối tháng', en: 'cumulative, by the end of the month' },
  monthly: { vi: 'riêng từng tháng', en: 'of each month by itself' },
  month: { vi: 'Tháng', en: 'Month' },
  typed: { vi: 'Số nhập (đồng)', en: 'Typed (đồng)' },
  sum: { vi: 'Lũy kế', en: 'Cumulative' },
  cell: withValues('Số nhập tháng {}', 'Month {}'),
  paste: {
    vi: 'Gõ, hoặc chép một cột (một hàng) trong Excel rồi dán vào ô đầu tiên. Ghi đủ từng đồng.',
    en: 'Type, or copy a column or row in Excel and paste it into the first cell. Whole đồng.',
  },
  block: {
    vi: 'Không dán được vùng nhiều cột nhiều hàng: chỉ chép cột (hoặc hàng) có số.',
    en: 'A block of several columns and rows can’t be pasted: copy only the column or row of numbers.',
  },
  tooMany: withValues(
    'Vùng chép có {cells} ô, từ tháng này chỉ còn {room} tháng: không dán.',
    '{cells} cells were copied, but only {room} months are left: not pasted.',
  ),
  missing: withValues(
    'Còn {} tháng chưa nhập; tháng không có thì ghi 0.',
    '{} months are missing; write 0 where there is nothing.',
  ),
  tiny: withValues(
    'Cộng lại chỉ {}. Nếu bảng trong Excel tính bằng triệu đồng thì đổi ra đồng rồi hãy dán.',
    'All of it is only {}. If the sheet is in million đồng, turn it into đồng before pasting.',
  ),
  unreadable: { vi: 'Ghi đủ từng đồng, ví dụ 1.500.000.000.', en: 'Write whole đồng, e.g. 1.500.000.000.' },
  falls: { vi: 'Lũy kế thấp hơn tháng trước.', en: 'Lower than the month before.' },
  'below-zero': { vi: 'Lũy kế không thể âm.', en: 'The sum can’t be below zero.' },
} satisfies Messages;

import { useId } from 'react';
import { useFormats, useText } from '../../language';
import { messages } from './messages';
import { MonthTable, type BesideSums } from './month-table';
import type { Meaning } from './read-months';
import type { MonthSums } from './use-month-sums';

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

import { useId } from 'react';
import { useText } from '../../language';
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
  const { typed, meaning, months, refusal, setMeaning } = typing;
  const name = useId();
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
      {blank > 0 && <p className="small muted ms-missing">{t.missing(blank)}</p>}
    </div>
  );
}

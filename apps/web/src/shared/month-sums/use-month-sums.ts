import { useState } from 'react';
import {
  inGroups,
  type Meaning,
  type MonthRead,
  MONTHS,
  pastedAmounts,
  readMonths,
  sumsOf,
} from './read-months';

/** Why cells that were pasted weren't taken. */
export type PasteRefusal =
  { readonly why: 'block' } | { readonly why: 'too-many'; readonly cells: number; readonly room: number };

/** Thirteen months as somebody types them. */
export interface MonthSums {
  readonly typed: readonly string[];
  readonly meaning: Meaning;
  readonly months: readonly MonthRead[];
  /** What can be sent: whole đồng by the end of each month. */
  readonly sums: readonly string[] | undefined;
  readonly refusal: PasteRefusal | undefined;
  readonly setMeaning: (meaning: Meaning) => void;
  readonly type: (index: number, text: string) => void;
  /** Takes what was copied from a sheet from this month on; false for a single cell, which any input can take. */
  readonly paste: (index: number, copied: string) => boolean;
  /** Shows a month in groups once it is left. */
  readonly leave: (index: number) => void;
}

/** Begins with what is known, cumulative; `mayFall` where a sum can be lower than the one before. */
export function useMonthSums(known: readonly string[] | undefined, mayFall: boolean): MonthSums {
  const [typed, setTyped] = useState<readonly string[]>(
    () => known?.map(inGroups) ?? Array.from({ length: MONTHS }, () => ''),
  );
  const [meaning, setMeaning] = useState<Meaning>('cumulative');
  const [refusal, setRefusal] = useState<PasteRefusal>();
  const months = readMonths(typed, meaning, mayFall);
  const put = (from: number, texts: readonly string[]) =>
    setTyped((now) => now.map((text, index) => texts[index - from] ?? text));
  return {
    typed,
    meaning,
    months,
    sums: sumsOf(months),
    refusal,
    setMeaning,
    type: (index, text) => {
      setRefusal(undefined);
      put(index, [text]);
    },
    leave: (index) => setTyped((now) => now.map((text, at) => (at === index ? inGroups(text) : text))),
    paste: (index, copied) => {
      const cells = pastedAmounts(copied);
      if (cells?.length === 1) return false;
      const room = MONTHS - index;
      if (cells === undefined) setRefusal({ why: 'block' });
      else if (cells.length > room) setRefusal({ why: 'too-many', cells: cells.length, room });
      else {
        setRefusal(undefined);
        put(index, cells);
      }
      return true;
    },
  };
}

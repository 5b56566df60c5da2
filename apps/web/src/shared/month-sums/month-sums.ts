import { useState } from 'react';
import { formatAmount, monthsAfter, plainDate } from '@thongvon/kernel';
import { wholeDong } from '../form/typed';

/** A plan year has 13 months: January to January. */
const MONTHS = 13;

/** What the typed numbers are: by the end of each month, or of each month by itself. */
export type Meaning = 'cumulative' | 'monthly';

type MonthFault = 'unreadable' | 'falls' | 'below-zero';

/** What a month's text comes to. */
interface MonthRead {
  /** Whole đồng by the end of the month; null while it isn't known. */
  readonly sum: bigint | null;
  readonly fault: MonthFault | null;
}

/** Of typed months the sums by their ends, and what is wrong at which month. A blank month is not known, never zero. */
export function readMonths(typed: readonly string[], meaning: Meaning, mayFall: boolean): MonthRead[] {
  let before: bigint | null = 0n;
  return typed.map((text): MonthRead => {
    const amount = signedDong(text);
    const start = before;
    const sum: bigint | null =
      amount === null ? null : meaning === 'cumulative' ? amount : start === null ? null : start + amount;
    // Cumulative months are compared over a gap; after one, those that are added up aren't known.
    if (sum !== null || meaning === 'monthly') before = sum;
    if (amount === null) return { sum, fault: text.trim() === '' ? null : 'unreadable' };
    return { sum, fault: faultOf(sum, start, mayFall) };
  });
}

function faultOf(sum: bigint | null, before: bigint | null, mayFall: boolean): MonthFault | null {
  if (sum === null) return null;
  if (sum < 0n) return 'below-zero';
  return !mayFall && before !== null && sum < before ? 'falls' : null;
}

/** The sums as the API takes them; undefined while a month is missing or wrong. */
export function sumsOf(months: readonly MonthRead[]): string[] | undefined {
  const sums = months.flatMap(({ sum, fault }) => (sum === null || fault !== null ? [] : [sum.toString()]));
  return sums.length === MONTHS ? sums : undefined;
}

/** Typed whole đồng in groups of three; what can't be read is left as it is. */
export function inGroups(text: string): string {
  const dong = signedDong(text);
  return dong === null ? text : formatAmount(dong, 'dong', 0);
}

/** As `wholeDong`, and below zero: a month in which more came back than went out. */
function signedDong(typed: string): bigint | null {
  const text = typed.trim();
  const isNegative = /^[-−]/.test(text);
  const dong = wholeDong(isNegative ? text.slice(1) : text);
  return dong === null ? null : isNegative ? -BigInt(dong) : BigInt(dong);
}

/** A month of a plan year; the thirteenth is January of the next. */
export interface Month {
  /** "12/2023". */
  readonly name: string;
  /** Its last day, `YYYY-MM-DD`. */
  readonly end: string;
}

/** The thirteen months of a plan year. */
export function monthsOf(planYear: number): Month[] {
  const january = plainDate(`${planYear}-01-31`);
  return Array.from({ length: MONTHS }, (_, index) => {
    const end = monthsAfter(january, index);
    return { end, name: `${Number(end.slice(5, 7))}/${end.slice(0, 4)}` };
  });
}

const GROUPED_BY_COMMAS = /^[-−]?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?$/;
const GROUPED_BY_DOTS = /^[-−]?\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?$/;

/**
 * The cells of a column or row that was copied from a sheet, as amounts are typed here; undefined for a block of several columns
 * and rows, whose order nobody knows. An Excel in English groups by commas: "500,000" by itself could be either, so that other
 * cells of the same copy decide. "-" is zero, as accounting formats show it; what isn't understood is left as it was.
 */
export function pastedAmounts(copied: string): string[] | undefined {
  const rows = copied
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((row) => row.split('\t').map((cell) => cell.trim()));
  if (rows.length > 1 && rows.some(({ length }) => length > 1)) return undefined;
  const cells = rows.flat();
  const byCommas =
    cells.some((cell) => GROUPED_BY_COMMAS.test(cell)) && !cells.some((cell) => GROUPED_BY_DOTS.test(cell));
  return cells.map((cell) => {
    if (/^[-–—]$/.test(cell)) return '0';
    const ours = byCommas ? cell.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.')) : cell;
    return inGroups(ours.replace(/,0{1,2}$/, ''));
  });
}

/** Why cells that were pasted weren't taken. */
type PasteRefusal =
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

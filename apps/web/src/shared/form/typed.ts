import { parsePlainDate, type PlainDate, plainDateOf } from '@thongvon/kernel';

/** What a person's text says of a date; `day` is the text as it was understood, where no calendar has that day. */
type TypedDate =
  | { readonly date: PlainDate }
  | { readonly fault: 'unreadable' }
  | { readonly fault: 'no-such-day'; readonly day: string };

const PARTS = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const DIGITS = /^(\d{2})()(\d{2})(\d{4})$/;

/**
 * Reads a date as Vietnamese offices write it: 1/6/2023, 01-06-2023, 01.06.2023, 01062023; and `2023-06-01`, which can't be meant
 * otherwise. A year has four digits, since two could be of any century.
 */
export function typedDate(typed: string): TypedDate {
  const text = typed.trim();
  const iso = parsePlainDate(text);
  if (iso !== undefined) return { date: iso };
  const parts = PARTS.exec(text) ?? DIGITS.exec(text);
  if (parts === null) return { fault: 'unreadable' };
  const [, day = '', , month = '', year = ''] = parts;
  const date = plainDateOf(Number(year), Number(month), Number(day));
  return date === undefined ? { fault: 'no-such-day', day: `${day}/${month}/${year}` } : { date };
}

const GROUPED = /^-?\d{1,3}(?:([. ])\d{3}(?:\1\d{3})*)(?:,\d{1,9})?$/;
const PLAIN = /^-?\d+(?:,\d{1,9})?$/;
/** A point that can't stand before a group of three. */
const POINT = /^-?\d+\.(?:\d{1,2}|\d{4,9})$/;

/** A decimal as the API takes it, from "12.500,5", "12500,5" or "12500.5"; null for anything else. "14.990" is fourteen thousand odd. */
export function typedNumber(typed: string): string | null {
  const text = typed.trim().replace(/^[−–]/, '-');
  if (POINT.test(text)) return withoutZeros(text);
  if (!GROUPED.test(text) && !PLAIN.test(text)) return null;
  return withoutZeros(text.replace(/[. ]/g, '').replace(',', '.'));
}

function withoutZeros(decimal: string): string | null {
  const short = decimal.replace(/^(-?)0+(?=\d)/, '$1');
  return short.replace(/\D/g, '').length > 15 ? null : short;
}

/** Whole đồng as the API takes them, from "1500000000" or in groups of three ("1.500.000.000"); null for anything else. */
export function wholeDong(typed: string): string | null {
  const text = typed.trim();
  if (!/^(?:\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?: \d{3})+)$/.test(text)) return null;
  const digits = text.replace(/[. ]/g, '').replace(/^0+(?=\d)/, '');
  return digits.length > 18 ? null : digits;
}

import { cleanText } from '@thongvon/kernel';

/** The kinds of ordinals (STT) in the order in which they usually nest: A, I, 1, 1.1, a), i), (1), -. */
export type OrdinalClass =
  | 'upper'
  | 'roman'
  | 'integer'
  | 'dotted-2'
  | 'dotted-3'
  | 'dotted-4'
  | 'lower'
  | 'lower-roman'
  | 'parenthesis'
  | 'bullet';

export interface Ordinal {
  readonly class: OrdinalClass;
  /** The position it names, 3 for "C", "III" and "3"; 0 for bullets. */
  readonly position: number;
}

const ROMAN = /^(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const BULLET = /^[-–—+*•·●○▪■□➢✓>~]+$/;

/**
 * Reads an ordinal on its own. "I", "V", "X" are Roman unless the row before says otherwise (`previous`), since "I"
 * also follows "H"; so are "i", "v" and "x" unless they follow `lastLetter`, the small letter before. Undefined for text
 * that is no ordinal.
 */
export function readOrdinal(raw: string, previous?: Ordinal, lastLetter?: Ordinal): Ordinal | undefined {
  const text = cleanText(raw);
  if (text === '' || text.length > 12) return undefined;
  if (BULLET.test(text)) return { class: 'bullet', position: 0 };
  const parenthesis = /^\(\s*(\d{1,3}|[a-zđ])\s*\)$/i.exec(text)?.[1];
  if (parenthesis !== undefined) return { class: 'parenthesis', position: Number(parenthesis) || 0 };
  const bare = text.replace(/[.)\]:,/]+$/, '').trim();
  if (/^\d{1,6}$/.test(bare)) return { class: 'integer', position: Number(bare) };
  const dotted = /^\d{1,3}(?:[.,]\d{1,3}){1,3}$/.exec(bare)?.[0].split(/[.,]/);
  if (dotted) return { class: dottedClass(dotted.length), position: Number(dotted.at(-1)) };
  const mixed = /^(?:[A-ZĐ]|[IVX]+)((?:[.,]\d{1,3}){1,3})$/i.exec(bare)?.[1]?.match(/\d+/g);
  if (mixed) return { class: dottedClass(mixed.length + 1), position: Number(mixed.at(-1)) };
  const small = smallRoman(bare, lastLetter);
  if (small) return small;
  if (/^[a-zđ]\d?$/.test(bare)) return { class: 'lower', position: letterPosition(bare.toUpperCase()) };
  return readLetters(bare, previous);
}

/**
 * "i", "ii", "iv": small Roman numerals, or capitals of a font that draws small letters so; but "i" after "h" is the
 * next letter, as is "v" after "u".
 */
function smallRoman(text: string, lastLetter: Ordinal | undefined): Ordinal | undefined {
  if (!/^[ivx]+$/.test(text) || !ROMAN.test(text.toUpperCase())) return undefined;
  const isLetter = text.length === 1 && lastLetter?.position === letterPosition(text.toUpperCase()) - 1;
  return isLetter ? undefined : { class: 'lower-roman', position: romanValue(text.toUpperCase()) };
}

function readLetters(text: string, previous: Ordinal | undefined): Ordinal | undefined {
  const letter = /^[A-ZĐ]$/.test(text)
    ? ({ class: 'upper', position: letterPosition(text) } as const)
    : undefined;
  const roman = ROMAN.test(text) ? ({ class: 'roman', position: romanValue(text) } as const) : undefined;
  if (!letter || !roman) return letter ?? roman;
  if (previous?.class === 'upper' && previous.position + 1 === letter.position) return letter;
  if (previous?.class === 'roman' && previous.position + 1 === roman.position) return roman;
  return /[IVX]/.test(text) ? roman : letter;
}

function dottedClass(parts: number): OrdinalClass {
  return parts === 2 ? 'dotted-2' : parts === 3 ? 'dotted-3' : 'dotted-4';
}

function letterPosition(letter: string): number {
  // The Vietnamese alphabet has Đ after D, and outlines count it only when they use it; order is all that matters.
  return letter.startsWith('Đ') ? 4 : letter.charCodeAt(0) - 64;
}

function romanValue(text: string): number {
  const worth: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
  return Array.from(text).reduce((sum, digit, i) => {
    const value = worth[digit] ?? 0;
    return sum + (value < (worth[text[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}

/** Cuts an ordinal that stands before a label: "I. Giao thông" gives "I" and "Giao thông"; "- Cầu" gives "-" and "Cầu". */
export function splitOrdinal(label: string): { ordinal: string; label: string } | undefined {
  const match =
    /^([-–+*•])\s*(\S.*)$/.exec(label) ??
    /^(\(\d{1,3}\))\s*(\S.*)$/.exec(label) ??
    /^([A-ZĐ]|[IVX]{1,5}|\d{1,3}(?:[.,]\d{1,3}){0,3}|[a-zđ](?=[.)])|[ivx]{2,4}(?=[.)]))\s*[.)\]:/]+\s*(\S.*)$/.exec(
      label,
    ) ??
    /^([IVX]{1,5}|[A-ZĐ])\s+[-–]\s+(\S.*)$/.exec(label);
  return match?.[1] !== undefined && match[2] !== undefined
    ? { ordinal: match[1], label: match[2] }
    : undefined;
}

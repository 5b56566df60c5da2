import { unaccent, type AmountUnit } from '@thongvon/kernel';
import { memoize } from './memoize';
import { UNIT_COMPANIONS, UNIT_LABELS, UNIT_WORDS } from '../vocabulary/units';

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const byLength = (a: string, b: string): number => b.length - a.length;

const UNIT_OF = new Map<string, AmountUnit>();
for (const [unit, words] of Object.entries(UNIT_WORDS) as [AmountUnit, readonly string[]][])
  for (const word of words) {
    UNIT_OF.set(unaccent(word), unit);
    // "1 triệu đồng", "01 tỷ đồng": one of them.
    if (/^\p{L}/u.test(word)) for (const one of ['1 ', '01 ']) UNIT_OF.set(one + unaccent(word), unit);
  }

const oneOf = (words: readonly string[]): string => `(${[...words].sort(byLength).map(escape).join('|')})`;
const UNIT = oneOf([...UNIT_OF.keys()]);
/** Behind a number only words: in "51.000 đ" the "1.000 đ" is no unit. */
const UNIT_BEHIND = oneOf([...UNIT_OF.keys()].filter((word) => !/^\d/.test(word)));
const either = (words: readonly string[]): string =>
  `(?:${words.map(unaccent).sort(byLength).map(escape).join('|')})`;
const LABEL = either([...UNIT_LABELS.certain, ...UNIT_LABELS.possible]);
const COMPANION = either(UNIT_COMPANIONS);
const END = '(?![\\p{L}\\p{N}])';

const COLON = '\\s*[:.\\-–(]*\\s*';
const LABELLED = new RegExp(
  // "Đơn vị: Đồng Xuân" names an office, so after the bare word "đơn vị" nothing may follow the unit.
  `(?<![\\p{L}\\p{N}])(?:${either(UNIT_LABELS.certain)}${COLON}(?:${COMPANION}\\s*[,;/]\\s*)*${UNIT}${END}|${either(UNIT_LABELS.possible)}${COLON}${UNIT}\\s*(?=$|[)\\].,;/]))`,
  'giu',
);
const ALONE = new RegExp(
  `^[\\s(\\[*]*(?:${COMPANION}\\s*[,;/]\\s*)*${UNIT}(?:\\s*[,;/]\\s*${COMPANION})*[\\s)\\].:*]*$`,
  'iu',
);
const BRACKETED = new RegExp(
  `[(\\[]\\s*(?:${COMPANION}\\s*[,;/]\\s*)*${UNIT}(?:\\s*[,;/]\\s*${COMPANION})*\\s*[)\\]]`,
  'giu',
);
const SUFFIX = new RegExp(`^(.*?[\\d.,)\\-–—])\\s*${UNIT_BEHIND}\\.?$`, 'iu');
const LABEL_ONLY = new RegExp(`^[\\s(]*${LABEL}\\s*[:.]*\\s*$`, 'iu');

const unitOf = (word: string | undefined): AmountUnit | undefined => (word ? UNIT_OF.get(word) : undefined);

/** The units of amount that a statement names: "Đơn vị tính: triệu đồng", "(1.000 đồng)". Empty when it names none. */
export const unitsStated: (text: string) => readonly AmountUnit[] = memoize((text) => {
  const plain = unaccent(text);
  const found = new Set<AmountUnit>();
  for (const [, certain, possible] of plain.matchAll(LABELLED)) {
    const unit = unitOf(certain ?? possible);
    if (unit) found.add(unit);
  }
  if (found.size === 0) {
    const unit = unitOf(ALONE.exec(plain)?.[1]);
    if (unit) found.add(unit);
  }
  if (found.size === 0) {
    for (const [, word] of plain.matchAll(BRACKETED)) {
      const unit = unitOf(word);
      if (unit) found.add(unit);
    }
  }
  return [...found];
});

/** Whether the text only announces a unit that stands in the next cell: "Đơn vị tính:". */
export function announcesUnit(text: string): boolean {
  return LABEL_ONLY.test(unaccent(text));
}

/** Cuts a unit that is typed behind a number: "12,5 tr" gives "12,5" and million đồng. */
export function splitUnitSuffix(text: string): { text: string; unit?: AmountUnit } {
  const match = SUFFIX.exec(unaccent(text));
  const unit = unitOf(match?.[2]);
  return match?.[1] !== undefined && unit ? { text: match[1], unit } : { text };
}

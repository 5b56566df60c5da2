import { type AmountUnit, unaccent } from '@thongvon/kernel';
import { byWords, memoizeByWords, withAdded } from './phrase-book';

/** How offices write a unit of amount, without accents, as whole words; the longest wins. */
export const UNIT_WORDS: Readonly<Record<AmountUnit, readonly string[]>> = {
  dong: ['đồng', 'đ', 'vnđ', 'vnd', 'đồng việt nam', 'việt nam đồng'],
  'thousand-dong': [
    'nghìn đồng',
    'ngàn đồng',
    'nghìn đ',
    'ngàn đ',
    'nghìn',
    'ngàn',
    '1.000 đồng',
    '1000 đồng',
    '1,000 đồng',
    '1.000đ',
    '1000đ',
    '1,000đ',
    '1.000 đ',
    '1000 đ',
    '1.000 vnđ',
    '1000 vnđ',
    '1.000 vnd',
    '1000 vnd',
    'ngđ',
    'nghđ',
    'ng.đ',
    'ng đ',
    'nđ',
    'kvnđ',
    '10^3 đồng',
  ],
  'million-dong': [
    'triệu đồng',
    'triệu đ',
    'trđ',
    'tr.đ',
    'tr đ',
    'tr. đồng',
    'tr đồng',
    'tr.đồng',
    'triệu',
    'triệu vnđ',
    'triệu vnd',
    'tr',
    'trđồng',
    '1.000.000 đồng',
    '1000000 đồng',
    '1,000,000 đồng',
    '1.000.000đ',
    '1000 nghìn đồng',
    '10^6 đồng',
  ],
  'billion-dong': [
    'tỷ đồng',
    'tỉ đồng',
    'tỷ',
    'tỉ',
    'tỷ đ',
    'tỉ đ',
    'tỷ vnđ',
    'tỷ vnd',
    'ty.đ',
    '1000 triệu đồng',
    '1.000 triệu đồng',
    '10^9 đồng',
  ],
};

/** The words by which units are read now: those above, and those of the installation. */
const unitWords: () => Readonly<Record<AmountUnit, readonly string[]>> = byWords((words) =>
  withAdded(UNIT_WORDS, words, 'unit'),
);

/** Words that say "the unit follows": certainly, or only where nothing else does (an office is a "đơn vị" too). */
const UNIT_LABELS = {
  certain: ['đơn vị tính', 'đvt', 'đv tính', 'đ.v.t', 'dvt', 'đơn vị tiền', 'đơn vị tiền tệ'],
  possible: ['đơn vị', 'đv'],
} as const;

/** Words that may stand next to a unit of amount without changing it: "triệu đồng, %". */
export const UNIT_COMPANIONS: readonly string[] = [
  '%',
  'm2',
  'm²',
  'ha',
  'hộ',
  'dự án',
  'công trình',
  'người',
  'tiền',
  'là',
  'việt nam',
];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const byLength = (a: string, b: string): number => b.length - a.length;

const oneOf = (words: readonly string[]): string => `(${[...words].sort(byLength).map(escape).join('|')})`;
const either = (words: readonly string[]): string =>
  `(?:${words.map(unaccent).sort(byLength).map(escape).join('|')})`;
const LABEL = either([...UNIT_LABELS.certain, ...UNIT_LABELS.possible]);
const COMPANION = either(UNIT_COMPANIONS);
const END = '(?![\\p{L}\\p{N}])';

const COLON = '\\s*[:.\\-–(]*\\s*';
const LABEL_ONLY = new RegExp(`^[\\s(]*${LABEL}\\s*[:.]*\\s*$`, 'iu');

/** Every way to write a unit, without accents. */
function unitsByWord(): Map<string, AmountUnit> {
  const units = new Map<string, AmountUnit>();
  for (const [unit, words] of Object.entries(unitWords()) as [AmountUnit, readonly string[]][])
    for (const word of words) {
      units.set(unaccent(word), unit);
      // "1 triệu đồng", "01 tỷ đồng": one of them.
      if (/^\p{L}/u.test(word)) for (const one of ['1 ', '01 ']) units.set(one + unaccent(word), unit);
    }
  return units;
}

/** The places in which a unit may stand, as patterns over a text without accents. */
const patterns = byWords(() => {
  const units = unitsByWord();
  const unit = oneOf([...units.keys()]);
  /** Behind a number only words: in "51.000 đ" the "1.000 đ" is no unit. */
  const behind = oneOf([...units.keys()].filter((word) => !/^\d/.test(word)));
  const among = `(?:${COMPANION}\\s*[,;/]\\s*)*${unit}`;
  const andOthers = `(?:\\s*[,;/]\\s*${COMPANION})*`;
  return {
    unitOf: (word: string | undefined): AmountUnit | undefined => (word ? units.get(word) : undefined),
    labelled: new RegExp(
      // "Đơn vị: Đồng Xuân" names an office, so after the bare word "đơn vị" nothing may follow the unit.
      `(?<![\\p{L}\\p{N}])(?:${either(UNIT_LABELS.certain)}${COLON}${among}${END}|${either(UNIT_LABELS.possible)}${COLON}${unit}\\s*(?=$|[)\\].,;/]))`,
      'giu',
    ),
    alone: new RegExp(`^[\\s(\\[*]*${among}${andOthers}[\\s)\\].:*]*$`, 'iu'),
    bracketed: new RegExp(`[(\\[]\\s*${among}${andOthers}\\s*[)\\]]`, 'giu'),
    suffix: new RegExp(`^(.*?[\\d.,)\\-–—])\\s*${behind}\\.?$`, 'iu'),
  };
});

/** The units of amount that a statement names: "Đơn vị tính: triệu đồng", "(1.000 đồng)". Empty when it names none. */
export const unitsStated: (text: string) => readonly AmountUnit[] = memoizeByWords((text) => {
  const { labelled, alone, bracketed, unitOf } = patterns();
  const plain = unaccent(text);
  const found = new Set<AmountUnit>();
  for (const [, certain, possible] of plain.matchAll(labelled)) {
    const unit = unitOf(certain ?? possible);
    if (unit) found.add(unit);
  }
  if (found.size === 0) {
    const unit = unitOf(alone.exec(plain)?.[1]);
    if (unit) found.add(unit);
  }
  if (found.size === 0 && plain.includes(';')) {
    // "lũy kế đến 31/8/2026; đồng Việt Nam"
    const unit = plain
      .split(';')
      .flatMap((part) => unitOf(alone.exec(part.replace(/[)\]]\s*$/, ''))?.[1]) ?? []);
    for (const one of unit) found.add(one);
  }
  if (found.size === 0) {
    for (const [, word] of plain.matchAll(bracketed)) {
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
  const { suffix, unitOf } = patterns();
  const match = suffix.exec(unaccent(text));
  const unit = unitOf(match?.[2]);
  return match?.[1] !== undefined && unit ? { text: match[1], unit } : { text };
}

/** "2 tỷ 200 triệu", "11 tỷ 50 triệu đồng": numbers with a unit each, the largest first; undefined for anything else. */
export function splitByUnits(text: string): { text: string; unit: AmountUnit }[] | undefined {
  const parts = [...unaccent(text).matchAll(/(\d[\d.,]*)\s*([^\d.,]+)/g)];
  const covered = parts.reduce((length, [whole]) => length + whole.length, 0);
  if (parts.length < 2 || covered !== unaccent(text).length) return undefined;
  const { unitOf } = patterns();
  const found = parts.flatMap(([, number, word]) => {
    const unit = unitOf(word?.trim());
    return number !== undefined && unit ? [{ text: number, unit }] : [];
  });
  const ranks = found.map(({ unit }) => BY_SIZE.indexOf(unit));
  const falling = ranks.every((rank, i) => i === 0 || rank < (ranks[i - 1] ?? 0));
  return found.length === parts.length && falling ? found : undefined;
}

const BY_SIZE: readonly AmountUnit[] = ['dong', 'thousand-dong', 'million-dong', 'billion-dong'];

import { unaccent, type Dong } from '@thongvon/kernel';
import { toBaseUnits } from '../values/base-units';
import { readNumberText } from '../values/number-text';

/** "428,137 tỷ đồng" in a sentence. */
const AMOUNT = /(\d[\d.,]*\d|\d)\s*(ty|ti|trieu|nghin|ngan)?\s*(?:dong|d)\b/g;
const UNIT = {
  ty: 'billion-dong',
  ti: 'billion-dong',
  trieu: 'million-dong',
  nghin: 'thousand-dong',
  ngan: 'thousand-dong',
} as const;
const isUnit = (word: string): word is keyof typeof UNIT => word in UNIT;

/** The amounts that sentences state with their unit, every way they can be read, in whole đồng. */
export function amountsInWords(text: string): Dong[] {
  return [...unaccent(text).matchAll(AMOUNT)].flatMap(([, digits = '', word]) => {
    const unit = word !== undefined && isUnit(word) ? UNIT[word] : 'dong';
    const read = readNumberText(digits);
    const values =
      read.state === 'number' ? [read] : read.state === 'ambiguous' ? Object.values(read.readings) : [];
    return values.map(({ value }) => {
      const { coefficient, scale } = toBaseUnits(value, unit);
      return coefficient / 10n ** BigInt(scale);
    });
  });
}

/** Whether a stated amount is one of the totals but for a thousand, a million or a billion, within half a per cent. */
export function isOffByThousands(stated: Dong, total: Dong): boolean {
  if (stated <= 0n || total <= 0n) return false;
  const [small, large] = stated < total ? [stated, total] : [total, stated];
  return [3n, 6n, 9n].some((power) => {
    const scaled = small * 10n ** power;
    const difference = scaled > large ? scaled - large : large - scaled;
    return difference * 200n <= large;
  });
}

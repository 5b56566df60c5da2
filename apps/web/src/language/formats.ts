import { type AmountUnit, formatAmount, formatChange, formatPlainDate, plainDate } from '@thongvon/kernel';
import type { Language, Messages } from './wording';

/** Decimals of an amount by unit: tỷ to the triệu, triệu with one, đồng whole. */
const DECIMALS: Readonly<Record<AmountUnit, number>> = {
  'billion-dong': 3,
  'million-dong': 1,
  'thousand-dong': 0,
  dong: 0,
};

/** Stands where a number isn't known and there is no room to say why; never zero. */
const NOT_KNOWN = '–';

/** How values are written. Vietnamese: 223.422,5 and dd/mm/yyyy; English differs in separators only. */
export class Formats {
  constructor(
    private readonly language: Language,
    private readonly unit: AmountUnit,
  ) {}

  /**
   * Whole đồng as decimal text, in the reader's unit, without its name: "223422000000" → "223,422"; zero is "0", null "–", and what is
   * too small for the unit "< 0,001".
   */
  amount(dong: string | null, decimals = DECIMALS[this.unit]): string {
    if (dong === null) return NOT_KNOWN;
    if (BigInt(dong) === 0n) return '0';
    return this.separators(formatAmount(BigInt(dong), this.unit, decimals));
  }

  /** The same in đồng, every digit, for titles. */
  dong(dong: string): string {
    return `${this.separators(formatAmount(BigInt(dong), 'dong', 0))} đồng`;
  }

  /** With its sign, also a plus: "+11,142"; zero has none. */
  change(dong: string, decimals = DECIMALS[this.unit]): string {
    if (BigInt(dong) === 0n) return '0';
    return this.separators(formatChange(BigInt(dong), this.unit, decimals));
  }

  /** A rate of the API or a number of percent: "52.18" → "52,18". */
  rate(rate: string | number, decimals = 2): string {
    return this.separators((typeof rate === 'number' ? rate.toFixed(decimals) : rate).replace('.', ','));
  }

  /** A threshold of a rule: whole, or with two decimals. */
  threshold(value: number): string {
    return this.rate(value, Number.isInteger(value) ? 0 : 2);
  }

  /** A rate of the API with its sign, also a plus: "2.60" → "+2,60"; zero has none. */
  signedRate(rate: string): string {
    return /^-|^0\.?0*$/.test(rate) ? this.rate(rate) : `+${this.rate(rate)}`;
  }

  /** A rate of the API without its sign: how far behind or ahead. */
  magnitude(rate: string): string {
    return this.rate(rate.replace('-', ''));
  }

  /** "52.18" → "52,18 %", held together by a non-breaking space; null is "–". */
  percent(rate: string | number | null, decimals = 2): string {
    if (rate === null) return NOT_KNOWN;
    return `${this.rate(rate, decimals)}\u00a0%`;
  }

  /** A decimal of the API in a unit that is `by` times as large, two decimals: 143000 m² by 10000 → "14,30" (ha). */
  scaled(value: string, by: number): string {
    return this.rate(Number(value) / by);
  }

  /** A measure of the API with its groups, as many decimals as it has, at most three: "143000.5" → "143.000,5". */
  measure(value: string): string {
    return Number(value).toLocaleString(this.language === 'vi' ? 'vi-VN' : 'en');
  }

  /** A count with its groups: 10000 → "10.000". */
  count(count: number): string {
    return this.separators(formatAmount(BigInt(count), 'dong', 0));
  }

  /** `YYYY-MM-DD` → dd/mm/yyyy. */
  date(date: string): string {
    return formatPlainDate(plainDate(date));
  }

  /** `YYYY-MM-DD` → dd/mm. */
  shortDate(date: string): string {
    return this.date(date).slice(0, 5);
  }

  /** An instant of the API, which carries Vietnam's offset: "22/06/2023 15:30". */
  instant(instant: string): string {
    const vietnam = new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString();
    return `${this.date(vietnam.slice(0, 10))} ${vietnam.slice(11, 16)}`;
  }

  /** The day of an instant of the API, in Vietnam: "22/06/2023". */
  dayOf(instant: string): string {
    return this.instant(instant).slice(0, 10);
  }

  /** kernel writes Vietnamese separators and a hyphen; on a screen a minus is as wide as a digit. */
  private separators(text: string): string {
    const signed = text.replace('-', '−');
    return this.language === 'vi' ? signed : signed.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  }
}

/** Names of units and of why something isn't known. */
export const valueWords = {
  'billion-dong': { vi: 'tỷ đồng', en: 'billion đồng' },
  'million-dong': { vi: 'triệu đồng', en: 'million đồng' },
  dong: { vi: 'đồng', en: 'đồng' },
  'billion-dong-short': { vi: 'tỷ', en: 'bn' },
  'million-dong-short': { vi: 'triệu', en: 'm' },
  'dong-short': { vi: 'đ', en: 'đ' },
  'not-reported': { vi: 'chưa báo cáo', en: 'not reported' },
  'not-applicable': { vi: 'không áp dụng', en: 'not applicable' },
  'no-plan': { vi: 'chưa có kế hoạch', en: 'no plan' },
  'not-split': { vi: 'chưa tách theo nguồn', en: 'not split by source' },
} satisfies Messages;

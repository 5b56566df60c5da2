import {
  formatAmount,
  formatDong,
  formatPercent,
  formatPlainDate,
  formatRate,
  type Dong,
  type PlainDate,
} from '@thongvon/kernel';

/** What three decimals of a billion can't show, whole đồng. */
const SMALL: Dong = 1_000_000n;

/** An amount as people say it: "26,306 tỷ đồng", "26.306 billion đồng". */
export function money(amount: Dong): { vi: string; en: string } {
  if (amount < SMALL && amount > -SMALL)
    return { vi: `${formatDong(amount)} đồng`, en: `${swapped(formatDong(amount))} đồng` };
  const vi = formatAmount(amount, 'billion-dong', 3);
  return { vi: `${vi} tỷ đồng`, en: `${swapped(vi)} billion đồng` };
}

/** A rate as people say it: "52,18 %", "52.18 %". A whole that isn't positive has none. */
export function percent(part: Dong, whole: Dong): { vi: string; en: string } {
  const rate = formatRate(part, whole);
  return rate === null
    ? { vi: 'không xác định', en: 'not defined' }
    : { vi: formatPercent(rate), en: `${rate} %` };
}

/** A threshold in percent: "60 %", "47,5 %". */
export function threshold(value: number): { vi: string; en: string } {
  return { vi: `${String(value).replace('.', ',')} %`, en: `${value} %` };
}

/** A day: "21/06/2023" in both languages, as on every page. */
export function day(date: PlainDate): { vi: string; en: string } {
  return { vi: formatPlainDate(date), en: formatPlainDate(date) };
}

const swapped = (text: string): string => text.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

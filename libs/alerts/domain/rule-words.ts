import type { AlertFigureKind, AlertFigureSource } from '@thongvon/api-contract';
import {
  formatAmount,
  formatDong,
  formatPercent,
  formatPlainDate,
  formatRate,
  type Dong,
  type PlainDate,
} from '@thongvon/kernel';

/** Vietnamese first, English second. */
export type Texts = readonly [vi: string, en: string];

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

export interface Rate {
  readonly planned: Dong;
  readonly disbursed: Dong;
}

/** How much of this year's plan is disbursed, as the middle of a sentence. */
export const spentOfPlan = ({ planned, disbursed }: Rate): Texts => {
  const [of, part, rate] = [money(planned), money(disbursed), percent(disbursed, planned)];
  return [
    `giải ngân ${part.vi} trên kế hoạch năm ${of.vi}, đạt ${rate.vi}`,
    `${part.en} disbursed of this year's plan of ${of.en}, ${rate.en}`,
  ];
};

/** What a number of a rule is called, how it is written, and which number of the project it is. */
export interface NumberWords {
  readonly label: Texts;
  readonly kind: AlertFigureKind;
  readonly source?: AlertFigureSource;
}

/** What the numbers that a rule decides by are called, in the order in which they are shown; null: its sentence tells the meaning. */
export type RuleNumbers = Readonly<Record<string, NumberWords | null>>;

/** What a firing's `numbers` hold: each that its rule declares, and no other. */
export type NumbersOf<Numbers extends RuleNumbers> = Readonly<Record<keyof Numbers, unknown>>;

/** A number whose meaning the sentence tells already. */
export const SAID_BY_TEXT = null;

const number =
  (kind: AlertFigureKind) =>
  (vi: string, en: string, source?: AlertFigureSource): NumberWords => ({
    label: [vi, en],
    kind,
    ...(source === undefined ? {} : { source }),
  });

/** The numbers of a rule, by how each is written: called in Vietnamese and English, and which number of the project it is. */
export const figure = {
  amount: number('amount'),
  points: number('points'),
  rate: number('rate'),
  date: number('date'),
  days: number('days'),
  weeks: number('weeks'),
  name: number('name'),
};

export const PLANNED = figure.amount(
  'Kế hoạch vốn năm nay (mẫu số)',
  "This year's plan (the denominator)",
  'planned',
);
export const DISBURSED = figure.amount(
  'Đã giải ngân của kế hoạch năm nay',
  "Disbursed of this year's plan",
  'disbursed',
);
export const DEADLINE = figure.date('Hạn giải ngân của năm kế hoạch', 'Last day of the plan year');
export const DAYS_LEFT = figure.days('Còn lại', 'Left');
export const OUTSTANDING = figure.amount('Chưa thu hồi', 'Not recovered yet');
export const IGNORED = figure.points('Được bỏ qua', 'Let pass');

/** Rules that compare a rate: disbursed ÷ planned of their numbers. */
const RATE: Texts = ['Tỷ lệ: đã giải ngân ÷ kế hoạch nêu trên', 'Rate: disbursed ÷ the plan named above'];

/** A number that the rule decided by as people read it; `source`: which number of the project it is, where returns say. */
export interface AlertFigure {
  readonly label: Texts;
  readonly kind: AlertFigureKind;
  /** Null: not known. */
  readonly value: string | null;
  readonly source: AlertFigureSource | null;
}

/**
 * The numbers that a rule decided by as people read them: called by its `words`, in a fixed order, with the rate where both its parts are
 * among them. A number of an older version that has no name any more is left out.
 */
export function figuresOf(
  words: RuleNumbers,
  numbers: Readonly<Record<string, unknown>>,
): readonly AlertFigure[] {
  return Object.entries(words).flatMap(([key, named]) => {
    if (named === null || numbers[key] === undefined) return [];
    const written = {
      label: named.label,
      kind: named.kind,
      value: asText(numbers[key]),
      source: named.source ?? null,
    };
    return key === 'disbursed' ? [written, ...rateFigure(words, numbers)] : [written];
  });
}

/** Disbursed ÷ planned, where both are sums of the same plan. */
function rateFigure(
  words: RuleNumbers,
  { planned, disbursed }: Readonly<Record<string, unknown>>,
): readonly AlertFigure[] {
  if (!words['planned'] || typeof planned !== 'string' || typeof disbursed !== 'string') return [];
  const value = formatRate(BigInt(disbursed), BigInt(planned));
  return [{ label: RATE, kind: 'rate', value, source: null }];
}

/** Amounts, days and names are texts already; thresholds and counts are numbers. */
function asText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

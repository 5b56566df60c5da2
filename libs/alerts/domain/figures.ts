import type { AlertFigureView, AlertRuleId } from '@thongvon/api-contract';
import { formatRate } from '@thongvon/kernel';
import { NUMBERS, RATE, type NumberWords } from './messages/numbers';

/**
 * The numbers that a rule decided by as people read them: named, in a fixed order, with the rate where both its parts are
 * among them. A number of an older version that has no name any more is left out.
 */
export function figuresOf(
  rule: AlertRuleId,
  numbers: Readonly<Record<string, unknown>>,
): readonly AlertFigureView[] {
  const words: Readonly<Record<string, NumberWords | null>> = NUMBERS[rule];
  return Object.entries(words).flatMap(([key, named]) => {
    if (named === null || numbers[key] === undefined) return [];
    const figure = {
      label: named.label[0],
      labelEn: named.label[1],
      kind: named.kind,
      value: asText(numbers[key]),
      source: named.source ?? null,
    };
    return key === 'disbursed' ? [figure, ...rate(words, numbers)] : [figure];
  });
}

/** Disbursed ÷ planned, where both are sums of the same plan. */
function rate(
  words: Readonly<Record<string, NumberWords | null>>,
  { planned, disbursed }: Readonly<Record<string, unknown>>,
): readonly AlertFigureView[] {
  if (!words['planned'] || typeof planned !== 'string' || typeof disbursed !== 'string') return [];
  const value = formatRate(BigInt(disbursed), BigInt(planned));
  return [{ label: RATE[0], labelEn: RATE[1], kind: 'rate', value, source: null }];
}

/** Amounts, days and names are texts already; thresholds and counts are numbers. */
function asText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

import type { AlertRule, ThresholdValues } from '../domain/alert-rule';
import { problems } from './problems';

/** The given values, as the rule's thresholds can take them. Throws THRESHOLD-UNKNOWN and THRESHOLD-RANGE. */
export function checkThresholds(rule: AlertRule, given: Readonly<Record<string, unknown>>): ThresholdValues {
  const values = Object.entries(given).map(([key, value]) => {
    const threshold = rule.thresholds.find((known) => known.key === key);
    if (!threshold) {
      throw problems.thresholdUnknown(
        key,
        rule.thresholds.map((known) => known.key),
      );
    }
    const { unit, min, max } = threshold;
    if (
      typeof value !== 'number' ||
      !(value >= min && value <= max) ||
      !hasDecimals(value, unit === 'percent' ? 2 : 0)
    )
      throw problems.thresholdRange(key, min, max);
    return [key, value] as const;
  });
  return Object.fromEntries(values);
}

/** What is set for one source must be asked for one, else it would silently do nothing. Throws RULE-NOT-BY-SOURCE. */
export function assertBySource(rule: AlertRule, given: ThresholdValues): void {
  if (rule.bySource !== true) throw problems.sourceNotLookedAt('source', rule.id);
  const whole = rule.thresholds.find(({ key, bySource }) => bySource !== true && given[key] !== undefined);
  if (whole) throw problems.sourceNotLookedAt('thresholds', whole.key);
}

function hasDecimals(value: number, atMost: number): boolean {
  return Number(value.toFixed(atMost)) === value;
}

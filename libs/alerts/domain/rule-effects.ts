import type { RuleEffect } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import { alertKey } from './alert-life';
import type { Found } from './evaluate-rules';
import type { RuleSetting } from './rule-settings';

/** A finding and what a change of its rule does to it. */
export interface Affected {
  readonly effect: RuleEffect;
  readonly found: Found;
}

/**
 * The settings that are in force on a day, as if the week had been looked at on it: a change is tried on a week that is
 * over. `settings` are in the order of writing.
 */
export function settingsAsOf<Setting extends RuleSetting>(
  settings: readonly Setting[],
  day: PlainDate,
  week: PlainDate,
): Setting[] {
  return settings
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    .map((setting) => ({ ...setting, effectiveFrom: week }));
}

/** What is found now against what would be found: what appears, what goes, what stays (in its new words). */
export function effectsOf(now: readonly Found[], then: readonly Found[]): Affected[] {
  const [before, after] = [new Set(now.map(alertKey)), new Set(then.map(alertKey))];
  const as = (effect: RuleEffect, findings: readonly Found[]) => findings.map((found) => ({ effect, found }));
  return [
    ...as(
      'appears',
      then.filter((finding) => !before.has(alertKey(finding))),
    ),
    ...as(
      'goes',
      now.filter((finding) => !after.has(alertKey(finding))),
    ),
    ...as(
      'stays',
      then.filter((finding) => before.has(alertKey(finding))),
    ),
  ];
}

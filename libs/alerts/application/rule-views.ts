import type { AlertRuleView } from '@thongvon/api-contract';
import { formatInstant } from '@thongvon/kernel';
import type { AlertRule } from '../domain/alert-rule';
import { citationOn } from '../domain/citations';
import { inForce, ownValue, settingsFor, type AskedScope } from '../domain/rule-settings';
import type { WrittenSetting } from '../persistence/rule-setting-rows';

/** A rule as the API shows it, with what is in force for the scope; `above`: an organisation and all above it. */
export function toRuleView(
  rule: AlertRule,
  settings: readonly WrittenSetting[],
  asked: AskedScope,
  above: readonly string[] = [],
): AlertRuleView {
  const { enabled, severity, thresholds } = inForce(rule, settings, asked, above);
  const counting = settingsFor(rule, settings, asked, above);
  const { id, title, basis, subjects, bySource = false } = rule;
  const citation = citationOn(rule, asked.on);
  return {
    id,
    title: title[0],
    titleEn: title[1],
    enabled,
    severity: severity ?? rule.severity,
    basis,
    citation: citation[0],
    citationEn: citation[1],
    subjects,
    bySource,
    thresholds: rule.thresholds.flatMap(
      ({ key, label, unit, min, max, values, bySource: ofSource = false }) => {
        const set = counting.findLast((setting) => setting.thresholds[key] !== undefined);
        const own = ownValue(values, asked)?.origin ?? '';
        const origin = set?.reason ?? own;
        const value = thresholds[key];
        return value === undefined
          ? []
          : [{ key, label: label[0], labelEn: label[1], unit, value, min, max, origin, bySource: ofSource }];
      },
    ),
    settings: settings
      .filter((setting) => setting.rule === id)
      .map(({ rule: _, at, ...setting }) => ({ ...setting, at: formatInstant(at) })),
  };
}

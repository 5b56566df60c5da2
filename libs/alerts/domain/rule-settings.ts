import type { AlertRuleId, AlertSeverity } from '@thongvon/api-contract';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import {
  type AlertRule,
  citationOn,
  type Threshold,
  type ThresholdScope,
  type ThresholdValues,
} from './alert-rule';
import type { Texts } from './rule-words';

/** What an administrator has set on a rule for a scope, from a day on. Null: everywhere, or not said. */
export interface RuleSetting {
  readonly rule: AlertRuleId;
  readonly organizationId: string | null;
  readonly planYear: PlanYear | null;
  readonly source: string | null;
  readonly effectiveFrom: PlainDate;
  readonly enabled: boolean | null;
  readonly severity: AlertSeverity | null;
  readonly thresholds: ThresholdValues;
}

/** A setting with who wrote it, why and when (business clock). */
export interface WrittenSetting extends RuleSetting {
  readonly reason: string;
  readonly actorId: string;
  readonly at: Date;
}

/** What is in force of a rule for a scope. */
export interface RuleInForce {
  readonly enabled: boolean;
  /** Null: as the rule says. */
  readonly severity: AlertSeverity | null;
  readonly thresholds: ThresholdValues;
}

/** For whom, which plan year and which day a rule is asked; without an organisation, everywhere. */
export interface AskedScope extends Partial<ThresholdScope> {
  readonly planYear: PlanYear;
  readonly on: PlainDate;
}

/**
 * What is set on a rule for a scope: the wider before the narrower (everywhere, an office above, the office itself; then
 * source, then year) and of the same the earlier before the later, so that the last one counts. `settings` are in the
 * order of writing; `above` lists the organisation and all above it, nearest first.
 */
function settingsFor<Setting extends RuleSetting>(
  rule: AlertRule,
  settings: readonly Setting[],
  { planYear, on, source }: AskedScope,
  above: readonly string[] = [],
): Setting[] {
  const depth = ({ organizationId }: RuleSetting): number =>
    organizationId === null ? 0 : above.length - above.indexOf(organizationId);
  const fits = (setting: RuleSetting): boolean =>
    setting.rule === rule.id &&
    setting.effectiveFrom <= on &&
    (setting.planYear === null || setting.planYear === planYear) &&
    (setting.source === null || setting.source === source) &&
    (setting.organizationId === null || above.includes(setting.organizationId));
  return settings
    .filter(fits)
    .toSorted(
      (a, b) =>
        depth(a) - depth(b) ||
        narrowness(a.source) - narrowness(b.source) ||
        narrowness(a.planYear) - narrowness(b.planYear) ||
        a.effectiveFrom.localeCompare(b.effectiveFrom),
    );
}

/** What is in force of a rule for a scope: its defaults of the plan year, then what is set (`settingsFor`). */
export function inForce(
  rule: AlertRule,
  settings: readonly RuleSetting[],
  asked: AskedScope,
  above: readonly string[] = [],
): RuleInForce {
  return settingsFor(rule, settings, asked, above).reduce<RuleInForce>(
    (sum, { enabled, severity, thresholds }) => ({
      enabled: enabled ?? sum.enabled,
      severity: severity ?? sum.severity,
      thresholds: { ...sum.thresholds, ...thresholds },
    }),
    { enabled: true, severity: null, thresholds: defaultsOf(rule, asked) },
  );
}

/** A rule with what is in force of it for a scope on a day. */
export interface RuleOnDay {
  readonly rule: AlertRule;
  readonly enabled: boolean;
  readonly severity: AlertSeverity;
  /** Where the rule is from, as it is cited of the day. */
  readonly citation: Texts;
  readonly thresholds: readonly (Omit<Threshold, 'values'> & {
    readonly value: number;
    /** Why the value was set, else where the default is from. */
    readonly origin: string;
  })[];
  /** All that was ever set on the rule, oldest first. */
  readonly settings: readonly WrittenSetting[];
}

/** What is in force of a rule for a scope on a day, and where each value is from. `above` as in `settingsFor`. */
export function ruleOnDay(
  rule: AlertRule,
  settings: readonly WrittenSetting[],
  asked: AskedScope,
  above: readonly string[] = [],
): RuleOnDay {
  const { enabled, severity, thresholds } = inForce(rule, settings, asked, above);
  const counting = settingsFor(rule, settings, asked, above);
  return {
    rule,
    enabled,
    severity: severity ?? rule.severity,
    citation: citationOn(rule, asked.on),
    thresholds: rule.thresholds.flatMap(({ values, ...threshold }) => {
      const { key } = threshold;
      const set = counting.findLast((setting) => setting.thresholds[key] !== undefined);
      const origin = set?.reason ?? ownValue(values, asked)?.origin ?? '';
      const value = thresholds[key];
      return value === undefined ? [] : [{ ...threshold, value, origin }];
    }),
    settings: settings.filter((setting) => setting.rule === rule.id),
  };
}

type Dated = Pick<AskedScope, 'planYear' | 'on'>;

/** What a threshold is of itself for a plan year, by what had been set on the day. */
export function ownValue(
  values: Threshold['values'],
  { planYear, on }: Dated,
): Threshold['values'][number] | undefined {
  return values.findLast(
    ({ fromPlanYear, setOn }) => fromPlanYear <= planYear && (setOn === undefined || setOn <= on),
  );
}

/** The thresholds that a rule has of itself for a plan year, by what had been set on the day. */
function defaultsOf(rule: AlertRule, asked: Dated): ThresholdValues {
  return Object.fromEntries(
    rule.thresholds.flatMap(({ key, values }) => {
      const found = ownValue(values, asked);
      return found ? [[key, found.value]] : [];
    }),
  );
}

/** The largest value of each threshold that any scope has on the day. */
export function largestInForce(
  rule: AlertRule,
  settings: readonly RuleSetting[],
  { planYear, on }: AskedScope,
): ThresholdValues {
  const largest: Record<string, number> = { ...defaultsOf(rule, { planYear, on }) };
  for (const setting of settings) {
    if (setting.rule !== rule.id || setting.effectiveFrom > on) continue;
    for (const [key, value] of Object.entries(setting.thresholds))
      largest[key] = Math.max(largest[key] ?? value, value);
  }
  return largest;
}

const narrowness = (value: unknown): number => (value === null ? 0 : 1);

import { Injectable } from '@nestjs/common';
import type { AlertSeverity } from '@thongvon/api-contract';
import { businessDate, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { type Actor, FindOrganization } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import type { AlertRule, ThresholdValues } from '../domain/alert-rule';
import type { RuleSetting } from '../domain/rule-settings';
import { RULES } from '../domain/rules';
import { problems } from './problems';

/** A change of a rule as an administrator asks for it. What is left out stays as it is. */
export interface RuleChange {
  readonly thresholds?: Readonly<Record<string, unknown>>;
  readonly enabled?: boolean;
  readonly severity?: AlertSeverity;
  readonly organizationId?: string;
  readonly planYear?: PlanYear;
  readonly source?: string;
  readonly effectiveFrom?: PlainDate;
}

/** What must hold of a change of a rule, whether it is made or only looked at. */
@Injectable()
export class RuleChanges {
  constructor(
    private readonly organizations: FindOrganization,
    private readonly clock: SystemClock,
  ) {}

  /**
   * The rule, and the change as a setting of it. Throws ALERT-RULE-NOT-FOUND, NOTHING-TO-CHANGE, THRESHOLD-UNKNOWN,
   * THRESHOLD-RANGE, RULE-NOT-BY-SOURCE, EFFECTIVE-BEFORE-TODAY and ORGANIZATION-UNKNOWN.
   */
  async check(
    actor: Actor,
    id: string,
    change: RuleChange,
  ): Promise<{ rule: AlertRule; setting: RuleSetting }> {
    const rule = RULES.find((known) => known.id === id);
    if (!rule) throw problems.ruleUnknown();
    const { enabled = null, severity = null, organizationId = null, planYear = null, source = null } = change;
    const thresholds = checkThresholds(rule, change.thresholds ?? {});
    if (source !== null) assertBySource(rule, thresholds);
    if (enabled === null && severity === null && Object.keys(thresholds).length === 0)
      throw problems.nothingToSet();
    const today = businessDate(this.clock.now());
    const effectiveFrom = change.effectiveFrom ?? today;
    if (effectiveFrom < today) throw problems.beforeToday();
    if (organizationId !== null) await this.organizations.run(actor, organizationId);
    const scope = { organizationId, planYear, source, effectiveFrom };
    return { rule, setting: { rule: rule.id, ...scope, enabled, severity, thresholds } };
  }
}

/** The given values, as the rule's thresholds can take them. Throws THRESHOLD-UNKNOWN and THRESHOLD-RANGE. */
function checkThresholds(rule: AlertRule, given: Readonly<Record<string, unknown>>): ThresholdValues {
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
function assertBySource(rule: AlertRule, given: ThresholdValues): void {
  if (rule.bySource !== true) throw problems.sourceNotLookedAt('source', rule.id);
  const whole = rule.thresholds.find(({ key, bySource }) => bySource !== true && given[key] !== undefined);
  if (whole) throw problems.sourceNotLookedAt('thresholds', whole.key);
}

function hasDecimals(value: number, atMost: number): boolean {
  return Number(value.toFixed(atMost)) === value;
}

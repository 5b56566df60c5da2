import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AlertRuleId, AlertSeverity } from '@thongvon/api-contract';
import { businessDate, currentPlanYear, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { type Actor, FindOrganization, OrganizationTree } from '@thongvon/organizations';
import { Audit, nothingToChange, Problem, SystemClock, together } from '@thongvon/platform';
import { GuaranteeWarnings } from '@thongvon/works-contracts';
import type { AlertRule, ThresholdValues } from '../domain/alert-rule';
import { inForce, type RuleOnDay, ruleOnDay, type RuleSetting } from '../domain/rule-settings';
import { ruleOf, RULES } from '../domain/rules';
import { belowQuarterTarget, type QuarterTargets, targetsAmong } from '../domain/rules/quarter-target';
import { settingRows, writeSetting } from '../persistence/alert-rows';

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
  if (!rule.bySource) throw problems.sourceNotLookedAt('source', rule.id);
  const whole = rule.thresholds.find(({ key, bySource }) => bySource !== true && given[key] !== undefined);
  if (whole) throw problems.sourceNotLookedAt('thresholds', whole.key);
}

function hasDecimals(value: number, atMost: number): boolean {
  return Number(value.toFixed(atMost)) === value;
}

/** A change with its reason. */
export type NewSetting = RuleChange & { readonly reason: string };

/** The rules as everyone may read them, and as an administrator sets them. */
@Injectable()
export class AlertRules {
  constructor(
    private readonly dataSource: DataSource,
    private readonly changes: RuleChanges,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Every rule with what is in force everywhere today. */
  async list(): Promise<RuleOnDay[]> {
    const settings = await settingRows(this.dataSource.manager);
    return RULES.map((rule) => ruleOnDay(rule, settings, this.today()));
  }

  /**
   * The targets of a plan year as they are set everywhere, by what had been set on the day; null when the rule about them
   * is switched off.
   */
  async targets(
    planYear: PlanYear,
    on: PlainDate,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<QuarterTargets | null> {
    const settings = await settingRows(manager, belowQuarterTarget.id);
    const { enabled, thresholds } = inForce(belowQuarterTarget, settings, { planYear, on });
    return enabled ? targetsAmong(thresholds) : null;
  }

  /** Sets what counts for a scope from a day on. Throws what `RuleChanges.check` does. */
  async set(actor: Actor, id: string, { reason, ...change }: NewSetting): Promise<RuleOnDay> {
    const { rule, setting } = await this.changes.check(actor, id, change);
    return this.dataSource.transaction(async (manager) => {
      await writeSetting(manager, { ...setting, reason, actorId: actor.userId, at: this.clock.now() });
      const { rule: _, ...said } = setting;
      await this.audit.record(manager, actor.userId, 'alert-rule.set', `alert-rule:${id}`, {
        ...said,
        reason,
      });
      return ruleOnDay(rule, await settingRows(manager, rule.id), this.today());
    });
  }

  private today(): { planYear: PlanYear; on: PlainDate } {
    const on = businessDate(this.clock.now());
    return { planYear: currentPlanYear(on), on };
  }
}

/** By what a rule will speak of things, for pages that mark them beforehand. */
@Injectable()
export class RuleThresholds {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tree: OrganizationTree,
  ) {}

  /** What is in force on the day for each of these offices; one where the rule is switched off has none. */
  async of(
    id: AlertRuleId,
    on: PlainDate,
    organizationIds: readonly string[],
  ): Promise<Map<string, ThresholdValues>> {
    const offices = [...new Set(organizationIds)];
    const [settings, above] = await together(this.dataSource.manager, (all) =>
      Promise.all([settingRows(all, id), this.tree.idsAboveEach(offices, all)]),
    );
    const thresholds = new Map<string, ThresholdValues>();
    for (const organizationId of offices) {
      const own = [organizationId, ...(above.get(organizationId) ?? [])];
      const found = inForce(ruleOf(id), settings, { planYear: currentPlanYear(on), on }, own);
      if (found.enabled) thresholds.set(organizationId, found.thresholds);
    }
    return thresholds;
  }
}

/** Guarantees are warned of by the rule's own days, so that list and alert never disagree. */
@Injectable()
export class GuaranteeRuleDays extends GuaranteeWarnings {
  constructor(private readonly thresholds: RuleThresholds) {
    super();
  }

  async daysBefore(on: PlainDate, offices: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const inForce = await this.thresholds.of('guarantee-expiring', on, offices);
    return new Map(
      [...inForce].flatMap(([office, { days }]) => (days === undefined ? [] : [[office, days] as const])),
    );
  }
}

/** What a caller may have to mend. */
const problems = {
  ruleUnknown: () =>
    new Problem(404, 'ALERT-RULE-NOT-FOUND', 'Không có quy tắc này.', 'There is no such rule.'),
  nothingToSet: nothingToChange,
  thresholdUnknown: (key: string, known: readonly string[]) =>
    new Problem(
      422,
      'THRESHOLD-UNKNOWN',
      `Quy tắc không có ngưỡng "${key}".`,
      `The rule has no threshold "${key}".`,
      { field: 'thresholds', known },
    ),
  thresholdRange: (key: string, min: number, max: number) =>
    new Problem(
      422,
      'THRESHOLD-RANGE',
      `Ngưỡng "${key}" phải từ ${min} đến ${max}; phần trăm tối đa hai chữ số thập phân, ngày và tuần là số nguyên.`,
      `The threshold "${key}" must be from ${min} to ${max}; percents with two decimals at most, days and weeks whole.`,
      { field: 'thresholds', min, max },
    ),
  sourceNotLookedAt: (field: 'source' | 'thresholds', key: string) =>
    new Problem(
      422,
      'RULE-NOT-BY-SOURCE',
      field === 'source'
        ? 'Quy tắc này không xét riêng từng nguồn vốn.'
        : `Ngưỡng "${key}" không đặt riêng được cho một nguồn vốn.`,
      field === 'source'
        ? "This rule doesn't look at sources one by one."
        : `The threshold "${key}" can't be set for one source.`,
      { field },
    ),
  beforeToday: () =>
    new Problem(
      422,
      'EFFECTIVE-BEFORE-TODAY',
      'Ngưỡng mới chỉ có hiệu lực từ hôm nay trở đi; các tuần đã chốt giữ nguyên.',
      'A new threshold counts from today at the earliest; frozen weeks stay as they are.',
      { field: 'effectiveFrom' },
    ),
} as const;

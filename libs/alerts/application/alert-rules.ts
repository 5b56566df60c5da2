import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AlertRulesView, AlertRuleView } from '@thongvon/api-contract';
import { businessDate, currentPlanYear, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import { MISSING_INPUTS } from '../domain/missing-inputs';
import { targetsAmong, type QuarterTargets } from '../domain/quarter-targets';
import { inForce } from '../domain/rule-settings';
import { RULES } from '../domain/rules';
import { belowQuarterTarget } from '../domain/rules/below-quarter-target';
import { settingRows, writeSetting } from '../persistence/rule-setting-rows';
import { RuleChanges, type RuleChange } from './rule-changes';
import { toRuleView } from './rule-views';

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

  /** Every rule with what is in force everywhere today, and the rules that can't be looked at. */
  async list(): Promise<AlertRulesView> {
    const settings = await settingRows(this.dataSource.manager);
    return {
      items: RULES.map((rule) => toRuleView(rule, settings, this.today())),
      missingInputs: MISSING_INPUTS.map(({ id, title, missing }) => ({
        id,
        title: title[0],
        titleEn: title[1],
        missing: missing[0],
        missingEn: missing[1],
      })),
    };
  }

  /**
   * The targets of a plan year as they are set everywhere, by what had been set on the day; null when the rule about them
   * is switched off.
   */
  async targets(planYear: PlanYear, on: PlainDate): Promise<QuarterTargets | null> {
    const settings = await settingRows(this.dataSource.manager, belowQuarterTarget.id);
    const { enabled, thresholds } = inForce(belowQuarterTarget, settings, { planYear, on });
    return enabled ? targetsAmong(thresholds) : null;
  }

  /** Sets what counts for a scope from a day on. Throws what `RuleChanges.check` does. */
  async set(actor: Actor, id: string, { reason, ...change }: NewSetting): Promise<AlertRuleView> {
    const { rule, setting } = await this.changes.check(actor, id, change);
    return this.dataSource.transaction(async (manager) => {
      await writeSetting(manager, { ...setting, reason, actorId: actor.userId, at: this.clock.now() });
      const { rule: _, ...said } = setting;
      await this.audit.record(manager, actor.userId, 'alert-rule.set', `alert-rule:${id}`, {
        ...said,
        reason,
      });
      return toRuleView(rule, await settingRows(manager, rule.id), this.today());
    });
  }

  private today(): { planYear: PlanYear; on: PlainDate } {
    const on = businessDate(this.clock.now());
    return { planYear: currentPlanYear(on), on };
  }
}

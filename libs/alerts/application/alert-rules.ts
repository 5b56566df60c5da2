import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AlertRulesView, AlertRuleView, AlertSeverity } from '@thongvon/contracts';
import { businessDate, yearOf, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { FindOrganization, type Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import { MISSING_INPUTS } from '../domain/missing-inputs';
import { RULES } from '../domain/rules';
import { settingRows, writeSetting } from '../infrastructure/rule-setting-rows';
import { problems } from './problems';
import { toRuleView } from './rule-views';
import { checkThresholds } from './threshold-checks';

export interface NewSetting {
  readonly thresholds?: Readonly<Record<string, unknown>>;
  readonly enabled?: boolean;
  readonly severity?: AlertSeverity;
  readonly organizationId?: string;
  readonly planYear?: PlanYear;
  readonly source?: string;
  readonly effectiveFrom?: PlainDate;
  readonly reason: string;
}

/** The rules as everyone may read them, and as an administrator sets them. */
@Injectable()
export class AlertRules {
  constructor(
    private readonly dataSource: DataSource,
    private readonly organizations: FindOrganization,
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
   * Sets what counts for a scope from a day on. Throws ALERT-RULE-NOT-FOUND, NOTHING-TO-CHANGE, THRESHOLD-UNKNOWN,
   * THRESHOLD-RANGE, EFFECTIVE-BEFORE-TODAY and ORGANIZATION-UNKNOWN.
   */
  async set(actor: Actor, id: string, setting: NewSetting): Promise<AlertRuleView> {
    const rule = RULES.find((known) => known.id === id);
    if (!rule) throw problems.ruleUnknown();
    const {
      enabled = null,
      severity = null,
      organizationId = null,
      planYear = null,
      source = null,
    } = setting;
    const thresholds = checkThresholds(rule, setting.thresholds ?? {});
    if (enabled === null && severity === null && Object.keys(thresholds).length === 0)
      throw problems.nothingToSet();
    const today = businessDate(this.clock.now());
    const effectiveFrom = setting.effectiveFrom ?? today;
    if (effectiveFrom < today) throw problems.beforeToday();
    if (organizationId !== null) await this.organizations.run(actor, organizationId);
    return this.dataSource.transaction(async (manager) => {
      const scope = { organizationId, planYear, source, effectiveFrom };
      const said = { enabled, severity, thresholds, reason: setting.reason };
      const at = this.clock.now();
      await writeSetting(manager, { rule: rule.id, ...scope, ...said, actorId: actor.userId, at });
      await this.audit.record(manager, actor.userId, 'alert-rule.set', `alert-rule:${id}`, {
        ...scope,
        ...said,
      });
      return toRuleView(rule, await settingRows(manager, rule.id), this.today());
    });
  }

  private today(): { planYear: PlanYear; on: PlainDate } {
    const on = businessDate(this.clock.now());
    return { planYear: yearOf(on), on };
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AlertRuleId } from '@thongvon/api-contract';
import { currentPlanYear, type PlainDate } from '@thongvon/kernel';
import type { ThresholdValues } from '../domain/alert-rule';
import { inForce } from '../domain/rule-settings';
import { ruleOf } from '../domain/rules';
import { officesAbove } from '../persistence/registers';
import { settingRows } from '../persistence/rule-setting-rows';

/** By what a rule will speak of things, for pages that mark them beforehand. */
@Injectable()
export class RuleThresholds {
  constructor(private readonly dataSource: DataSource) {}

  /** What is in force on the day for each of these offices; one where the rule is switched off has none. */
  async of(
    id: AlertRuleId,
    on: PlainDate,
    organizationIds: readonly string[],
  ): Promise<Map<string, ThresholdValues>> {
    const { manager } = this.dataSource;
    const settings = await settingRows(manager, id);
    const isForOffices = settings.some(({ organizationId }) => organizationId !== null);
    const thresholds = new Map<string, ThresholdValues>();
    for (const organizationId of new Set(organizationIds)) {
      const above = isForOffices ? await officesAbove(manager, organizationId) : [];
      const found = inForce(ruleOf(id), settings, { planYear: currentPlanYear(on), on }, above);
      if (found.enabled) thresholds.set(organizationId, found.thresholds);
    }
    return thresholds;
  }
}

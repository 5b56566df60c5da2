import type { EntityManager } from 'typeorm';
import type { AlertRuleId } from '@thongvon/api-contract';
import type { RuleSetting } from '../domain/rule-settings';
import { AlertRuleSetting } from './entities/alert-rules';

/** A setting with who wrote it, why and when (business clock). */
export interface WrittenSetting extends RuleSetting {
  readonly reason: string;
  readonly actorId: string;
  readonly at: Date;
}

/** All that was ever set, of one rule or of all, in the order of writing. */
export function settingRows(manager: EntityManager, rule?: AlertRuleId): Promise<WrittenSetting[]> {
  return manager.query(
    `SELECT rule, organization_id AS "organizationId", plan_year AS "planYear", source_code AS source,
       effective_from AS "effectiveFrom", enabled, severity, thresholds, reason, actor_id AS "actorId", recorded_at AS at
     FROM alerts.alert_rule_setting WHERE $1::text IS NULL OR rule = $1 ORDER BY id`,
    [rule ?? null],
  );
}

export async function writeSetting(
  manager: EntityManager,
  { source, at, ...setting }: WrittenSetting,
): Promise<void> {
  await manager.insert(AlertRuleSetting, { ...setting, sourceCode: source, recordedAt: at });
}

import type { EntityManager } from 'typeorm';
import type { AlertRuleId } from '@thongvon/api-contract';
import type { RuleSetting } from '../domain/rule-settings';

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

export async function writeSetting(manager: EntityManager, setting: WrittenSetting): Promise<void> {
  await manager.query(
    `INSERT INTO alerts.alert_rule_setting (rule, organization_id, plan_year, source_code, effective_from, enabled, severity,
       thresholds, reason, actor_id, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      setting.rule,
      setting.organizationId,
      setting.planYear,
      setting.source,
      setting.effectiveFrom,
      setting.enabled,
      setting.severity,
      JSON.stringify(setting.thresholds),
      setting.reason,
      setting.actorId,
      setting.at,
    ],
  );
}

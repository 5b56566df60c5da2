import type { EntityManager } from 'typeorm';
import type { AlertRuleId } from '@thongvon/api-contract';
import type { WrittenSetting } from '../domain/rule-settings';
import type { OrganizationFacts } from '../domain/week-facts';
import { AlertRuleSetting } from './entities/alert';

/** All that was ever set, of one rule or of all, in the order of writing. */
export function settingRows(manager: EntityManager, rule?: AlertRuleId): Promise<WrittenSetting[]> {
  return manager.query(
    `SELECT rule, organization_id AS "organizationId", plan_year AS "planYear", source_code AS source,
       effective_from AS "effectiveFrom", enabled, severity, thresholds, reason, actor_id AS "actorId", recorded_at AS at
     FROM alerts.alert_rule_setting WHERE $1::text IS NULL OR rule = $1 ORDER BY id`,
    [rule ?? null],
  );
}

/** Adds a setting; what was set before stays written. */
export async function writeSetting(
  manager: EntityManager,
  { source, at, ...setting }: WrittenSetting,
): Promise<void> {
  await manager.insert(AlertRuleSetting, { ...setting, sourceCode: source, recordedAt: at });
}

/** Every organisation and what it lies below, also ended ones: their projects' figures stay theirs. */
export function officeRows(manager: EntityManager): Promise<Omit<OrganizationFacts, 'duties'>[]> {
  return manager.query('SELECT id, name, parent_id AS "parentId" FROM organizations.organization_ref');
}

/** Labels of sources by their code. */
export async function sourceLabels(manager: EntityManager): Promise<Map<string, string>> {
  const rows = await manager.query<{ code: string; label: string }[]>(
    'SELECT code, label FROM projects.source_ref',
  );
  return new Map(rows.map(({ code, label }) => [code, label]));
}

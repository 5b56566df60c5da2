import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AlertDetailView, AlertEventView, AlertRuleId } from '@thongvon/api-contract';
import { formatInstant, currentPlanYear, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Snapshots } from '@thongvon/snapshots';
import { figuresOf } from '../domain/messages/numbers';
import { ruleOf } from '../domain/rules';
import { ALERT_COLUMNS, type AlertRow, alertsOn, toAlertView } from '../persistence/alert-queries';
import { settingRows } from '../persistence/rule-setting-rows';
import { officesAbove } from '../persistence/registers';
import { problems } from './problems';
import { toRuleView } from './alert-rules';

/** Shows one alert with its whole history, and why it is red. */
@Injectable()
export class ViewAlert {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
  ) {}

  /** As it stands on the day. Throws ALERT-NOT-FOUND, also for a day before it opened. */
  async view(actor: Actor, id: string, asOf: PlainDate): Promise<AlertDetailView> {
    const { manager } = this.dataSource;
    const row = await findAlert(manager, actor, id, asOf);
    return {
      ...toAlertView(row),
      explanation: await this.explain(manager, row),
      history: await this.history(manager, id, asOf),
    };
  }

  private async explain(
    manager: EntityManager,
    { rule, snapshotId, planYear, subjectId, organization, changedOn, numbers }: AlertRow,
  ): Promise<AlertDetailView['explanation']> {
    const frozen = await this.snapshots.byId(snapshotId, manager);
    if (!frozen) throw new Error(`no frozen week ${snapshotId}`);
    const asked = {
      planYear: planYear ?? currentPlanYear(changedOn),
      on: changedOn,
      ...sourceOf(rule, subjectId),
    };
    const above = await officesAbove(manager, organization.id);
    const settings = await settingRows(manager, rule);
    const { week, revision } = frozen;
    return {
      rule: toRuleView(ruleOf(rule), settings, asked, above),
      ...{ week, revision, numbers },
      figures: figuresOf(rule, numbers),
    };
  }

  private async history(manager: EntityManager, id: string, asOf: PlainDate): Promise<AlertEventView[]> {
    const rows = await manager.query<(Omit<AlertEventView, 'at'> & { at: Date })[]>(
      `SELECT e.type, e.on_date AS "on", e.recorded_at AS at, s.revision, e.text, e.text_en AS "textEn", e.amount, e.reason,
         e.snoozed_until AS "snoozedUntil", e.actor_id AS "actorId", u.name AS "actorName"
       FROM alerts.alert_event e LEFT JOIN snapshots.week_ref s ON s.id = e.snapshot_id LEFT JOIN organizations.user_ref u ON u.id = e.actor_id
       WHERE e.alert_id = $1 AND e.on_date <= $2 ORDER BY e.id`,
      [id, asOf],
    );
    return rows.map((row) => ({ ...row, at: formatInstant(row.at) }));
  }
}

/** The source that the alert is about: the second part of its subject, where the rule looks at sources one by one. */
function sourceOf(rule: AlertRuleId, subjectId: string): { readonly source?: string } {
  const [, source = ''] = subjectId.split('/');
  return ruleOf(rule).bySource === true && source !== '' ? { source } : {};
}

/** The alert as it stands on the day. Throws ALERT-NOT-FOUND when the actor sees none. */
export async function findAlert(
  manager: EntityManager,
  actor: Actor,
  id: string,
  asOf: PlainDate,
): Promise<AlertRow> {
  const { from, where } = alertsOn(actor, asOf);
  where.and((value) => `a.id = ${value}`, id);
  const [row] = await manager.query<AlertRow[]>(`SELECT ${ALERT_COLUMNS} FROM ${from} WHERE ${where.sql}`, [
    ...where.parameters,
  ]);
  if (!row) throw problems.alertUnknown();
  return row;
}

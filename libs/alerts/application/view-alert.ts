import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AlertDetailView, AlertRuleId } from '@thongvon/api-contract';
import { currentPlanYear, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Snapshots } from '@thongvon/snapshots';
import { figuresOf } from '../domain/messages/numbers';
import { ruleOf } from '../domain/rules';
import { type AlertRow, toAlertView } from '../persistence/alert-queries';
import { alertHistory, visibleAlert } from '../persistence/one-alert';
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
      history: await alertHistory(manager, id, asOf),
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
  const row = await visibleAlert(manager, actor, id, asOf);
  if (!row) throw problems.alertUnknown();
  return row;
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AlertAction, AlertRuleId } from '@thongvon/api-contract';
import { addDays, businessDate, currentPlanYear, formatPlainDate, type PlainDate } from '@thongvon/kernel';
import { type Actor, OrganizationTree } from '@thongvon/organizations';
import { Audit, Problem, SystemClock, together } from '@thongvon/platform';
import { Snapshots } from '@thongvon/snapshots';
import type { AlertMoment, AlertOnDay } from '../domain/alert';
import { type AlertFigure, figuresOf } from '../domain/rule-words';
import { type RuleOnDay, ruleOnDay } from '../domain/rule-settings';
import { ruleOf } from '../domain/rules';
import {
  alertHistory,
  lockAlert,
  visibleAlert,
  worksFor,
  writeAlertAction,
} from '../persistence/alert-queries';
import { settingRows } from '../persistence/alert-rows';

/** Why an alert is red: its rule with the thresholds that counted, the numbers, and the frozen week looked at. */
interface AlertExplanation {
  readonly rule: RuleOnDay;
  readonly week: PlainDate;
  readonly revision: number;
  readonly numbers: AlertOnDay['numbers'];
  /** The same for people to read. */
  readonly figures: readonly AlertFigure[];
}

/** An alert with why it is red, and all that became of it, oldest first. */
export interface ExplainedAlert extends AlertOnDay {
  readonly explanation: AlertExplanation;
  readonly history: readonly AlertMoment[];
}

/** Shows one alert with its whole history, and why it is red. */
@Injectable()
export class ViewAlert {
  constructor(
    private readonly dataSource: DataSource,
    private readonly snapshots: Snapshots,
    private readonly tree: OrganizationTree,
  ) {}

  /** As it stands on the day. Throws ALERT-NOT-FOUND, also for a day before it opened. */
  async view(actor: Actor, id: string, asOf: PlainDate): Promise<ExplainedAlert> {
    const alert = await findAlert(this.dataSource.manager, actor, id, asOf);
    const [explanation, history] = await together(this.dataSource.manager, (all) =>
      Promise.all([this.explain(all, alert), alertHistory(all, id, asOf)]),
    );
    return { ...alert, explanation, history };
  }

  private async explain(
    manager: EntityManager,
    { rule, snapshotId, planYear, subject, organization, changedOn, numbers }: AlertOnDay,
  ): Promise<AlertExplanation> {
    const [frozen, idsAbove, settings] = await Promise.all([
      this.snapshots.byId(snapshotId, manager),
      this.tree.idsAbove(organization.id, manager),
      settingRows(manager, rule),
    ]);
    if (!frozen) throw new Error(`no frozen week ${snapshotId}`);
    const asked = {
      planYear: planYear ?? currentPlanYear(changedOn),
      on: changedOn,
      ...sourceOf(rule, subject.id),
    };
    const above = [organization.id, ...idsAbove];
    const { week, revision } = frozen;
    return {
      rule: ruleOnDay(ruleOf(rule), settings, asked, above),
      ...{ week, revision, numbers },
      figures: figuresOf(ruleOf(rule).numbers, numbers),
    };
  }
}

/** The source that the alert is about: the second part of its subject, where the rule looks at sources one by one. */
function sourceOf(rule: AlertRuleId, subjectId: string): { readonly source?: string } {
  const [, source = ''] = subjectId.split('/');
  return ruleOf(rule).bySource && source !== '' ? { source } : {};
}

/** The alert as it stands on the day. Throws ALERT-NOT-FOUND when the actor sees none. */
async function findAlert(
  manager: EntityManager,
  actor: Actor,
  id: string,
  asOf: PlainDate,
): Promise<AlertOnDay> {
  const alert = await visibleAlert(manager, actor, id, asOf);
  if (!alert) throw problems.alertUnknown();
  return alert;
}

/** How far ahead an alert can be put off, in days. */
const LONGEST_SNOOZE = 366;

/** An action with its reason; `until` of one that puts off. */
interface NewAction {
  readonly type: AlertAction;
  readonly reason: string;
  readonly until: PlainDate | null;
}

/** What came of an action about one alert of several. */
export interface ActionResult {
  readonly id: string;
  /** Null: it is done. */
  readonly refusal: Pick<Problem, 'code' | 'detail' | 'detailEn'> | null;
}

/** What people do about alerts: take note of one, put it off until a day, or take that back, always with a reason. */
@Injectable()
export class ActOnAlert {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws ALERT-NOT-FOUND, ALERT-CLOSED, and to reporters ALERT-PUT-OFF: it isn't theirs to lift. */
  acknowledge(actor: Actor, id: string, reason: string): Promise<void> {
    return this.record(
      actor,
      id,
      { type: 'acknowledged', reason, until: null },
      ({ state, snoozedUntil }) => {
        if (actor.role === 'reporter' && state === 'snoozed' && snoozedUntil !== null)
          throw problems.putOff(snoozedUntil);
      },
    );
  }

  /** Until `until` it is shown as snoozed. Throws ALERT-NOT-FOUND, ALERT-CLOSED and SNOOZE-RANGE. */
  async snooze(actor: Actor, id: string, until: PlainDate, reason: string): Promise<void> {
    this.assertAhead(until);
    await this.record(actor, id, { type: 'snoozed', reason, until });
  }

  /** Throws SNOOZE-RANGE: a day on which nothing can be put off. */
  assertAhead(until: PlainDate): void {
    const [first, last] = [addDays(this.today(), 1), addDays(this.today(), LONGEST_SNOOZE)];
    if (until < first || until > last) throw problems.snoozeRange(first, last);
  }

  /**
   * What was said of it last no longer counts: it is open again. Throws ALERT-NOT-FOUND, ALERT-CLOSED,
   * ALERT-NOTHING-TO-WITHDRAW, and to reporters ALERT-OTHERS-WORD unless their own office said it.
   */
  withdraw(actor: Actor, id: string, reason: string): Promise<void> {
    return this.record(actor, id, { type: 'withdrawn', reason, until: null }, async (alert, manager) => {
      if (alert.state === 'open') throw problems.nothingToWithdraw();
      if (
        actor.role === 'reporter' &&
        !(await worksFor(manager, alert.note?.actorId ?? null, actor.organizationId))
      )
        throw problems.othersWord();
    });
  }

  /** `act` about each of the alerts, one after the other: what is refused for one holds up none of the others. */
  async each(ids: readonly string[], act: (id: string) => Promise<void>): Promise<ActionResult[]> {
    const results: ActionResult[] = [];
    for (const id of ids) results.push({ id, refusal: await refusalOf(act(id)) });
    return results;
  }

  private record(
    actor: Actor,
    id: string,
    { type, reason, until }: NewAction,
    check: (alert: AlertOnDay, manager: EntityManager) => void | Promise<void> = () => undefined,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      // Whoever evaluates a week waits, so that nothing is written about an alert that has closed.
      await lockAlert(manager, id);
      const alert = await findAlert(manager, actor, id, this.today());
      if (alert.closedOn !== null) throw problems.alertClosed(alert.closedOn);
      await check(alert, manager);
      const entry = { type, on: this.today(), at: this.clock.now(), actorId: actor.userId, reason, until };
      await writeAlertAction(manager, { alertId: id, ...entry });
      await this.audit.record(manager, actor.userId, `alert.${type}`, `alert:${id}`, { until });
    });
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }
}

/** What a caller may have to mend; anything else is a fault of ours and ends the call. */
async function refusalOf(action: Promise<void>): Promise<ActionResult['refusal']> {
  try {
    await action;
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, detail, detailEn } = error;
    return { code, detail, detailEn };
  }
}

/** What a caller may have to mend. */
const problems = {
  alertUnknown: () =>
    new Problem(404, 'ALERT-NOT-FOUND', 'Không tìm thấy cảnh báo này.', 'There is no such alert.'),
  alertClosed: (on: PlainDate) =>
    new Problem(
      409,
      'ALERT-CLOSED',
      `Cảnh báo đã tự đóng ở tuần ${formatPlainDate(on)}.`,
      `The alert closed by itself in the week of ${formatPlainDate(on)}.`,
    ),
  nothingToWithdraw: () =>
    new Problem(
      409,
      'ALERT-NOTHING-TO-WITHDRAW',
      'Chưa ai nhận xử lý hay tạm gác cảnh báo này, không có gì để rút lại.',
      'Nobody has taken note of this alert or put it off; there is nothing to take back.',
    ),
  putOff: (until: PlainDate) =>
    new Problem(
      409,
      'ALERT-PUT-OFF',
      `Cảnh báo đang được lãnh đạo hoặc phòng tài chính gác đến ${formatPlainDate(until)}.`,
      `Leaders or the finance office have put the alert off until ${formatPlainDate(until)}.`,
    ),
  othersWord: () =>
    new Problem(
      403,
      'ALERT-OTHERS-WORD',
      'Chỉ rút lại được điều đơn vị mình đã ghi.',
      'You can only take back what your own office said.',
    ),
  snoozeRange: (first: PlainDate, last: PlainDate) =>
    new Problem(
      422,
      'SNOOZE-RANGE',
      `Chỉ hoãn được đến một ngày từ ${formatPlainDate(first)} đến ${formatPlainDate(last)}.`,
      `It can be put off until a day from ${formatPlainDate(first)} to ${formatPlainDate(last)}.`,
      { field: 'until' },
    ),
} as const;

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { AlertAction, AlertActionResultView } from '@thongvon/api-contract';
import { addDays, businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import type { AlertRow } from '../persistence/alert-queries';
import { lockAlert, worksFor, writeAlertAction } from '../persistence/one-alert';
import { problems } from './problems';
import { findAlert } from './view-alert';

/** How far ahead an alert can be put off, in days. */
const LONGEST_SNOOZE = 366;

/** An action with its reason; `until` of one that puts off. */
interface NewAction {
  readonly type: AlertAction;
  readonly reason: string;
  readonly until: PlainDate | null;
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
      if (actor.role === 'reporter' && !(await worksFor(manager, alert.actorId, actor.organizationId)))
        throw problems.othersWord();
    });
  }

  /** `act` about each of the alerts, one after the other: what is refused for one holds up none of the others. */
  async each(ids: readonly string[], act: (id: string) => Promise<void>): Promise<AlertActionResultView[]> {
    const results: AlertActionResultView[] = [];
    for (const id of ids) results.push({ id, refusal: await refusalOf(act(id)) });
    return results;
  }

  private record(
    actor: Actor,
    id: string,
    { type, reason, until }: NewAction,
    check: (alert: AlertRow, manager: EntityManager) => void | Promise<void> = () => undefined,
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
async function refusalOf(action: Promise<void>): Promise<AlertActionResultView['refusal']> {
  try {
    await action;
    return null;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, detail, detailEn } = error;
    return { code, detail, detailEn };
  }
}

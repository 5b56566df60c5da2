import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { addDays, businessDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, SystemClock } from '@thongvon/platform';
import { problems } from './problems';
import { findAlert } from './view-alert';

/** How far ahead an alert can be put off, in days. */
const LONGEST_SNOOZE = 366;

/** What people do about alerts: take note of one, or put it off until a day, with a reason. */
@Injectable()
export class ActOnAlert {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws ALERT-NOT-FOUND and ALERT-CLOSED. */
  acknowledge(actor: Actor, id: string, reason: string): Promise<void> {
    return this.record(actor, id, 'acknowledged', reason, null);
  }

  /** Until `until` it is shown as snoozed. Throws ALERT-NOT-FOUND, ALERT-CLOSED and SNOOZE-RANGE. */
  async snooze(actor: Actor, id: string, until: PlainDate, reason: string): Promise<void> {
    const [first, last] = [addDays(this.today(), 1), addDays(this.today(), LONGEST_SNOOZE)];
    if (until < first || until > last) throw problems.snoozeRange(first, last);
    await this.record(actor, id, 'snoozed', reason, until);
  }

  private record(
    actor: Actor,
    id: string,
    type: 'acknowledged' | 'snoozed',
    reason: string,
    until: PlainDate | null,
  ): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      // Whoever evaluates a week waits, so that nothing is written about an alert that has closed.
      await manager.query('SELECT FROM alert WHERE id = $1 FOR UPDATE', [id]);
      const { closedOn } = await findAlert(manager, actor, id, this.today());
      if (closedOn !== null) throw problems.alertClosed(closedOn);
      await manager.query(
        `INSERT INTO alert_event (alert_id, type, on_date, recorded_at, actor_id, reason, snoozed_until)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, type, this.today(), this.clock.now(), actor.userId, reason, until],
      );
      await this.audit.record(manager, actor.userId, `alert.${type}`, `alert:${id}`, { until });
    });
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }
}

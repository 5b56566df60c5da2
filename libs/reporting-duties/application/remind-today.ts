import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { businessDate, dayOfWeek, instantAt, type PlainDate } from '@thongvon/kernel';
import { EscalationSettings } from '@thongvon/organizations';
import {
  type DueLook,
  Environment,
  EveryMinute,
  Mails,
  publicAddress,
  SystemClock,
} from '@thongvon/platform';
import {
  type DueItem,
  laddersBy,
  LAST_WORKING_DAY,
  type Person,
  returnSubject,
  whoIsReminded,
} from '../domain/who-is-reminded';
import { isTaken, officesWithPeople, takeDay, writeReminder } from '../persistence/duties-and-reminders';
import { FindDebts } from './find-debts';
import { pageOf, reminderMail } from './reminder-mail';

/** When people begin to work. */
const MORNING = '08:00';

/** Writes the reminders of a working day, once, after 8:00: at most one to a person (unique in the database). */
@Injectable()
export class RemindToday {
  private readonly logger = new Logger(RemindToday.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly debts: FindDebts,
    private readonly escalation: EscalationSettings,
    private readonly mails: Mails,
    private readonly environment: Environment,
    private readonly clock: SystemClock,
  ) {}

  /** Safe to run at any time and by several processes at once. A day that was missed is not made up for. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const today = businessDate(now);
    if (dayOfWeek(today) > LAST_WORKING_DAY || now < instantAt(today, MORNING)) return;
    if (await isTaken(this.dataSource.manager, today)) return;
    await this.dataSource.transaction(async (manager) => {
      if (!(await takeDay(manager, today, this.clock.realNow()))) return;
      const set = await this.escalation.inForce(manager);
      const owed = await this.debts.on(manager, today, now, [...set.values()]);
      const offices = await officesWithPeople(manager);
      const reminded = whoIsReminded(owed, offices, today, laddersBy(offices.parents, set));
      for (const [person, items] of reminded) await this.remind(manager, today, person, items);
    });
  }

  private async remind(
    manager: EntityManager,
    day: PlainDate,
    { id: userId, email: to }: Person,
    items: readonly DueItem[],
  ): Promise<void> {
    const mail = {
      ...(await reminderMail(items, publicAddress(this.environment, pageOf(items)))),
      key: `reminder:${day}:${userId}`,
      kind: 'reminder',
      to,
    };
    const written = await this.write(manager, mail, userId);
    if (written === undefined) return;
    const facts = items.map((item) => ({
      debt: item.debt,
      subject: item.debt === 'return' ? returnSubject(item.organizationId, item.kind) : item.id,
      due: item.due,
      days: item.days,
    }));
    await writeReminder(manager, { day, userId, mailId: written, items: facts });
  }

  /** An address that can't be written to keeps nobody else from being reminded. */
  private async write(
    manager: EntityManager,
    mail: Parameters<Mails['add']>[1],
    userId: string,
  ): Promise<string | undefined> {
    await manager.query('SAVEPOINT one_reminder');
    try {
      return (await this.mails.add(manager, mail)).id;
    } catch (error) {
      await manager.query('ROLLBACK TO SAVEPOINT one_reminder');
      this.logger.warn(`reminder to user ${userId}: ${String(error)}`);
      return undefined;
    }
  }
}

/** Looks whether today's reminders are to be written. */
@Injectable()
@EveryMinute('reminders')
export class ReminderSchedule implements DueLook {
  constructor(private readonly reminding: RemindToday) {}

  look(): Promise<void> {
    return this.reminding.run();
  }
}

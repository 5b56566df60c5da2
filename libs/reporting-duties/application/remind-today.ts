import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DutyKind, ReminderGivenView } from '@thongvon/api-contract';
import { addDays, businessDate, dayOfWeek, instantAt, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Environment, Mails, publicAddress, SystemClock } from '@thongvon/platform';
import {
  type DueItem,
  type Person,
  returnSubject,
  rungNumber,
  rungOf,
  span,
  whoIsReminded,
} from '../domain/who-is-reminded';
import { reminderMail } from '../messages/reminder-mail';
import {
  isTaken,
  lastReminders,
  officesWithPeople,
  takeDay,
  writeReminder,
} from '../persistence/reminder-rows';
import { OwedReturns } from './owed-returns';
import { FindDebts } from './find-debts';

/** When people begin to work, and the last day of the week on which they do. */
const MORNING = '08:00';
const FRIDAY = 5;

/** Writes the reminders of a working day, once, after 8:00: at most one to a person (unique in the database). */
@Injectable()
export class RemindToday {
  private readonly logger = new Logger(RemindToday.name);

  constructor(
    private readonly dataSource: DataSource,
    private readonly debts: FindDebts,
    private readonly mails: Mails,
    private readonly environment: Environment,
    private readonly clock: SystemClock,
  ) {}

  /** Safe to run at any time and by several processes at once. A day that was missed is not made up for. */
  async run(): Promise<void> {
    const now = this.clock.now();
    const today = businessDate(now);
    if (dayOfWeek(today) > FRIDAY || now < instantAt(today, MORNING)) return;
    if (await isTaken(this.dataSource.manager, today)) return;
    await this.dataSource.transaction(async (manager) => {
      if (!(await takeDay(manager, today, this.clock.realNow()))) return;
      const owed = await this.debts.on(manager, today, now);
      const reminded = whoIsReminded(owed, await officesWithPeople(manager), today);
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
      subject: item.debt === 'blocker' ? item.id : returnSubject(item.organizationId, item.kind),
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

/** The page of the web application where what is owed can be done. */
function pageOf(items: readonly DueItem[]): string {
  return items.every(({ debt }) => debt === 'return') ? '/bao-cao' : '/vuong-mac';
}

/** A return that an office owes for a week, named by its cut-off. */
interface Owed {
  readonly organizationId: string;
  readonly kind: DutyKind;
  readonly week: PlainDate;
}

/** What people have been reminded of. */
@Injectable()
export class RemindersGiven {
  constructor(private readonly dataSource: DataSource) {}

  /** The last reminder of each of these returns, in their order; null where nobody has been reminded of it. */
  async lastOf(owed: readonly Owed[]): Promise<(ReminderGivenView | null)[]> {
    const weeks = [...new Set(owed.map(({ week }) => week))].toSorted();
    const [first] = weeks;
    if (first === undefined) return [];
    const rows = await lastReminders(this.dataSource.manager, {
      subjects: owed.map(({ organizationId, kind }) => returnSubject(organizationId, kind)),
      dues: weeks,
      since: addDays(first, span('return').first),
    });
    const bySubject = new Map(rows.map((row) => [`${row.subject} ${row.due}`, row]));
    return owed.map(({ organizationId, kind, week }) => {
      const row = bySubject.get(`${returnSubject(organizationId, kind)} ${week}`);
      if (!row) return null;
      const { on, days, sent } = row;
      return { on, rung: rungNumber('return', days), to: rungOf('return', days)?.to ?? null, sent };
    });
  }
}

/** What is owed and was not sent, with when anybody was reminded of it. */
@Injectable()
export class RemindedReturns {
  constructor(
    private readonly owed: OwedReturns,
    private readonly reminders: RemindersGiven,
  ) {}

  async execute(actor: Actor, offices: 'own' | 'all') {
    const owed = await this.owed.of(actor, offices);
    const reminded = await this.reminders.lastOf(
      owed.map(({ organization, kind, week }) => ({ organizationId: organization.id, kind, week })),
    );
    return owed.map((one, index) => ({ ...one, reminded: reminded[index] ?? null }));
  }
}

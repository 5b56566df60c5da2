import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DUTY_NAMES, type WayBack } from '@thongvon/api-contract';
import { ListBlockers } from '@thongvon/blockers';
import {
  addDays,
  businessDate,
  currentPlanYear,
  dayOfWeek,
  DEFAULT_CALENDAR,
  formatAmount,
  formatPlainDate,
  instantAt,
  type EscalationLadders,
  type PlainDate,
} from '@thongvon/kernel';
import { type Actor, EscalationSettings } from '@thongvon/organizations';
import {
  type DueLook,
  Environment,
  EveryMinute,
  Mails,
  type MailWords,
  publicAddress,
  renderPlainMail,
  SystemClock,
} from '@thongvon/platform';
import {
  cutOffsWithin,
  type DueItem,
  laddersBy,
  type OwedAction,
  type OwedItem,
  type OwedReturn,
  type Person,
  returnSubject,
  span,
  whoIsReminded,
} from '../domain/who-is-reminded';
import {
  holdersOf,
  isTaken,
  officeNames,
  officesWithPeople,
  takeDay,
  writeReminder,
} from '../persistence/duties-and-reminders';
import { unsentReturns } from './owed-returns';
import { ReportingDuties } from './reporting-duties';

/** What is owed on a day, near enough to its due date that someone is reminded. */
@Injectable()
export class FindDebts {
  constructor(
    private readonly duties: ReportingDuties,
    private readonly blockers: ListBlockers,
  ) {}

  /** `ladders`: what top offices have set. */
  async on(
    manager: EntityManager,
    today: PlainDate,
    now: Date,
    ladders: readonly EscalationLadders[],
  ): Promise<OwedItem[]> {
    const names = await officeNames(manager);
    const within = span('blocker', ladders);
    const owed: OwedItem[] = [...(await this.actions(manager, today, within, [...names.keys()]))];
    for (const week of cutOffsWithin(span('return', ladders), today))
      owed.push(...(await this.returns(manager, week, now, names)));
    return owed;
  }

  /** What offices owe for a week, have not sent by now, or got back. */
  private async returns(
    manager: EntityManager,
    week: PlainDate,
    now: Date,
    names: ReadonlyMap<string, string>,
  ): Promise<OwedReturn[]> {
    const owed = await this.duties.owedOn(manager, week);
    const unsent = await unsentReturns(manager, owed, { week, frozenAt: now });
    return unsent.map(({ organizationId, kind, cameBack }) => ({
      debt: 'return',
      organizationId,
      due: week,
      office: names.get(organizationId) ?? '',
      kind,
      cameBack,
    }));
  }

  private async actions(
    manager: EntityManager,
    today: PlainDate,
    { first, last }: ReturnType<typeof span>,
    scope: readonly string[],
  ): Promise<OwedAction[]> {
    const [from, to] = [addDays(today, -last), addDays(today, -first)];
    const everybody: Actor = { userId: '', role: 'leader', organizationId: '', scope };
    const held = { planYear: currentPlanYear(today), denominator: 'current-year-plan' } as const;
    const open = await this.blockers.all(
      everybody,
      { asOf: today, ...held, state: 'open' },
      // Earliest due date first, those without one last.
      ({ due }) => due !== null && due <= to,
    );
    const near = open.flatMap((blocker) => {
      const { due } = blocker;
      return due !== null && due >= from && due <= to ? [{ blocker, due }] : [];
    });
    const holders = await holdersOf(
      manager,
      near.map(({ blocker }) => blocker.project.id),
    );
    return near.flatMap(({ blocker, due }): OwedAction[] => {
      const { id, project, responsibleOffice, responsibleUnit, capitalHeld: held } = blocker;
      const ownerId = holders.get(project.id);
      if (ownerId === undefined) return [];
      const organizationId = responsibleOffice?.id ?? ownerId;
      const unit = responsibleOffice?.name ?? responsibleUnit;
      const about = { id, project: project.name, unit, isUnattached: responsibleOffice === null, held };
      return [{ debt: 'blocker', organizationId, ownerId, due, ...about }];
    });
  }
}

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
    private readonly escalation: EscalationSettings,
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

/** One message for all that a person is reminded of on a day. `url` opens the application. */
async function reminderMail(items: readonly DueItem[], url: string): Promise<MailWords> {
  const late = items.filter(({ days }) => days > 0).length;
  const heading = `${items.length} việc đến hạn${late > 0 ? `, ${late} đã quá hạn` : ''}`;
  return {
    subject: `Nhắc việc: ${heading}`,
    ...(await renderPlainMail({
      heading,
      blocks: [{ facts: items.map((item) => [whenOf(item.days), whatOf(item)]) }],
      action: { label: 'Mở Thông Vốn', url },
      footer:
        'Thư tự động của Thông Vốn, mỗi ngày không quá một thư nhắc. Bạn nhận thư này vì đơn vị của bạn, hoặc đơn vị trực thuộc, còn nợ các việc trên, hoặc là chủ đầu tư của dự án có vướng mắc.',
    })),
  };
}

function whenOf(days: number): string {
  if (days > 0) return `Quá hạn ${days} ngày`;
  return days === 0 ? 'Hạn hôm nay' : `Còn ${-days} ngày`;
}

const WAYS_BACK: Readonly<Record<WayBack, string>> = {
  'sent-back': 'bị trả lại',
  reverted: 'đã hủy duyệt',
};

function whatOf(item: DueItem): string {
  const due = formatPlainDate(item.due);
  if (item.debt === 'return') {
    const back = item.cameBack === null ? '' : `, ${WAYS_BACK[item.cameBack]}, cần nộp lại`;
    return `${item.office}: ${DUTY_NAMES[item.kind].vi} tuần chốt ${due} ${DEFAULT_CALENDAR.cutOff.time}${back}`;
  }
  const words = item.unit === null ? '' : `; ${item.unit}`;
  const unit = item.isUnattached ? `${words} (chưa gắn đơn vị chủ trì, chủ đầu tư cần chọn)` : words;
  const held = item.held === null ? '' : `; giữ ${formatAmount(item.held, 'billion-dong', 3)} tỷ đồng`;
  return `Vướng mắc ${item.project}, hạn ${due}${unit}${held}`;
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

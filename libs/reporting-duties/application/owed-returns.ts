import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { DutyKind, RemindedRole, WayBack } from '@thongvon/api-contract';
import {
  addDays,
  DEFAULT_CALENDAR,
  groupBy,
  instantAt,
  type PlainDate,
  RUNG_DAYS,
  weekOfReceipt,
} from '@thongvon/kernel';
import { type Actor, EscalationSettings } from '@thongvon/organizations';
import { SystemClock, together } from '@thongvon/platform';
import { type ReportedWeek, reportOfWeek, wayBack } from '../domain/report-state';
import { laddersBy, returnSubject, rungNumber, rungOn } from '../domain/who-is-reminded';
import {
  lastReminders,
  officeParents,
  officesByName,
  sentReturns,
} from '../persistence/duties-and-reminders';
import { ReportingDuties } from './reporting-duties';

type Duties = ReadonlyMap<string, readonly DutyKind[]>;

/** A return that is owed, with whose it is and by when it has to come. */
export interface OwedReturn {
  readonly organization: { readonly id: string; readonly name: string };
  readonly kind: DutyKind;
  /** Date of its cut-off. */
  readonly week: PlainDate;
  /** By when it has to be received; `overdue`: that has passed. */
  readonly due: Date;
  readonly overdue: boolean;
  /** The return that was sent back. */
  readonly sentBack: string | null;
  /** How the last of its returns for the week came back; null: none did. */
  readonly cameBack: WayBack | null;
}

/** What offices still have to send, before they are reminded of it and after. */
@Injectable()
export class OwedReturns {
  constructor(
    private readonly dataSource: DataSource,
    private readonly duties: ReportingDuties,
    private readonly clock: SystemClock,
  ) {}

  /**
   * What the actor's own organisation, or all that the actor sees, owe and have not sent: for the week that is received
   * now and, until something of the kind comes in this week, for the one before it. By organisation, the earlier week first.
   */
  async of(
    actor: Actor,
    offices: 'own' | 'all',
    asking: EntityManager = this.dataSource.manager,
  ): Promise<OwedReturn[]> {
    const now = this.clock.now();
    const week = weekOfReceipt(now);
    const before = addDays(week, -7);
    const asked = offices === 'own' ? [actor.organizationId] : actor.scope;
    const { names, since, earlier, current } = await together(asking, async (manager) => {
      const [names, owedBefore, owed, sentBefore, sent] = await Promise.all([
        officesByName(manager, asked),
        this.duties.owedOn(manager, before),
        this.duties.owedOn(manager, week),
        sentReturns(manager, { week: before, frozenAt: now }),
        sentReturns(manager, { week, frozenAt: now }),
      ]);
      const [of, ofBefore] = [ofOffices(owed, names), ofOffices(owedBefore, names)];
      return {
        names,
        since: unsentAmong(sent, ofBefore, { week, frozenAt: now }),
        earlier: unsentAmong(sentBefore, ofBefore, { week: before, frozenAt: now }),
        current: unsentAmong(sent, of, { week, frozenAt: now }),
      };
    });
    const nothingSince = new Set(since.map(keyOf));
    const overdue = earlier.filter((one) => nothingSince.has(keyOf(one)));
    const all = [...overdue, ...current];
    return [...names].flatMap(([id, name]) =>
      all.flatMap(({ organizationId, ...one }) =>
        organizationId === id ? [withDue({ organization: { id, name }, ...one }, now)] : [],
      ),
    );
  }
}

const ofOffices = (owed: Duties, offices: ReadonlyMap<string, string>): Duties =>
  new Map([...owed].filter(([organizationId]) => offices.has(organizationId)));

const keyOf = ({ organizationId, kind }: UnsentReturn): string => `${organizationId} ${kind}`;

function withDue<T extends { readonly week: PlainDate }>(
  one: T,
  now: Date,
): T & Pick<OwedReturn, 'due' | 'overdue'> {
  const due = instantAt(one.week, DEFAULT_CALENDAR.cutOff.time);
  return { ...one, due, overdue: now > due };
}

/** A return that an office owes for a week and had not sent, or got back, by an instant. */
export interface UnsentReturn {
  readonly organizationId: string;
  readonly kind: DutyKind;
  readonly week: PlainDate;
  /** The return that came back; null: nothing was sent. */
  readonly sentBack: string | null;
  /** How the last one for the week came back; null: none did. */
  readonly cameBack: WayBack | null;
}

/** Of what offices owe for a week (`owed`, by organisation) what had not come by `frozenAt`, or was sent back. */
export async function unsentReturns(
  manager: EntityManager,
  owed: ReadonlyMap<string, readonly DutyKind[]>,
  asked: ReportedWeek,
): Promise<UnsentReturn[]> {
  return unsentAmong(await sentReturns(manager, asked), owed, asked);
}

function unsentAmong(
  all: Awaited<ReturnType<typeof sentReturns>>,
  owed: ReadonlyMap<string, readonly DutyKind[]>,
  asked: ReportedWeek,
): UnsentReturn[] {
  const sent = groupBy(all, ({ organizationId }) => organizationId);
  return [...owed].flatMap(([organizationId, kinds]) =>
    kinds.flatMap((kind): UnsentReturn[] => {
      const returns = sent.get(organizationId) ?? [];
      const { state, returnId } = reportOfWeek(returns, kind, asked);
      if (state !== 'silent' && state !== 'sent-back') return [];
      const cameBack = wayBack(returns, kind, asked);
      return [{ organizationId, kind, week: asked.week, sentBack: returnId, cameBack }];
    }),
  );
}

/** A return that an office owes for a week, named by its cut-off. */
interface Owed {
  readonly organizationId: string;
  readonly kind: DutyKind;
  readonly week: PlainDate;
}

/** The last time that anybody was reminded of something owed. */
export interface ReminderGiven {
  /** Business clock; at most one reminder a day. */
  readonly on: PlainDate;
  /** The rung of the ladder, from 1, and whom it reaches; null: of an older ladder. */
  readonly rung: number | null;
  readonly to: RemindedRole | null;
  /** A mail server has taken it; false: it waits, or couldn't be sent. */
  readonly sent: boolean;
}

/** What people have been reminded of. */
@Injectable()
export class RemindersGiven {
  constructor(
    private readonly dataSource: DataSource,
    private readonly escalation: EscalationSettings,
  ) {}

  /** The last reminder of each of these returns, in their order; null where nobody has been reminded of it. */
  async lastOf(owed: readonly Owed[]): Promise<(ReminderGiven | null)[]> {
    const weeks = [...new Set(owed.map(({ week }) => week))].toSorted();
    const [first] = weeks;
    if (first === undefined) return [];
    const asked = {
      subjects: owed.map(({ organizationId, kind }) => returnSubject(organizationId, kind)),
      dues: weeks,
      // No ladder reminds earlier.
      since: addDays(first, RUNG_DAYS.first),
    };
    const [rows, set, parents] = await together(this.dataSource.manager, (all) =>
      Promise.all([lastReminders(all, asked), this.escalation.inForce(all), officeParents(all)]),
    );
    const laddersOf = laddersBy(parents, set);
    const bySubject = new Map(rows.map((row) => [`${row.subject} ${row.due}`, row]));
    return owed.map(({ organizationId, kind, week }) => {
      const row = bySubject.get(`${returnSubject(organizationId, kind)} ${week}`);
      if (!row) return null;
      const { on, days, sent } = row;
      const ladder = laddersOf(organizationId).return;
      return { on, rung: rungNumber(ladder, days, on), to: rungOn(ladder, days, on)?.to ?? null, sent };
    });
  }
}

/** A return that is owed, with the last reminder of it; null: nobody has been reminded. */
export interface RemindedReturn extends OwedReturn {
  readonly reminded: ReminderGiven | null;
}

/** What is owed and was not sent, with when anybody was reminded of it. */
@Injectable()
export class RemindedReturns {
  constructor(
    private readonly owed: OwedReturns,
    private readonly reminders: RemindersGiven,
  ) {}

  /** As `OwedReturns.of`. */
  async execute(actor: Actor, offices: 'own' | 'all'): Promise<RemindedReturn[]> {
    const owed = await this.owed.of(actor, offices);
    const reminded = await this.reminders.lastOf(
      owed.map(({ organization, kind, week }) => ({ organizationId: organization.id, kind, week })),
    );
    return owed.map((one, index) => ({ ...one, reminded: reminded[index] ?? null }));
  }
}

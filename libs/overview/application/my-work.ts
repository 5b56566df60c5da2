import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { GroupAlerts } from '@thongvon/alerts';
import { ListBlockers } from '@thongvon/blockers';
import { Reconcile } from '@thongvon/capital';
import {
  addDays,
  businessDate,
  currentPlanYear,
  dongOf,
  isDueSoon,
  isOverdue,
  nextLetterDay,
  type PlainDate,
  weekOfReceipt,
} from '@thongvon/kernel';
import { type Actor, ListUsers } from '@thongvon/organizations';
import { SystemClock, together, ViewMails } from '@thongvon/platform';
import { OwedReturns, ReportingDuties } from '@thongvon/reporting-duties';
import { isApprover, ReturnsToDo } from '@thongvon/returns';
import { ViewTasks } from '@thongvon/tasks';
import { byPressure, lineOf, linesOf, type SettledWork, type Work, type WorkLine } from '../domain/work-line';
import {
  approvedReturn,
  closedBlocker,
  cutOffOf,
  differences,
  financeWork,
  mailWork,
  nextToSend,
  ofBlocker,
  ofTask,
  returnsToSend,
} from '../domain/work-of-roles';

/** What waits for somebody, in the order in which it presses, and what stands next to the names of pages. */
export interface MyWork {
  readonly now: Date;
  readonly businessDay: PlainDate;
  readonly total: number;
  readonly overdue: number;
  readonly lines: readonly WorkLine[];
  /** How many more there are than `lines` has room for. */
  readonly unshown: { readonly blockers: number; readonly tasks: number };
  readonly next: WorkLine | null;
  readonly drafts: { readonly total: number; readonly newest: NewestDraft | null };
  readonly settled: readonly SettledWork[];
  readonly counts: WorkCounts;
}

interface NewestDraft {
  readonly id: string;
  readonly fileName: string;
  readonly receivedAt: Date;
}

/** Null: nothing of it for this role. */
export type WorkCounts = Readonly<
  Record<
    'work' | 'returns' | 'review' | 'reconciliation' | 'blockers' | 'alerts' | 'tasks' | 'administration',
    number | null
  >
>;

/** What one room knows of it. `unshown`: how much more there is than lines, and how much of that is overdue. */
interface Part {
  readonly work: readonly Work[];
  readonly unshown?: {
    readonly of: keyof MyWork['unshown'];
    readonly total: number;
    readonly overdue: number;
  };
  readonly next?: readonly Work[];
  readonly drafts?: MyWork['drafts'];
  readonly settled?: readonly SettledWork[];
  readonly counts?: Partial<WorkCounts>;
}

const NOTHING: Part = { work: [] };
const NO_COUNTS: WorkCounts = {
  work: null,
  returns: null,
  review: null,
  reconciliation: null,
  blockers: null,
  alerts: null,
  tasks: null,
  administration: null,
};

/** How many blockers, and how many tasks, are lines of their own. */
const MOST_BLOCKERS = 50;
const MOST_TASKS = 50;
/** For so many days what was settled is still named. */
const SETTLED_DAYS = 7;
const HOURS = 24 * 3_600_000;

/** The days that everything is reckoned on. */
interface Days {
  readonly now: Date;
  readonly today: PlainDate;
  /** The week that is received now, named by its cut-off. */
  readonly week: PlainDate;
  readonly since: Date;
}

/** What waits for the actor, of all rooms: each count by the definition of the list that it is read from. */
@Injectable()
export class ViewMyWork {
  constructor(
    private readonly dataSource: DataSource,
    private readonly owed: OwedReturns,
    private readonly duties: ReportingDuties,
    private readonly returns: ReturnsToDo,
    private readonly blockers: ListBlockers,
    private readonly tasks: ViewTasks,
    private readonly reconciling: Reconcile,
    private readonly alerts: GroupAlerts,
    private readonly mails: ViewMails,
    private readonly people: ListUsers,
    private readonly clock: SystemClock,
  ) {}

  async execute(actor: Actor): Promise<MyWork> {
    const now = this.clock.now();
    const since = new Date(now.getTime() - SETTLED_DAYS * HOURS);
    const days = { now, today: businessDate(now), week: weekOfReceipt(now), since };
    const isSender = actor.role === 'reporter' || isApprover(actor.role);
    const addresses = actor.role === 'administrator' ? await this.people.addressesSeen(actor) : [];
    const parts = await together(this.dataSource.manager, (all) =>
      Promise.all([
        isSender ? this.sending(all, actor, days) : NOTHING,
        isSender ? this.explaining(all, actor, days) : NOTHING,
        actor.role === 'reporter' ? this.unblocking(all, actor, days) : NOTHING,
        isSender ? this.doing(all, actor) : NOTHING,
        actor.role === 'administrator' ? this.delivering(all, addresses) : NOTHING,
        this.inSight(all, actor, days),
      ]),
    );
    return gathered(actor, parts, days);
  }

  /** Returns: an office's own, and for the finance office those of all that it sees. */
  private async sending(all: EntityManager, actor: Actor, { now, week, since }: Days): Promise<Part> {
    const reviews = isApprover(actor.role);
    const [owed, cameBack, drafts, settled, coming, finance] = await Promise.all([
      this.owed.of(actor, reviews ? 'all' : 'own', all),
      this.returns.cameBack(all, actor),
      this.returns.drafts(all, actor),
      this.returns.settled(all, reviews ? actor.scope : [actor.organizationId], since),
      this.duties.owedOn(all, addDays(week, 7)),
      reviews ? Promise.all([this.returns.waiting(all, actor), this.returns.replied(all, actor)]) : null,
    ]);
    const own = owed.filter(({ organization }) => organization.id === actor.organizationId);
    const toSend = returnsToSend(own, cameBack);
    const further = nextToSend(coming.get(actor.organizationId) ?? [], addDays(week, 7));
    const [waiting, replied] = finance ?? [];
    const review = waiting && replied ? financeWork({ waiting, replied, owed }, now) : [];
    const [newest] = drafts.items;
    return {
      work: [...toSend, ...review],
      next: [...(further ? [further] : []), ...(reviews ? [cutOffOf(week)] : [])],
      drafts: { total: drafts.total, newest: newest ?? null },
      settled: settled.flatMap(approvedReturn),
      counts: { returns: toSend.length, ...(waiting ? { review: waiting.count } : {}) },
    };
  }

  /** What board and Treasury say otherwise. */
  private async explaining(all: EntityManager, actor: Actor, { today }: Days): Promise<Part> {
    const asked = { planYear: currentPlanYear(today), asOf: today, state: 'differs', open: true } as const;
    const { items, total } = await this.reconciling.rows(actor, { ...asked, limit: 1 }, all);
    return {
      work: differences(total, dongOf(items[0]?.toExplain)),
      counts: { reconciliation: total },
    };
  }

  /** Blockers that are overdue or due soon; those that are due first are lines. */
  private async unblocking(all: EntityManager, actor: Actor, { today, since }: Days): Promise<Part> {
    const on = holdingOn(today);
    const [open, overdue, soon, closed] = await Promise.all([
      this.blockers.list(actor, { ...on, state: 'open', limit: MOST_BLOCKERS + 1 }, all),
      this.blockers.list(actor, { ...on, state: 'overdue', limit: 0 }, all),
      this.blockers.list(actor, { ...on, attention: 'due-soon', limit: 0 }, all),
      this.blockers.list(actor, { ...on, closedSince: businessDate(since), limit: 10 }, all),
    ]);
    const reckoned = { businessDay: today, nextLetterOn: nextLetterDay(today) };
    const late = open.items.filter(({ due }) => isOverdue(due, reckoned));
    const pressing = open.items.filter(({ due }) => isOverdue(due, reckoned) || isDueSoon(due, reckoned));
    const shown = pressing.slice(0, MOST_BLOCKERS);
    const later = open.items.find((one) => one.due !== null && !pressing.includes(one));
    return {
      work: shown.map(ofBlocker),
      unshown: {
        of: 'blockers',
        total: overdue.total + soon.total - shown.length,
        overdue: overdue.total - Math.min(late.length, shown.length),
      },
      next: later ? [ofBlocker(later)] : [],
      settled: closed.items.flatMap(closedBlocker),
    };
  }

  /** Tasks: given to the office, and given by it that are back with it; those that are due first are lines. */
  private async doing(all: EntityManager, actor: Actor): Promise<Part> {
    const [waiting, overdue] = await Promise.all([
      this.tasks.whatWaits(actor, { limit: MOST_TASKS }, all),
      this.tasks.list(actor, { waiting: 'answer', overdue: true, limit: 0 }, all),
    ]);
    const late = waiting.items.filter((task) => task.wait === 'answer' && task.overdue);
    return {
      work: waiting.items.map(ofTask),
      unshown: {
        of: 'tasks',
        total: waiting.total - waiting.items.length,
        overdue: overdue.total - late.length,
      },
    };
  }

  /** Mails that a server refused, or of which nobody knows. */
  private async delivering(all: EntityManager, addresses: readonly string[] | undefined): Promise<Part> {
    const [failed, unknown] = await Promise.all(
      (['failed', 'unknown'] as const).map((state) => this.mails.list({ state, limit: 0 }, addresses, all)),
    );
    const [refused, unsure] = [failed?.total ?? 0, unknown?.total ?? 0];
    return { work: mailWork(refused, unsure), counts: { administration: refused + unsure } };
  }

  /** What stands next to the names of pages that everybody has. */
  private async inSight(all: EntityManager, actor: Actor, { today }: Days): Promise<Part> {
    const [overdue, alerts, tasks] = await Promise.all([
      this.blockers.list(actor, { ...holdingOn(today), state: 'overdue', limit: 0 }, all),
      this.alerts.counts(actor, today, all),
      actor.role === 'administrator' ? null : this.tasks.list(actor, { waiting: 'any', limit: 0 }, all),
    ]);
    return {
      work: [],
      counts: { blockers: overdue.total, alerts: alerts.open, ...(tasks ? { tasks: tasks.total } : {}) },
    };
  }
}

const holdingOn = (asOf: PlainDate) =>
  ({ asOf, planYear: currentPlanYear(asOf), denominator: 'current-year-plan' }) as const;

function gathered({ role }: Actor, parts: readonly Part[], { now, today }: Days): MyWork {
  const lines = linesOf(
    parts.flatMap(({ work }) => work),
    now,
  );
  const folded = parts.flatMap(({ unshown }) => unshown ?? []);
  const unshown = (of: keyof MyWork['unshown']): number => folded.find((one) => one.of === of)?.total ?? 0;
  const total = folded.reduce((sum, one) => sum + one.total, lines.length);
  const next = parts.flatMap((part) => part.next ?? []).map((one) => lineOf(one, now));
  return {
    now,
    businessDay: today,
    total,
    overdue: folded.reduce((sum, one) => sum + one.overdue, lines.filter(({ overdue }) => overdue).length),
    lines,
    unshown: { blockers: unshown('blockers'), tasks: unshown('tasks') },
    next: next.toSorted(byPressure).at(0) ?? null,
    drafts: parts.find(({ drafts }) => drafts)?.drafts ?? { total: 0, newest: null },
    settled: parts
      .flatMap(({ settled }) => settled ?? [])
      .toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? 1 : -1)),
    counts: {
      ...NO_COUNTS,
      ...parts.reduce<Partial<WorkCounts>>((all, { counts }) => ({ ...all, ...counts }), {}),
      // A leader's own page is another one.
      work: role === 'leader' ? null : total,
    },
  };
}

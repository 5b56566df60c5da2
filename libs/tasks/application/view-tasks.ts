import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { TaskAct, TaskWait } from '@thongvon/api-contract';
import { addDays, businessDate, closedWeek, freezeInstant, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { listAll, type ListPage, listPage, SystemClock, together, type WantedPage } from '@thongvon/platform';
import { actsOf, ANSWERING_ROLES, DECIDING_ROLES, isOnGiversSide } from '../domain/task-acts';
import {
  countTasks,
  isTaskOverdue,
  pressingOn,
  type TaskCounts,
  taskDaysOverdue,
} from '../domain/task-state';
import { waitsFor } from '../domain/task-waits';
import {
  type AskedAssignees,
  assigneeList,
  conclusionList,
  type ConclusionRow,
  peopleOf,
  type TaskAssignee,
  type TaskPerson,
  visibleConclusion,
} from '../persistence/conclusion-rows';
import {
  historyOf,
  standingsOfWeek,
  type TaskEventWithNames,
  type TaskFilter,
  taskList,
  type TaskRow,
  tasksOfConclusion,
  visibleTask,
  waitingList,
  type WaitingTaskRow,
} from '../persistence/task-lists';
import { type SaidOfTask, type WaitingTasks, waitingTasks } from '../persistence/waiting-tasks';
import { problems } from './problems';

/** A task on a day, with what the one who looks may do to it. */
export interface TaskOnDay extends TaskRow {
  readonly overdue: boolean;
  readonly daysOverdue: number;
  readonly may: readonly TaskAct[];
}

/** A task that waits for somebody: for what, and what was said last of that. */
export interface WaitingTask extends TaskOnDay {
  readonly wait: TaskWait;
  readonly said: Omit<SaidOfTask, 'at'> & { readonly at: Date };
}

export interface TaskWithHistory extends TaskOnDay {
  readonly history: readonly TaskEventWithNames[];
}

/** A conclusion with how far its tasks are. */
export interface ConclusionOnDay extends Omit<ConclusionRow, 'standings'> {
  readonly counts: TaskCounts;
}

export interface ConclusionWithTasks extends ConclusionOnDay {
  readonly tasks: readonly TaskOnDay[];
  readonly mayNumber: boolean;
}

/** What became of the tasks of a week. */
export interface TaskWeek {
  readonly from: Date;
  readonly through: Date;
  readonly asOf: PlainDate;
  readonly counts: TaskCounts;
  readonly earlier: TaskCounts;
  readonly everGiven: boolean;
  /** Those of the week that are not done, the most pressing first, as far as a letter has room for them. */
  readonly open: readonly TaskOnDay[];
}

/** A letter, and the page that leaders open instead, name so many tasks of a week. */
const MOST_NAMED = 7;
/** So many of a week are looked at for that. */
const MOST_OF_WEEK = 200;

/** When the tasks of a week were given: after the letter of the week before was frozen, and by the time that its own is. */
export function timeOfWeek(week: PlainDate): { readonly from: Date; readonly through: Date } {
  return { from: freezeInstant(addDays(week, -7)), through: freezeInstant(week) };
}

/** Shows tasks, as far as the one who looks sees them. */
@Injectable()
export class ViewTasks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  /** Those that have not ended first, then by date. */
  async list(
    actor: Actor,
    { limit, cursor, ...filter }: TaskFilter & WantedPage,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListPage<TaskOnDay>> {
    const today = this.today();
    const page = await listPage<TaskRow>(manager, taskList(actor, filter, today), { limit, cursor });
    return { ...page, items: page.items.map((task) => onDay(actor, task, today)) };
  }

  /** Throws TASK-NOT-FOUND. */
  async find(actor: Actor, id: string): Promise<TaskWithHistory> {
    const [task, history] = await together(this.dataSource.manager, (all) =>
      Promise.all([visibleTask(all, actor, id), historyOf(all, id)]),
    );
    if (!task) throw problems.taskUnknown();
    return { ...onDay(actor, task, this.today()), history };
  }

  /** How much waits for the actor. */
  waiting(actor: Actor): Promise<WaitingTasks> {
    return waitingTasks(this.dataSource.manager, actor, this.today());
  }

  /** What waits for the actor, by date, each with what it waits for: the same tasks as `list` with `waiting`. */
  async whatWaits(
    actor: Actor,
    page: WantedPage,
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListPage<WaitingTask>> {
    const today = this.today();
    const { items, ...rest } = await listPage<WaitingTaskRow>(manager, waitingList(actor, today), page);
    const waiting = items.flatMap((task) => {
      const wait = waitsFor(actor, task);
      const { at, ...said } = task.said;
      return wait ? [{ ...onDay(actor, task, today), wait, said: { ...said, at: new Date(at) } }] : [];
    });
    return { ...rest, items: waiting };
  }

  /** What became of the tasks of a week, by its cut-off date, as they stand today; without it, of the one that closed last. */
  async week(actor: Actor, week?: PlainDate): Promise<TaskWeek> {
    const asOf = this.today();
    const time = timeOfWeek(week ?? closedWeek(asOf));
    const [{ given, earlier, everGiven }, open] = await together(this.dataSource.manager, (all) =>
      Promise.all([
        standingsOfWeek(all, actor, time),
        this.list(actor, { open: true, given: time, limit: MOST_OF_WEEK }, all),
      ]),
    );
    return {
      ...{ ...time, asOf, counts: countTasks(given, asOf), earlier: countTasks(earlier, asOf), everGiven },
      open: open.items.toSorted(pressingOn(asOf)).slice(0, MOST_NAMED),
    };
  }

  /** Who of the actor's office may be named as having decided. */
  givers(actor: Actor): Promise<TaskPerson[]> {
    return peopleOf(this.dataSource.manager, actor.organizationId, DECIDING_ROLES);
  }

  /** To which offices the actor may give tasks. */
  assignees(
    actor: Actor,
    { limit, cursor, ...asked }: WantedPage & AskedAssignees,
  ): Promise<ListPage<TaskAssignee>> {
    const list = assigneeList(actor, { ...asked, roles: ANSWERING_ROLES });
    return listPage(this.dataSource.manager, list, { limit, cursor });
  }

  private today(): PlainDate {
    return businessDate(this.clock.now());
  }
}

/** Shows where tasks come from. */
@Injectable()
export class ViewConclusions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
  ) {}

  /** The latest first. */
  async list(
    actor: Actor,
    { q, ...page }: WantedPage & { readonly q?: string },
  ): Promise<ListPage<ConclusionOnDay>> {
    const today = businessDate(this.clock.now());
    const found = await listPage<ConclusionRow>(this.dataSource.manager, conclusionList(actor, q), page);
    return { ...found, items: found.items.map((conclusion) => counted(conclusion, today)) };
  }

  /** With its tasks in the order of the document. Throws CONCLUSION-NOT-FOUND. */
  async find(actor: Actor, id: string): Promise<ConclusionWithTasks> {
    const today = businessDate(this.clock.now());
    const [conclusion, tasks] = await together(this.dataSource.manager, (all) =>
      Promise.all([
        visibleConclusion(all, actor, id),
        listAll<TaskRow>(all, tasksOfConclusion(actor, id, today)),
      ]),
    );
    if (!conclusion) throw problems.conclusionUnknown();
    return {
      ...counted(conclusion, today),
      tasks: tasks.map((task) => onDay(actor, task, today)),
      mayNumber: isOnGiversSide(actor, { giverId: conclusion.giver.id }),
    };
  }
}

const onDay = (actor: Actor, task: TaskRow, day: PlainDate): TaskOnDay => ({
  ...task,
  overdue: isTaskOverdue(task, day),
  daysOverdue: taskDaysOverdue(task, day),
  may: actsOf(actor, task),
});

const counted = ({ standings, ...conclusion }: ConclusionRow, day: PlainDate): ConclusionOnDay => ({
  ...conclusion,
  counts: countTasks(standings, day),
});

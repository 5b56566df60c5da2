import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { TaskOffices } from '../domain/task-acts';
import { standingOf, type TaskStanding } from '../domain/task-state';
import { type KnownRow, pairsByThen, tasksAsKnown } from '../persistence/known-tasks';
import { timeOfWeek } from './view-tasks';

/** A task as it stood at an instant. */
export interface KnownTask
  extends TaskOffices, Pick<TaskStanding, 'state' | 'due' | 'dueMoves' | 'lastText'> {
  readonly id: string;
  readonly what: string;
  readonly person: string | null;
  readonly organization: string;
  readonly projectId: string | null;
  readonly project: string | null;
}

/** The tasks that a week's letter begins with, whoever sees them. */
export interface KnownTasks {
  /** Given in the week, by date. */
  readonly given: readonly KnownTask[];
  /** Given before, and not ended by then. */
  readonly earlier: readonly KnownTask[];
  /** Which offices had ever given to which. */
  readonly pairs: readonly TaskOffices[];
}

/** Tasks as they were known when a week was frozen: events are append-only, and none is dated before the last frozen week. */
@Injectable()
export class TasksAsKnown {
  async ofWeek(manager: EntityManager, week: PlainDate, knownAt: Date): Promise<KnownTasks> {
    const [rows, pairs] = await Promise.all([
      tasksAsKnown(manager, { ...timeOfWeek(week), knownAt }),
      pairsByThen(manager, knownAt),
    ]);
    const of = (which: boolean): KnownTask[] =>
      rows.filter(({ isOfWeek }) => isOfWeek === which).flatMap(standingThen);
    return { given: of(true), earlier: of(false), pairs };
  }

  /** All that had not ended by an instant, whoever sees them. */
  async open(manager: EntityManager, knownAt: Date): Promise<KnownTask[]> {
    const rows = await tasksAsKnown(manager, { from: knownAt, through: knownAt, knownAt });
    return rows.flatMap(standingThen);
  }
}

function standingThen({ events, isOfWeek: _, ...task }: KnownRow): KnownTask[] {
  const standing = standingOf(events);
  if (!standing) return [];
  const { state, due, dueMoves, lastText } = standing;
  return [{ ...task, state, due, dueMoves, lastText }];
}

/** Only the tasks that one of these offices gave or was given. */
export function tasksWithin({ given, earlier, pairs }: KnownTasks, scope: readonly string[]): KnownTasks {
  const sees = isWithin(scope);
  return { given: given.filter(sees), earlier: earlier.filter(sees), pairs: pairs.filter(sees) };
}

/** Whether one of these offices gave a task or was given it. */
export function isWithin(scope: readonly string[]): (task: TaskOffices) => boolean {
  const visible = new Set(scope);
  return ({ giverId, organizationId }) => visible.has(giverId) || visible.has(organizationId);
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PlainDate } from '@thongvon/kernel';
import type { TaskOffices } from '../domain/task-acts';
import { standingOf, type TaskStanding } from '../domain/task-state';
import { pairsByThen, tasksAsKnown } from '../persistence/known-tasks';
import { timeOfWeek } from './view-tasks';

/** A task as it stood at an instant. */
export interface KnownTask
  extends TaskOffices, Pick<TaskStanding, 'state' | 'due' | 'dueMoves' | 'lastText'> {
  readonly id: string;
  readonly what: string;
  readonly person: string | null;
  readonly organization: string;
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
    const known = rows.flatMap(({ events, isOfWeek, ...task }) => {
      const standing = standingOf(events);
      if (!standing) return [];
      const { state, due, dueMoves, lastText } = standing;
      return [{ isOfWeek, task: { ...task, state, due, dueMoves, lastText } }];
    });
    const of = (which: boolean): KnownTask[] =>
      known.flatMap(({ isOfWeek, task }) => (isOfWeek === which ? [task] : []));
    return { given: of(true), earlier: of(false), pairs };
  }
}

/** Only the tasks that one of these offices gave or was given. */
export function tasksWithin({ given, earlier, pairs }: KnownTasks, scope: readonly string[]): KnownTasks {
  const visible = new Set(scope);
  const sees = ({ giverId, organizationId }: TaskOffices): boolean =>
    visible.has(giverId) || visible.has(organizationId);
  return { given: given.filter(sees), earlier: earlier.filter(sees), pairs: pairs.filter(sees) };
}

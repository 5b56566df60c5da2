import type { PlainDate } from '@thongvon/kernel';
import { countTasks, type KnownTask, type KnownTasks, taskDaysOverdue } from '@thongvon/tasks';
import type { OpenTask, WeekTasks } from './digest';

/** What became of a week's tasks: as known when it was frozen, days counted to its cut-off as in the whole letter. Null: no task was ever given here. */
export function weekTasks(tasks: KnownTasks | undefined, day: PlainDate): WeekTasks | null {
  if (tasks === undefined || tasks.pairs.length === 0) return null;
  const open = tasks.given.filter(({ state }) => state !== 'confirmed' && state !== 'withdrawn');
  return {
    counts: countTasks(tasks.given, day),
    open: open.map((task) => openTask(task, day)).toSorted(pressingFirst),
    earlier: countTasks(tasks.earlier, day),
  };
}

/** A task as letters and their tables show it. */
export function openTask(task: KnownTask, day: PlainDate): OpenTask {
  const { id, what, organization, person, project, state, due, dueMoves, lastText } = task;
  const daysOverdue = taskDaysOverdue(task, day);
  return { id, what, organization, person, project, state, due, dueMoves, daysOverdue, lastText };
}

const placeOf = ({ state, daysOverdue }: OpenTask): number =>
  daysOverdue > 0 ? 0 : state === 'refused' ? 1 : state === 'reported' ? 2 : 3;

function pressingFirst(one: OpenTask, other: OpenTask): number {
  return placeOf(one) - placeOf(other) || (one.due < other.due ? -1 : one.due > other.due ? 1 : 0);
}

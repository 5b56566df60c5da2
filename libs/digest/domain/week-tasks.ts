import { groupBy, type PlainDate } from '@thongvon/kernel';
import { countTasks, type KnownTask, type KnownTasks, pressingOn, taskDaysOverdue } from '@thongvon/tasks';
import type { DecidedTask } from './decision';
import type { OpenTask, WeekTasks } from './digest';

/** What became of a week's tasks: as known when it was frozen, days counted to its cut-off as in the whole letter. Null: no task was ever given here. */
export function weekTasks(tasks: KnownTasks | undefined, day: PlainDate): WeekTasks | null {
  if (tasks === undefined || tasks.pairs.length === 0) return null;
  const open = tasks.given.filter(({ state }) => state !== 'confirmed' && state !== 'withdrawn');
  return {
    counts: countTasks(tasks.given, day),
    open: open.toSorted(pressingOn(day)).map((task) => openTask(task, day)),
    earlier: countTasks(tasks.earlier, day),
  };
}

/** What was decided of each project, by its id: of the tasks about it that are within their day, or reported, the one that is due first. */
export function underwayOf(tasks: readonly KnownTask[], day: PlainDate): Map<string, DecidedTask> {
  const running = tasks.filter((task) => isUnderway(task, day));
  const ofProjects = groupBy(running, ({ projectId }) => projectId);
  return new Map(
    [...ofProjects].flatMap(([projectId, of]) => {
      const [first, ...others] = of.toSorted(dueFirst);
      if (projectId === null || first === undefined) return [];
      const { id, organization: office, due, state } = first;
      return [[projectId, { id, office, due, state, further: others.length }]];
    }),
  );
}

function isUnderway({ state, due }: KnownTask, day: PlainDate): boolean {
  return state === 'reported' || ((state === 'assigned' || state === 'accepted') && due >= day);
}

const dueFirst = (one: KnownTask, other: KnownTask): number =>
  one.due < other.due ? -1 : one.due > other.due ? 1 : one.id < other.id ? -1 : 1;

/** A task as letters and their tables show it. */
export function openTask(task: KnownTask, day: PlainDate): OpenTask {
  const { id, what, organization, person, project, state, due, dueMoves, lastText } = task;
  const daysOverdue = taskDaysOverdue(task, day);
  return { id, what, organization, person, project, state, due, dueMoves, daysOverdue, lastText };
}

import type {
  ConclusionDetailView,
  ConclusionView,
  GivenTasksView,
  GiveTaskRequest,
  NewTaskRequest,
  TaskDetailView,
  TaskView,
  TaskWeekView,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { given } from '@thongvon/platform/http';
import type { GivenTasks, WantedConclusion, WantedTask } from '../application/give-tasks';
import type {
  ConclusionOnDay,
  ConclusionWithTasks,
  TaskOnDay,
  TaskWeek,
  TaskWithHistory,
} from '../application/view-tasks';

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;

/** A task as the API shows it. */
export const toTaskView = (task: TaskOnDay): TaskView => shown(task);

function shown(task: TaskOnDay) {
  const { id, what, person, state, due, firstDue, dueMoves, overdue, daysOverdue } = task;
  const { organization, giver, conclusion, project, blockerId, lastText, may } = task;
  const { proposedDue, proposedReason } = task;
  return {
    ...{ id, what, person, state, due, firstDue, dueMoves, overdue, daysOverdue },
    ...{ organization, giver, conclusion, project, blockerId, lastText, may },
    proposedDue: proposedDue === null ? null : { due: proposedDue, reason: proposedReason ?? '' },
    concludedBy: { name: task.concludedBy, office: giver.name },
    enteredBy: task.enteredBy === null ? null : { name: task.enteredBy, office: giver.name },
    givenAt: task.givenAt.toISOString(),
    acceptedAt: instant(task.acceptedAt),
    reportedAt: instant(task.reportedAt),
    endedAt: instant(task.endedAt),
  };
}

/** A task with its history. */
export const toTaskDetailView = (task: TaskWithHistory): TaskDetailView => ({
  ...shown(task),
  history: task.history.map(({ type, at, by, office, text, due, proof }) => ({
    ...{ type, text, due, proof },
    at: at.toISOString(),
    by: { name: by, office },
  })),
});

/** What became of a week's tasks. */
export const toWeekView = ({ from, through, open, ...week }: TaskWeek): TaskWeekView => ({
  ...week,
  open: open.map(toTaskView),
  from: from.toISOString(),
  through: through.toISOString(),
});

/** A conclusion as lists show it. */
export const toConclusionView = (conclusion: ConclusionOnDay): ConclusionView => listed(conclusion);

function listed(conclusion: ConclusionOnDay) {
  const { id, kind, number, dated, title, giver, concludedBy, enteredBy, givenAt, counts } = conclusion;
  return {
    ...{ id, kind, number, dated, title, giver, counts },
    concludedBy: { name: concludedBy, office: giver.name },
    enteredBy: enteredBy === null ? null : { name: enteredBy, office: giver.name },
    givenAt: givenAt.toISOString(),
  };
}

/** A conclusion with its tasks. */
export const toConclusionDetailView = (conclusion: ConclusionWithTasks): ConclusionDetailView => ({
  ...listed(conclusion),
  tasks: conclusion.tasks.map(toTaskView),
  mayNumber: conclusion.mayNumber,
});

/** What was given, with all that stands now. */
export const toGivenView = (
  { already, givenAt, unreachable }: GivenTasks,
  conclusion: ConclusionWithTasks,
): GivenTasksView => ({
  already,
  givenAt: givenAt.toISOString(),
  unreachable: [...unreachable],
  conclusion: toConclusionDetailView(conclusion),
});

/** A task of a request. */
export function wantedTask({
  what,
  due,
  organizationId,
  person,
  projectId,
  blockerId,
}: NewTaskRequest): WantedTask {
  return { what, due: plainDate(due), organizationId, ...given({ person, projectId, blockerId }) };
}

/** One task by itself: a decision on a page, unless a document is named. */
export function wantedOne({
  clientKey,
  concludedBy,
  kind = 'page',
  number,
  dated,
  ...task
}: GiveTaskRequest): WantedConclusion {
  return {
    ...{ clientKey, kind, tasks: [wantedTask(task)] },
    ...given({ concludedBy, number }),
    ...(dated === undefined ? {} : { dated: plainDate(dated) }),
  };
}

import type { TaskAct, TaskEventType, TaskState } from '@thongvon/api-contract';
import { daysBetween, type PlainDate } from '@thongvon/kernel';

/** An entry of a task's history. Entries are in the order in which they were written. */
export interface TaskEvent {
  readonly type: TaskEventType;
  readonly at: Date;
  readonly actorId: string;
  readonly text: string | null;
  /** The date that was given, proposed or set. */
  readonly due: PlainDate | null;
}

/** How a task stands after its history. */
export interface TaskStanding {
  readonly state: TaskState;
  readonly due: PlainDate;
  readonly firstDue: PlainDate;
  /** How often the date was moved. */
  readonly dueMoves: number;
  /** A date that the office has asked for and nobody has decided on. */
  readonly proposedDue: PlainDate | null;
  readonly proposedReason: string | null;
  readonly givenAt: Date;
  readonly acceptedAt: Date | null;
  /** The report that stands; null: there is none, or it was sent back. */
  readonly reportedAt: Date | null;
  readonly reportedBy: string | null;
  /** When it was confirmed or withdrawn: nothing is done to it any more. */
  readonly endedAt: Date | null;
  readonly lastText: string | null;
}

/** Who does it: the office whose task it is, or that which gave it. */
export type TaskSide = 'office' | 'giver';

interface ActRule {
  readonly side: TaskSide;
  readonly from: readonly TaskState[];
  /** Only while a date is proposed. */
  readonly needsProposal?: true;
  /** What it leads to; without it the state stays. */
  readonly to?: TaskState;
}

/** Data: what may be done to a task, by whom, in which state, and what state follows (ADR 0238). */
const ACTS: Readonly<Record<TaskAct, ActRule>> = {
  accepted: { side: 'office', from: ['assigned'], to: 'accepted' },
  // Who reports has taken it on.
  reported: { side: 'office', from: ['assigned', 'accepted'], to: 'reported' },
  refused: { side: 'office', from: ['assigned'], to: 'refused' },
  'due-proposed': { side: 'office', from: ['assigned', 'accepted'] },
  confirmed: { side: 'giver', from: ['reported'], to: 'confirmed' },
  'sent-back': { side: 'giver', from: ['reported'], to: 'accepted' },
  withdrawn: { side: 'giver', from: ['assigned', 'refused'], to: 'withdrawn' },
  'given-again': { side: 'giver', from: ['refused'], to: 'assigned' },
  'due-moved': { side: 'giver', from: ['assigned', 'accepted', 'refused'] },
  'due-declined': { side: 'giver', from: ['assigned', 'accepted'], needsProposal: true },
};

/** Whether the act can follow. */
export function canFollow(standing: Pick<TaskStanding, 'state' | 'proposedDue'>, act: TaskAct): boolean {
  const { from, needsProposal } = ACTS[act];
  return from.includes(standing.state) && (needsProposal === undefined || standing.proposedDue !== null);
}

/** Who does it. */
export const sideOf = (act: TaskAct): TaskSide => ACTS[act].side;

/** How a task stands after these entries; undefined: it was not given by then. Throws on a history that can't be. */
export function standingOf(events: readonly TaskEvent[]): TaskStanding | undefined {
  const [given, ...rest] = events;
  if (given === undefined) return undefined;
  if (given.type !== 'given' || given.due === null)
    throw new Error('a task begins by being given, with a date');
  return rest.reduce(after, {
    state: 'assigned',
    due: given.due,
    firstDue: given.due,
    dueMoves: 0,
    proposedDue: null,
    proposedReason: null,
    givenAt: given.at,
    acceptedAt: null,
    reportedAt: null,
    reportedBy: null,
    endedAt: null,
    lastText: null,
  });
}

function after(standing: TaskStanding, { type, at, actorId, text, due }: TaskEvent): TaskStanding {
  if (type === 'given' || !canFollow(standing, type))
    throw new Error(`${type} can't follow ${standing.state}`);
  const state = ACTS[type].to ?? standing.state;
  const next = { ...standing, state, lastText: text };
  const decided = { proposedDue: null, proposedReason: null };
  switch (type) {
    case 'accepted':
      return { ...next, acceptedAt: at };
    case 'reported':
      return {
        ...next,
        ...decided,
        acceptedAt: standing.acceptedAt ?? at,
        reportedAt: at,
        reportedBy: actorId,
      };
    case 'sent-back':
      return { ...next, reportedAt: null, reportedBy: null };
    case 'confirmed':
    case 'withdrawn':
      return { ...next, ...decided, endedAt: at };
    case 'refused':
    case 'due-declined':
      return { ...next, ...decided };
    case 'given-again':
      return next;
    case 'due-proposed':
      return { ...next, proposedDue: due, proposedReason: text };
    case 'due-moved':
      return { ...next, ...decided, due: due ?? standing.due, dueMoves: standing.dueMoves + 1 };
  }
}

/** Whether the office still has to do something. */
export const isWithOffice = (state: TaskState): boolean => state === 'assigned' || state === 'accepted';

/** Past its day and still with the office: from the day after its date on, in Vietnam (ADR 0239). */
export function isTaskOverdue({ state, due }: Pick<TaskStanding, 'state' | 'due'>, day: PlainDate): boolean {
  return isWithOffice(state) && due < day;
}

/** Days past its date; 0 where it is not overdue. */
export function taskDaysOverdue(standing: Pick<TaskStanding, 'state' | 'due'>, day: PlainDate): number {
  return isTaskOverdue(standing, day) ? daysBetween(standing.due, day) : 0;
}

/** How many there are and how far they are: `given` is done, doing, overdue and refused together. */
export interface TaskCounts {
  readonly given: number;
  readonly done: number;
  readonly doing: number;
  readonly overdue: number;
  readonly refused: number;
  readonly withdrawn: number;
}

/** In which of the counts a task stands on a day. */
export function countedAs(
  standing: Pick<TaskStanding, 'state' | 'due'>,
  day: PlainDate,
): Exclude<keyof TaskCounts, 'given'> {
  switch (standing.state) {
    case 'confirmed':
      return 'done';
    case 'withdrawn':
    case 'refused':
      return standing.state;
    default:
      return isTaskOverdue(standing, day) ? 'overdue' : 'doing';
  }
}

/** The counts of these tasks on a day. */
export function countTasks(
  tasks: readonly Pick<TaskStanding, 'state' | 'due'>[],
  day: PlainDate,
): TaskCounts {
  const counted = tasks.map((task) => countedAs(task, day));
  const of = (which: (typeof counted)[number]): number => counted.filter((each) => each === which).length;
  const withdrawn = of('withdrawn');
  return {
    given: tasks.length - withdrawn,
    done: of('done'),
    doing: of('doing'),
    overdue: of('overdue'),
    refused: of('refused'),
    withdrawn,
  };
}

/** The order in which tasks press on a day: overdue, refused, reported, the rest; each by date. */
export function pressingOn(
  day: PlainDate,
): (one: Pick<TaskStanding, 'state' | 'due'>, other: Pick<TaskStanding, 'state' | 'due'>) => number {
  const placeOf = (standing: Pick<TaskStanding, 'state' | 'due'>): number =>
    isTaskOverdue(standing, day)
      ? 0
      : standing.state === 'refused'
        ? 1
        : standing.state === 'reported'
          ? 2
          : 3;
  return (one, other) =>
    placeOf(one) - placeOf(other) || (one.due < other.due ? -1 : one.due > other.due ? 1 : 0);
}

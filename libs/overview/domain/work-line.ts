import type { SettledKind, WorkKind } from '@thongvon/api-contract';
import { businessDate, daysBetween, type Dong, instantAt, isOverdue, type PlainDate } from '@thongvon/kernel';
import type { ProjectRef } from '@thongvon/projects';
import type { ReturnKind } from '@thongvon/return-reader';

/** By when something is to be done, and since when it waits. */
export interface WhenDue {
  /** Null: no day is set. */
  readonly due: PlainDate | null;
  /** Where the day has an hour. */
  readonly dueAt: Date | null;
  readonly since: Date | null;
}

/** What is to be done, before anybody asks how late it is. */
export interface Work extends WhenDue {
  readonly kind: WorkKind;
  /** For how many it stands. */
  readonly count: number;
  /** Of those how many another person has to do; null: nothing tells. */
  readonly countOfOthers: number | null;
  readonly amount: Dong | null;
  readonly project: ProjectRef | null;
  readonly returnKinds: readonly ReturnKind[];
  /** Of which day the return is; of what is owed, its cut-off. */
  readonly asOf: PlainDate | null;
  /** In the words of who wrote it. */
  readonly text: string | null;
  /** Of a task: the report, or why it came back. */
  readonly said: string | null;
  /** Of a task: the day that its office asks for. */
  readonly dueAsked: PlainDate | null;
  readonly by: { readonly name: string; readonly office: string } | null;
  /** Whom it waits for, or who sent it. */
  readonly office: string | null;
  /** Page of the app where it is done. */
  readonly path: string;
}

/** A line of somebody's work. */
export interface WorkLine extends Work {
  readonly overdue: boolean;
  /** Left until its day; negative: so many late. Null: no day is set. */
  readonly days: number | null;
}

/** What came to an end. */
export interface SettledWork {
  readonly kind: SettledKind;
  readonly on: PlainDate;
  readonly name: string | null;
  readonly returnKinds: readonly ReturnKind[];
  readonly asOf: PlainDate | null;
  readonly text: string | null;
  readonly path: string;
}

const NOTHING_KNOWN = {
  due: null,
  dueAt: null,
  since: null,
  count: 1,
  countOfOthers: null,
  amount: null,
  project: null,
  returnKinds: [],
  asOf: null,
  text: null,
  said: null,
  dueAsked: null,
  by: null,
  office: null,
} as const;

/** Work of which so much is known. */
export const work = (known: Pick<Work, 'kind' | 'path'> & Partial<Work>): Work => ({
  ...NOTHING_KNOWN,
  ...known,
});

/**
 * How late it is. A day with an hour has passed once the hour has, on that day already; one without, from the next day on.
 * Days are those of the calendar, as everywhere.
 */
export function lineOf(one: Work, now: Date): WorkLine {
  const businessDay = businessDate(now);
  const { due, dueAt } = one;
  return {
    ...one,
    overdue: dueAt === null ? isOverdue(due, { businessDay }) : now > dueAt,
    days: due === null ? null : daysBetween(businessDay, due),
  };
}

/** Overdue, then what came back or waits and has no day, then what has one, then the rest. */
const tierOf = ({ overdue, due, since }: WorkLine): number =>
  overdue ? 0 : due === null ? (since === null ? 3 : 1) : 2;

/** A day without an hour ends after all hours of it. */
function momentOf({ due, dueAt, since }: WorkLine): number {
  const moment = dueAt ?? (due === null ? since : instantAt(due, '24:00'));
  return moment?.getTime() ?? Infinity;
}

/** The order in which lines press: the longest overdue first; of the same moment, the most money. */
export function byPressure(a: WorkLine, b: WorkLine): number {
  const [at, bt] = [momentOf(a), momentOf(b)];
  const [am, bm] = [a.amount ?? -1n, b.amount ?? -1n];
  return (
    tierOf(a) - tierOf(b) ||
    (at === bt ? 0 : at < bt ? -1 : 1) ||
    (am === bm ? 0 : am > bm ? -1 : 1) ||
    (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)
  );
}

/** All of somebody's work as lines, in the order in which they press. */
export const linesOf = (all: readonly Work[], now: Date): WorkLine[] =>
  all.map((one) => lineOf(one, now)).toSorted(byPressure);

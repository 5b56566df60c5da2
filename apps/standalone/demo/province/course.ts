import type { PaymentCourse } from '@thongvon/capital';
import type { Dong } from '@thongvon/kernel';

/** A line's place on a course. */
export interface Coursed {
  /** What is disbursed at the end of the course. */
  readonly amount: Dong;
  readonly course: number;
  /** Weeks by which it begins later. */
  readonly lag: number;
  /** The week of the course at which it stands still. */
  readonly stop: number;
}

export interface Disbursed {
  readonly disbursed: Dong;
  readonly completed: Dong;
  readonly advance: Dong;
}

/** Wednesdays of a plan year, from the first of January to the last of the next January: 13 months. */
export const WEEKS = 58;

const MILLION = 1_000_000;

/** Tables in triệu đồng show thousands as decimals; nobody pays less. */
const THOUSAND = 1000n;

/**
 * The cumulative of a line on a week of the plan year, in whole thousands of đồng. `insertCourses` of capital gives the same đồng by
 * SQL, so that workbooks and ledgers made from one line agree.
 */
export function figuresOfCourse(courses: readonly PaymentCourse[], line: Coursed, week: number): Disbursed {
  const course = courses[line.course];
  const at = Math.min(Math.max(week - line.lag, 0), line.stop, WEEKS - 1);
  const part = (amount: Dong, shares: readonly number[] = []): Dong =>
    ((amount * BigInt(shares[at] ?? 0)) / (BigInt(MILLION) * THOUSAND)) * THOUSAND;
  const disbursed = part(line.amount, course?.shares);
  const advance = part(disbursed, course?.advances);
  return { disbursed, completed: disbursed - advance, advance };
}

/** The shapes of a year: how the part t of the year gone becomes the part of the money gone, and how many lines of twenty take it. */
const SHAPES: readonly { readonly of: (t: number) => number; readonly weight: number }[] = [
  // The surge at the end of the year: a third until October, the rest by the end of January.
  { of: (t) => 0.33 * t + 0.67 * t ** 5, weight: 6 },
  // The same, later and steeper.
  { of: (t) => 0.25 * t + 0.75 * t ** 8, weight: 4 },
  // An S that comes late.
  { of: (t) => smooth(t * t * Math.sqrt(t)), weight: 3 },
  // An S, as of ordinary works.
  { of: smooth, weight: 2 },
  // An early start, as of works that go on from the year before.
  { of: (t) => 1 - (1 - t) ** 2, weight: 1 },
  // Half at once, an advance or a compensation, and the rest evenly.
  { of: (t) => (t < 0.08 ? t * 6.25 : 0.5 + (t - 0.08) * (0.5 / 0.92)), weight: 2 },
  // Steady.
  { of: (t) => t, weight: 2 },
];

/** Weeks by which a course ends before the plan year does. */
const MARGIN = 5;

/** Weeks between payments: some projects are paid every week, others once in two months. */
const RHYTHMS = [1, 2, 3, 5, 8];

/** The course that never moves, of what disburses nothing. */
export const NOTHING = 0;

export const COURSES: readonly PaymentCourse[] = [
  { shares: Array<number>(WEEKS).fill(0), advances: Array<number>(WEEKS).fill(0) },
  ...SHAPES.flatMap(({ of }) => RHYTHMS.map((rhythm) => courseOf(of, rhythm))),
];

/** The courses that move, each as often as lines take it. */
export const MOVING: readonly number[] = SHAPES.flatMap(({ weight }, shape) =>
  RHYTHMS.flatMap((_, rhythm) => Array<number>(weight).fill(1 + shape * RHYTHMS.length + rhythm)),
);

/** Steady, every week: of what is carried over, which lapses first. */
export const STEADY = 1 + (SHAPES.length - 1) * RHYTHMS.length;

function smooth(t: number): number {
  return t * t * (3 - 2 * t);
}

function courseOf(shape: (t: number) => number, rhythm: number): PaymentCourse {
  const weeks = Array.from({ length: WEEKS }, (_, week) => week);
  // Some weeks before the last one, so that what begins a little later ends in time.
  const paidBy = (week: number): number =>
    Math.min(1, (Math.floor((week + 1) / rhythm) * rhythm) / (WEEKS - MARGIN - rhythm));
  return {
    shares: weeks.map((week) => Math.round(shape(paidBy(week)) * MILLION)),
    advances: weeks.map((week) => Math.round((0.55 - 0.5 * paidBy(week)) * MILLION)),
  };
}

import {
  addDays,
  dayOfWeek,
  type Dong,
  firstDay,
  lastDay,
  type PlainDate,
  plainDate,
} from '@thongvon/kernel';
import type { PlanType, PlanYear, ProjectGroup } from '@thongvon/kernel';
import type { BlockerCause, OrganizationKind, ProjectKind } from '@thongvon/api-contract';
import { type Coursed, WEEKS } from './course';

/** Which table an office sends; `workbooks.ts` has them. */
export const LAYOUTS = [
  'source-columns',
  'source-rows',
  'carried-over',
  'one-source-a-row',
  'week-by-week',
] as const;
export type Layout = (typeof LAYOUTS)[number];

/** What an office does in the last week. */
export type Habit = 'punctual' | 'unapproved' | 'mistaken' | 'late' | 'silent';

export interface ProvinceOffice {
  readonly name: string;
  readonly kind: OrganizationKind;
  readonly commune: string | null;
  readonly layout: Layout;
  readonly habit: Habit;
}

export interface ProvinceSource {
  readonly source: string;
  readonly label: string;
  /** What the decisions give, in their order; null: the decision doesn't name it. */
  readonly planned: Readonly<Record<DecisionMoment, Dong | null>>;
  /** What is disbursed of it at the end of the course. */
  readonly paid: Dong;
}

/** One plan type of one plan year of a project. */
export interface ProvinceCourse extends Omit<Coursed, 'amount'> {
  readonly planYear: PlanYear;
  readonly planType: PlanType;
  readonly sources: readonly ProvinceSource[];
  /** In percent of what the board says: what the Treasury says. */
  readonly treasuryPercent: bigint;
}

export interface ProvinceObstacle {
  readonly text: string;
  readonly unit: string;
  readonly cause: BlockerCause;
  readonly openedOn: PlainDate;
  readonly due: PlainDate;
  /** Closed on the day before the last; else it stands. */
  readonly solved: boolean;
  /** The table names it as well. */
  readonly reported: boolean;
}

export interface ProvinceClearance {
  readonly households: number;
  readonly inventoried: number;
  readonly approved: number;
  readonly paid: number;
  readonly handedOver: number;
  /** Whole m². */
  readonly area: number;
  readonly compensation: Dong;
  readonly compensated: Dong;
}

export interface ProvinceProject {
  readonly code: string;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly field: string;
  /** Its place in `offices`. */
  readonly office: number;
  readonly commune: string;
  readonly totalInvestment: Dong;
  /** The year in which it began; some before the first plan year. */
  readonly began: PlanYear;
  readonly courses: readonly ProvinceCourse[];
  readonly obstacle: ProvinceObstacle | null;
  readonly clearance: ProvinceClearance | null;
}

/** Decisions of a year: at its beginning, in summer, and what comes after 30 September. */
export const DECISION_MOMENTS = ['initial', 'adjustment', 'supplement'] as const;
export type DecisionMoment = (typeof DECISION_MOMENTS)[number];

export interface Province {
  readonly name: string;
  readonly offices: readonly ProvinceOffice[];
  readonly projects: readonly ProvinceProject[];
  readonly planYears: readonly PlanYear[];
  /** The day of the last figures. */
  readonly lastDay: PlainDate;
}

/** The first Wednesday of the plan year, day of its first figures. */
function firstReportDay(year: PlanYear): PlainDate {
  const first = firstDay(year);
  return addDays(first, (3 - dayOfWeek(first) + 7) % 7);
}

/** The Wednesdays of a plan year until `last`, by number. */
export function reportDays(year: PlanYear, last: PlainDate): PlainDate[] {
  const first = firstReportDay(year);
  const days = Array.from({ length: WEEKS }, (_, week) => addDays(first, 7 * week));
  return days.filter((day) => day <= last && day <= lastDay(year));
}

/** When a decision is taken; it counts from that day. */
export function decidedOn(year: PlanYear, moment: DecisionMoment): PlainDate {
  const on = { initial: `${year - 1}-12-19`, adjustment: `${year}-06-26`, supplement: `${year}-10-16` };
  return plainDate(on[moment]);
}

export function decisionNumber(year: PlanYear, moment: DecisionMoment): string {
  return `${{ initial: 3100, adjustment: 1500, supplement: 2600 }[moment] + (year % 100)}/QĐ-UBND`;
}

/** What headings of a table call the groups of a year. */
export const GROUP_HEADINGS: Readonly<Record<ProjectGroup, (year: PlanYear) => string>> = {
  completed: () => 'DỰ ÁN HOÀN THÀNH, TRẢ NỢ XÂY DỰNG CƠ BẢN',
  ongoing: () => 'DỰ ÁN CHUYỂN TIẾP',
  'new-start': (year) => `DỰ ÁN KHỞI CÔNG MỚI NĂM ${year}`,
  preparation: () => 'CHUẨN BỊ ĐẦU TƯ',
};

/** The group of a project in a plan year: some are prepared before they begin, some of the last year only paid for. */
export function groupInYear({ code, began, courses }: ProvinceProject, year: PlanYear): ProjectGroup {
  const last = Math.max(...courses.map(({ planYear }) => planYear));
  if (year <= began) return year < last && Number(code) % 6 === 0 ? 'preparation' : 'new-start';
  return year === last && Number(code) % 3 === 0 ? 'completed' : 'ongoing';
}

/** What is planned of a source on a day; null: nothing yet. */
export function plannedOn(of: ProvinceSource, year: PlanYear, day: PlainDate): Dong | null {
  const past = DECISION_MOMENTS.filter(
    (moment) => of.planned[moment] !== null && decidedOn(year, moment) <= day,
  );
  const last = past.at(-1);
  return last === undefined ? null : of.planned[last];
}

/** A line as an office's table reports it: by source where its layout splits, else one of the whole. */
export interface ReportedLine extends Coursed {
  readonly source: string;
}

const SPLITTING: readonly Layout[] = ['source-rows', 'one-source-a-row'];
/** Layouts that show completed work and advances apart. */
const SHOWING_ADVANCES: readonly Layout[] = ['source-columns', 'source-rows', 'carried-over'];

export const showsAdvances = (layout: Layout, planType: PlanType): boolean =>
  SHOWING_ADVANCES.includes(layout) && planType === 'current-year';

export const UNSPLIT = 'unspecified';

export function reportedLines(of: ProvinceCourse, layout: Layout): ReportedLine[] {
  const { course, lag, stop } = of;
  if (SPLITTING.includes(layout))
    return of.sources.map(({ source, paid }) => ({ source, amount: paid, course, lag, stop }));
  return [{ source: UNSPLIT, amount: total(of.sources.map(({ paid }) => paid)), course, lag, stop }];
}

/** What the Treasury says of it, by source. */
export function treasuryLines({
  course,
  lag,
  stop,
  sources,
  treasuryPercent,
}: ProvinceCourse): ReportedLine[] {
  return sources.map(({ source, paid }) => ({
    source,
    amount: (paid * treasuryPercent) / 100n,
    ...{ course, lag, stop },
  }));
}

const total = (amounts: readonly Dong[]): Dong => amounts.reduce((sum, amount) => sum + amount, 0n);

/** The week of the plan year whose figures hold on a day; before the first Wednesday its own. */
export function weekOf(year: PlanYear, day: PlainDate): number {
  const first = firstReportDay(year);
  return Math.max(0, Math.floor((Date.parse(day) - Date.parse(first)) / (7 * 86_400_000)));
}

/**
 * The week from which tables and ledgers list it, and do so ever after: the year's first where it has a plan from the beginning, else
 * the one after its plan, or the one in which it is first paid.
 */
export function firstWeek({ planYear, sources, lag }: ProvinceCourse): number {
  if (sources.some(({ planned }) => planned.initial !== null)) return 0;
  const decided = sources.some(({ planned }) => planned.supplement !== null);
  return decided ? weekOf(planYear, decidedOn(planYear, 'supplement')) + 1 : lag;
}

import type { DutyKind, TaskState } from '@thongvon/api-contract';
import type { Dong, Movement, PlainDate, PlanYear, Reckoning } from '@thongvon/kernel';
import type { ageingOf, groupsOf, HeldParts } from '@thongvon/blockers';
import type { Share } from '@thongvon/reallocation';
import type { TaskCounts } from '@thongvon/tasks';
import type { Decision, UnderwayDecision } from './decision';

/** A share that the plan names for a day, in hundredths of a percent of the year's plan. */
export interface Milestone {
  readonly date: PlainDate;
  readonly hundredths: bigint;
}

/** Where the plan should be: on the straight line between the quarters' targets. */
export interface ExpectedPlace {
  readonly hundredths: bigint;
  /** The target that comes next, and the year's. */
  readonly next: Milestone;
  readonly final: Milestone;
}

/** A unit that lets blockers wait past their day; null: no unit is named. */
export interface UnitOverdue {
  readonly unit: string | null;
  readonly blockers: number;
  /** Of the one that has waited longest. */
  readonly days: number;
  /** A project's money counts once. */
  readonly held: Dong | null;
}

/** An office that owed a return. */
export interface OwingOffice {
  readonly name: string;
  readonly kind: DutyKind;
  /** Date of the newest figure that it had approved. */
  readonly lastAsOf: PlainDate | null;
}

/** A return that came in time to be seen, but was approved too late to count. */
export interface PendingReturn {
  readonly office: string;
  readonly kind: DutyKind;
  readonly receivedAt: Date | null;
}

/** Where the week's planned projects lead together, by the plan year's last day. Whole đồng. */
export interface WeekForecast {
  readonly deadline: PlainDate;
  /** What will have been disbursed; null: not known, `silent` or `withoutPace` say why. */
  readonly disbursed: Dong | null;
  /** The plan less that, not below zero. */
  readonly unspent: Dong | null;
  /** What the year's target is ahead of it; negative: it is passed. Null without targets. */
  readonly missing: Dong | null;
  /** What will have been disbursed if those that are blocked stand still. */
  readonly ifBlockedStandStill: Dong | null;
  /** What the list proposes to move, and what will have been disbursed if all of it is, and is spent there. */
  readonly proposed: Dong;
  readonly ifMoved: Dong | null;
  /** Projects that won't have spent their plan; those of which nothing is forecast, which stay where they are. */
  readonly short: number;
  readonly withoutPace: number;
  /** Projects whose newest figure is too old for a pace, and the day of the oldest of these. */
  readonly silent: number;
  readonly silentSince: PlainDate | null;
}

/** Of whom nothing is known in a week, besides offices that sent no return. */
export interface WeekSilence {
  /** Planned projects. */
  readonly projects: number;
  /** Those of which nothing was ever reported, and their plan. */
  readonly withoutFigures: { readonly projects: number; readonly planned: Dong | null };
  /** Those whose figures are older than the reporting week, and the day of the oldest. */
  readonly stale: { readonly projects: number; readonly since: PlainDate | null };
  /** Those of which the owner says what will have been disbursed by the last day; null: nobody looked. */
  readonly estimated: number | null;
  /** Blockers past their day about which nothing has been reported since. */
  readonly unanswered: readonly UnansweredBlocker[];
}

export interface UnansweredBlocker {
  readonly blockerId: string;
  readonly project: string;
  readonly unit: string | null;
  readonly due: PlainDate;
}

/** What got better. */
export type Improvement =
  | { readonly type: 'milestone-passed'; readonly milestone: Milestone; readonly daysEarly: number }
  | {
      readonly type: 'project-rose';
      readonly project: string;
      readonly before: Share;
      readonly now: Share;
    }
  | { readonly type: 'blocker-closed'; readonly project: string; readonly held: Dong | null };

/** A frozen week in the chart. */
export interface WeekPoint extends Share {
  readonly week: PlainDate;
  /** Some project had a figure of the week; without one nothing is known to have changed. */
  readonly reported: boolean;
}

/** A row of the table. */
export interface ProjectRow extends Share {
  readonly id: string;
  readonly code: string | null;
  readonly name: string;
  readonly owner: string | null;
  /** Null where nothing newer is reported: silence isn't zero. */
  readonly change: Dong | null;
  readonly remaining: Dong | null;
  readonly figureAsOf: PlainDate | null;
  /** False: silent; its figure is older than the week. */
  readonly reported: boolean;
  readonly overdue: boolean;
}

/** A task that was given and isn't done. */
export interface OpenTask {
  readonly id: string;
  readonly what: string;
  readonly organization: string;
  /** By role. */
  readonly person: string | null;
  readonly project: string | null;
  readonly state: TaskState;
  readonly due: PlainDate;
  readonly dueMoves: number;
  readonly daysOverdue: number;
  /** The last report or reason. */
  readonly lastText: string | null;
}

/** What became of the week's tasks, as they stood when it was frozen. */
export interface WeekTasks {
  readonly counts: TaskCounts;
  /** Those that aren't done: overdue and refused first, then by date. */
  readonly open: readonly OpenTask[];
  /** Of all that was given before and had not ended. */
  readonly earlier: TaskCounts;
}

/** What a leader reads of a week: numbers and facts, no words. All of one recipient's scope. */
export interface Digest {
  readonly week: PlainDate;
  readonly revision: number;
  /** Why the week was frozen again; null for the first edition. */
  readonly correction: string | null;
  readonly frozenAt: Date;
  /** Date of the newest figure. */
  readonly asOf: PlainDate | null;
  readonly planYear: PlanYear;
  readonly total: Share & { readonly projects: number };
  /** Null: no task was ever given here. */
  readonly tasks: WeekTasks | null;
  readonly reckoning: Reckoning;
  /** The sum that the change is counted from; null where there is none. */
  readonly before: (Share & { readonly week: PlainDate }) | null;
  readonly movement: Movement;
  readonly expected: ExpectedPlace | null;
  /** What blockers hold, a project's money counted once, by how pressing they are and for which cause. */
  readonly held: {
    readonly amount: Dong | null;
    readonly projects: number;
    /** With what they don't hold: the parts of what is still to be disbursed. */
    readonly parts: HeldParts;
    readonly ageing: ReturnType<typeof ageingOf>;
    readonly byCause: ReturnType<typeof groupsOf>;
  };
  /** One a project, by money × urgency; the letter shows the first few. */
  readonly decisions: readonly Decision[];
  /** Those on which somebody is at work, in the same order: they aren't asked for. */
  readonly underway: readonly UnderwayDecision[];
  readonly forecast: WeekForecast;
  readonly silence: WeekSilence;
  readonly overdueByUnit: readonly UnitOverdue[];
  readonly silent: readonly OwingOffice[];
  readonly sentBack: readonly OwingOffice[];
  readonly pending: readonly PendingReturn[];
  readonly coverage: { readonly owed: number; readonly fulfilled: number };
  readonly improvements: readonly Improvement[];
  /** Oldest first, this week last. */
  readonly weeks: readonly WeekPoint[];
  /** Most capital left first. */
  readonly projects: readonly ProjectRow[];
  /** Of projects without a plan: they enter no rate. */
  readonly unplanned: { readonly projects: number; readonly disbursed: Dong | null };
}

import type { DutyKind, Measure, ProjectKind, ReportState } from '@thongvon/api-contract';
import type { KnownBlocker } from '@thongvon/blockers';
import {
  addDays,
  type DatedAmount,
  daysBetween,
  type Denominator,
  type Dong,
  type Movement,
  type PlainDate,
  type PlanType,
  type PlanYear,
  planYearsOn,
} from '@thongvon/kernel';

/** Which frozen week, and what it was made of. */
export interface FrozenWeekRef {
  readonly id: string;
  /** Date of its cut-off. */
  readonly week: PlainDate;
  /** 1 is what was frozen on its Friday; later ones are corrections. */
  readonly revision: number;
  /** What had been approved by this instant counts (business clock). */
  readonly frozenAt: Date;
  readonly computedAt: Date;
  readonly planYears: readonly PlanYear[];
  /** The week (latest revision then) that changes are counted from; null for the first. */
  readonly previousId: string | null;
  /** Why it was frozen again; null for revision 1. */
  readonly reason: string | null;
}

/** A frozen week with all its rows. Amounts in whole đồng; null: not known. */
export interface FrozenWeek extends FrozenWeekRef {
  readonly projects: readonly FrozenProject[];
  readonly organizations: readonly FrozenOrganization[];
  readonly blockers: readonly FrozenBlocker[];
  readonly rollups: readonly FrozenRollup[];
}

/** A project as the register described it, with its figures. */
export interface FrozenProject {
  readonly id: string;
  /** Whose it is to see: its owner, else who registered it. */
  readonly organizationId: string;
  readonly code: string | null;
  readonly name: string;
  readonly kind: ProjectKind;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly commune: string | null;
  /** Date of its newest figure; its age is the days from it to the week. */
  readonly figureAsOf: PlainDate | null;
  /** False: silent, its figure is older than the week. */
  readonly reported: boolean;
  /** Clearance measures as decimal texts. Rates: `clearanceRates` of land-clearance. */
  readonly clearance: Readonly<Partial<Record<Measure, string>>> | null;
  readonly clearanceAsOf: PlainDate | null;
  /** As registered when the week was frozen; null: not known, or frozen before this was kept. */
  readonly totalInvestment: Dong | null;
  readonly lines: readonly FrozenLine[];
}

/** One plan year, plan type and source of a project. */
export interface FrozenLine {
  readonly planYear: PlanYear;
  readonly planType: PlanType;
  readonly source: string;
  readonly planned: Dong | null;
  /** The plan without what was added after 30 September. */
  readonly plannedBeforeLate: Dong | null;
  readonly disbursed: Dong | null;
  readonly completed: Dong | null;
  readonly advance: Dong | null;
  /**
   * Disbursed less that of the same line the week before; null where either isn't known. How much a whole project moved is the
   * difference of its sums: its table may be split by source in one week and not in the other.
   */
  readonly change: Dong | null;
  readonly figureAsOf: PlainDate | null;
  /** The ledger entries behind plan and figure, which lead to return and cell. */
  readonly allocationId: string | null;
  readonly figureId: string | null;
}

/** An office that owed a return of a kind, or sent figures without owing them. */
export interface FrozenOrganization {
  readonly id: string;
  readonly name: string;
  /** The kind of return; an office may owe several, each a row of its own. */
  readonly kind: DutyKind;
  readonly owes: boolean;
  readonly state: ReportState;
  /** What came had come after the cut-off. */
  readonly late: boolean;
  /** The return that `state` speaks of. */
  readonly returnId: string | null;
  readonly receivedAt: Date | null;
  /** Date of the newest figure that it had approved. */
  readonly lastAsOf: PlainDate | null;
}

/** A blocker that was open. */
export interface FrozenBlocker extends KnownBlocker {
  /** Days past `due` on the day of the cut-off; 0 when not past; null without a due date. */
  readonly daysOverdue: number | null;
  /** What it holds: as set, else what the project has left of this year's plan. One project's money may be held by several. */
  readonly held: Dong | null;
}

/**
 * What a project's pace is counted from: the figures in force 28 days before its newest (kernel, `paceStart`), as an earlier
 * frozen week shows them.
 */
export interface PaceGround {
  readonly projectId: string;
  readonly planYear: PlanYear;
  /** Date of the newest of these figures. */
  readonly asOf: PlainDate;
  /** Of this year's plan, whole đồng. */
  readonly disbursed: Dong | null;
}

/** What sums are made by. `total`: all planned projects of a holder. `unplanned`: those without a plan, which enter no rate. */
export const ROLLUP_DIMENSIONS = [
  'total',
  'unplanned',
  'owner',
  'kind',
  'source',
  'planType',
  'commune',
] as const;
export type RollupDimension = (typeof ROLLUP_DIMENSIONS)[number];

/** Sums over the projects of one holder. Sums over several holders add up, projects too. */
export interface FrozenRollup {
  readonly planYear: PlanYear;
  readonly denominator: Denominator;
  readonly organizationId: string;
  readonly dimension: RollupDimension;
  readonly key: string | null;
  readonly label: string | null;
  readonly projects: number;
  /** Those with any figure. */
  readonly withFigure: number;
  /** Those with a figure of the week. */
  readonly reported: number;
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  readonly completed: Dong | null;
  readonly advance: Dong | null;
}

/**
 * What changed between two frozen weeks that somebody chose: the standing of the second less that of the first, with the dates of
 * the figures of each. Weeks with the same figures have no change, which isn't zero: nothing newer was reported. Sums that differ
 * for the same date are a correction, and an earlier second week is a look back; both are changes.
 */
export function movementOfWeeks(before: DatedAmount, now: DatedAmount): Movement {
  const [from, to] = [before.on, now.on];
  const isKnown = from !== null && to !== null && before.amount !== null && now.amount !== null;
  if (!isKnown || (from === to && before.amount === now.amount))
    return {
      value: null,
      from: null,
      to: null,
      days: null,
      reason: 'not-reported',
      since: from === null ? null : to,
    };
  const value = now.amount - before.amount;
  return { value, from, to, days: daysBetween(from, to), reason: null, since: null };
}

/** The plan years that figures of a week may belong to: those of any of its seven days. Oldest first. */
export function planYearsOfWeek(week: PlainDate): PlanYear[] {
  return [...new Set([...planYearsOn(addDays(week, -6)), ...planYearsOn(week)])].toSorted((a, b) => a - b);
}

/** Days past its due day on the day of the cut-off; 0 when it isn't past, null without a due day. */
export const daysOverdue = (due: PlainDate | null, week: PlainDate): number | null =>
  due === null ? null : Math.max(0, daysBetween(due, week));

import type { BlockerCause, DutyKind } from '@thongvon/api-contract';
import { sumDong, type Dong, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';

/** One plan type and source of a project, as a frozen week holds it. Whole đồng; null: not planned, or not reported. */
export interface LineFacts {
  readonly planType: PlanType;
  readonly source: string;
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  readonly completed: Dong | null;
  /** The figure's own date. */
  readonly asOf: PlainDate | null;
}

/** A project as a frozen week holds it. */
export interface ProjectFacts {
  readonly id: string;
  readonly name: string;
  /** Whose project it is: its owner, or who registered it. */
  readonly organizationId: string;
  readonly lines: readonly LineFacts[];
  /** All that is to be handed over, has been. Null: nobody says. */
  readonly handedOver: boolean | null;
}

/** The project that something belongs to. */
export interface ProjectOf {
  readonly projectId: string;
  readonly projectName: string;
  readonly organizationId: string;
}

/** An open blocker. */
export interface BlockerFacts extends ProjectOf {
  readonly id: string;
  readonly cause: BlockerCause;
  readonly responsibleUnit: string | null;
  readonly due: PlainDate | null;
  /** The last day on which something was done about it; without any, the day on which it began. */
  readonly lastActionOn: PlainDate;
  readonly capitalHeld: Dong | null;
}

/** A kind of return that an office owed this week, and what came of it. */
export interface ReturnDuty {
  readonly kind: DutyKind;
  readonly state: 'met' | 'missing' | 'late' | 'sent-back';
}

/** An organisation with what it owed this week. */
export interface OrganizationFacts {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly duties: readonly ReturnDuty[];
}

/** Where board and Treasury name different sums for the same day, and nobody has explained it. */
export interface TreasuryDifference extends ProjectOf {
  /** Null: the whole project, where one side doesn't split it. */
  readonly source: string | null;
  readonly board: Dong;
  readonly treasury: Dong;
  readonly on: PlainDate;
}

/** What an owner said will be disbursed of this year's plan by 31/1. */
export interface EstimateFacts {
  readonly estimate: Dong;
  readonly on: PlainDate;
}

/** A compensation advance of which something is still out. */
export interface AdvanceFacts extends ProjectOf {
  readonly id: string;
  readonly outstanding: Dong;
  readonly advancedOn: PlainDate;
  readonly state: 'running' | 'papers-late' | 'overdue';
  readonly daysLate: number;
}

/** A contract's advance of which something is still out. */
export interface ContractAdvanceFacts extends ProjectOf {
  readonly id: string;
  readonly contract: string;
  readonly contractor: string;
  readonly contractValue: Dong;
  readonly outstanding: Dong;
  /** With its day; null: nobody said. */
  readonly disbursed: { readonly amount: Dong; readonly on: PlainDate } | null;
  readonly recoverBy: PlainDate | null;
  /** The last day before it is overdue; null: nobody can be late. */
  readonly overdueAfter: PlainDate | null;
  readonly state: 'running' | 'due' | 'past-share' | 'overdue';
  readonly daysLate: number;
}

/** The guarantee of a contractor's advance that isn't released. */
export interface GuaranteeFacts extends ProjectOf {
  readonly id: string;
  readonly contractor: string;
  readonly amount: Dong;
  readonly expiresOn: PlainDate;
}

/** How the year before had gone by the same day, of this year's plan then. */
export interface YearBefore {
  /** The same day a year earlier. */
  readonly on: PlainDate;
  /** By figures of the system, of holders of projects. */
  readonly figures: readonly (Total & { readonly organizationId: string })[];
  /** As a person entered it, by organisation, with all below it. */
  readonly entered: ReadonlyMap<string, Total>;
}

/** What the rules look at: one frozen week, in one plan year. */
export interface WeekFacts {
  /** The date of its cut-off. */
  readonly week: PlainDate;
  readonly planYear: PlanYear;
  readonly projects: ReadonlyMap<string, ProjectFacts>;
  /** Labels of sources by their code. */
  readonly sources: ReadonlyMap<string, string>;
  readonly organizations: ReadonlyMap<string, OrganizationFacts>;
  readonly blockers: readonly BlockerFacts[];
  readonly treasury: readonly TreasuryDifference[];
  readonly advances: readonly AdvanceFacts[];
  readonly contractAdvances: readonly ContractAdvanceFacts[];
  readonly guarantees: readonly GuaranteeFacts[];
  /** By project: what its owner plans to have disbursed by the end of each of the 13 months. */
  readonly ownPlans: ReadonlyMap<string, readonly Dong[]>;
  /** By project, of those whose payments before the year and total investment are both known. */
  readonly lifetimes: ReadonlyMap<string, { readonly paidBefore: Dong; readonly totalInvestment: Dong }>;
  readonly yearBefore: YearBefore;
  /** By project. */
  readonly estimates: ReadonlyMap<string, EstimateFacts>;
}

/** An earlier week, as far as rules look back at it. */
export type EarlierWeek = Pick<WeekFacts, 'week' | 'projects'>;

/** A sum of lines in whole đồng; null: none of them is planned, or reported. */
export interface Total {
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
}

/** The sum of lines; of a plan type alone when it is given. */
export function totalOf(lines: readonly LineFacts[], planType?: PlanType): Total {
  const counted = planType === undefined ? lines : lines.filter((line) => line.planType === planType);
  return {
    planned: sumDong(counted.map(({ planned }) => planned)),
    disbursed: sumDong(counted.map(({ disbursed }) => disbursed)),
  };
}

/** The newest date of the figures of a plan type; null when none is reported. */
export function figureDate(lines: readonly LineFacts[], planType: PlanType): PlainDate | null {
  const dates = lines.flatMap((line) => (line.planType === planType && line.asOf ? [line.asOf] : []));
  return dates.toSorted().at(-1) ?? null;
}

/** Paid completed work of this year's plan; null when none is reported. */
export function completedOf(lines: readonly LineFacts[]): Dong | null {
  return sumDong(lines.flatMap((line) => (line.planType === 'current-year' ? [line.completed] : [])));
}

/** What a source is called; null for none. */
export function sourceLabel({ sources }: WeekFacts, source: string | null): string | null {
  return source === null ? null : (sources.get(source) ?? source);
}

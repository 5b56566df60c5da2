import type {
  BlockerView,
  CellView,
  ClearanceStep,
  Measure,
  MilestoneView,
  ProjectClearancePageView,
  ProvenanceView,
  StandingView,
  StepView,
} from '@thongvon/api-contract';

/** A decision on capital, with what the project has from that day on; whole đồng. */
export interface Decision {
  readonly number: string;
  readonly on: string;
  readonly total: bigint;
  /** Null for the first one. */
  readonly change: bigint | null;
}

/** What the project's owner reported for a day. */
export interface Reported {
  readonly asOf: string;
  readonly disbursed: bigint;
  /** Percent of the plan in force on that day. */
  readonly rate: string | null;
  readonly returnId: string;
  /** Undefined where several cells make it up. */
  readonly cell: CellView | undefined;
}

/** A legal step that something is known of, with the households that have come so far. */
export interface StepCourse {
  readonly step: StepView;
  readonly counts: readonly { readonly asOf: string; readonly value: string }[];
}

/** What a project's page tells on one line of time. */
export interface Story {
  readonly planYear: number;
  readonly today: string;
  readonly decisions: readonly Decision[];
  readonly reported: readonly Reported[];
  readonly steps: readonly StepCourse[];
  readonly households: string | null;
  readonly blockers: readonly BlockerView[];
  readonly actions: ProjectClearancePageView['actions'];
  readonly milestones: readonly MilestoneView[];
  readonly standing: StandingView | null;
}

/** The year's own plan as each day's decisions left it, oldest first. */
export const decisionsOf = ({ planSteps }: Pick<ProvenanceView, 'planSteps'>): Decision[] =>
  planSteps.map(({ decisions, effectiveOn, after, change }) => ({
    number: decisions.map(({ number }) => number).join(', '),
    on: effectiveOn,
    total: BigInt(after ?? 0),
    change: change === null ? null : BigInt(change),
  }));

/** What counts of what was reported for each day, oldest first. */
export const reportedOf = ({ course }: Pick<ProvenanceView, 'course'>): Reported[] =>
  course.map(({ asOf, disbursed, rate, returnId, cell }) => ({
    asOf,
    disbursed: BigInt(disbursed ?? 0),
    rate,
    returnId,
    cell: cell ?? undefined,
  }));

/** What is counted of households where a step has come to them. */
const COUNTED: Readonly<Partial<Record<ClearanceStep, Measure>>> = {
  'recovery-notice': 'notified',
  inventory: 'inventoried',
  'compensation-plan': 'planDrafted',
  'plan-posting': 'planPosted',
  'plan-approval': 'approved',
  payment: 'paid',
  'site-handover': 'handedOver',
};

/** Steps that have a date or a count, in the law's order. */
export function stepsOf({ steps, course }: ProjectClearancePageView): StepCourse[] {
  return steps
    .map((step) => ({
      step,
      counts: course.filter(({ measure }) => measure === COUNTED[step.step]),
    }))
    .filter(
      ({ step, counts }) =>
        !step.notApplicable &&
        (counts.length > 0 || [step.planned, step.started, step.done].some((date) => date !== null)),
    );
}

/** The day that the newest plan or figure is of: forecasts start there. `today` without any. */
export function newestDay(provenance: ProvenanceView, today: string): string {
  const days = [
    ...provenance.figures.filter(({ basis }) => basis === 'reported').map(({ asOf }) => asOf),
    ...provenance.plans.map(({ effectiveOn }) => effectiveOn),
  ].filter((day) => day <= today);
  return days.toSorted().at(-1) ?? today;
}

/** What will have been disbursed on the plan year's last day at the pace of 28 days, whole đồng. */
export function forecastOf(standing: StandingView | null): bigint | null {
  const forecast = standing?.forecast ?? null;
  return forecast === null ? null : BigInt(forecast);
}

/** The last day on which the year's plan is disbursed. */
export const lastDayOf = (planYear: number): string => `${planYear + 1}-01-31`;

/** The open blocker that presses most: they come open first, then by due date. */
export const worstOf = (blockers: readonly BlockerView[]): BlockerView | undefined =>
  blockers.find(({ state }) => state !== 'closed');

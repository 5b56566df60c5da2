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
} from '@thongvon/contracts';

/** A decision on capital, with what the project has from that day on; whole đồng. */
export interface Decision {
  readonly number: string;
  readonly on: string;
  readonly total: bigint;
  /** Null for the first one. */
  readonly change: bigint | null;
}

/** What the project's owner told for a day. */
export interface Told {
  readonly asOf: string;
  readonly disbursed: bigint;
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
  readonly told: readonly Told[];
  readonly steps: readonly StepCourse[];
  readonly households: string | null;
  readonly blockers: readonly BlockerView[];
  readonly actions: ProjectClearancePageView['actions'];
  readonly milestones: readonly MilestoneView[];
  readonly standing: StandingView | null;
}

/** The year's own plan as each decision left it, oldest first. A later amount of a source replaces the earlier. */
export function decisionsOf(plans: ProvenanceView['plans']): Decision[] {
  const bySource = new Map<string, bigint>();
  const decisions = new Map<string, Decision>();
  let before: bigint | null = null;
  const oldestFirst = plans
    .filter(({ planType }) => planType === 'current-year')
    .toSorted((a, b) => a.effectiveOn.localeCompare(b.effectiveOn));
  for (const { decision, effectiveOn, source, amount } of oldestFirst) {
    const key = `${effectiveOn} ${decision}`;
    if (!decisions.has(key)) before = decisions.size === 0 ? null : sum(bySource);
    bySource.set(source.code, BigInt(amount ?? 0));
    const total = sum(bySource);
    const change = before === null ? null : total - before;
    decisions.set(key, { number: decision, on: effectiveOn, total, change });
  }
  return [...decisions.values()];
}

const sum = (amounts: ReadonlyMap<string, bigint>): bigint =>
  [...amounts.values()].reduce((a, b) => a + b, 0n);

/** What was told for each day, oldest first; of corrected returns only the last. */
export function toldOf(figures: ProvenanceView['figures']): Told[] {
  const days = new Map<string, Told>();
  const own = figures.filter(
    ({ basis, planType, disbursed }) =>
      basis === 'reported' && planType === 'current-year' && disbursed !== null,
  );
  for (const { asOf, disbursed, cells, return: from } of own) {
    const day = days.get(asOf);
    if (day !== undefined && day.returnId !== from.id) continue;
    const amount = BigInt(disbursed ?? 0);
    days.set(
      asOf,
      day === undefined
        ? { asOf, disbursed: amount, returnId: from.id, cell: cells['disbursed'] }
        : { ...day, disbursed: day.disbursed + amount, cell: undefined },
    );
  }
  return [...days.values()].toSorted((a, b) => a.asOf.localeCompare(b.asOf));
}

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
  const planned = standing?.planned ?? null;
  const shortfall = standing?.shortfall ?? null;
  return planned === null || shortfall === null ? null : BigInt(planned) - BigInt(shortfall);
}

/** The last day on which the year's plan is disbursed. */
export const lastDayOf = (planYear: number): string => `${planYear + 1}-01-31`;

/** The open blocker that presses most: they come open first, then by due date. */
export const worstOf = (blockers: readonly BlockerView[]): BlockerView | undefined =>
  blockers.find(({ state }) => state !== 'closed');

import { daysBetween, type Dong, lastDay, type PlainDate, type PlanYear, sumDong } from '@thongvon/kernel';
import type { FrozenProject } from '@thongvon/snapshots';
import type { Outlook } from './outlook';

/** How much more capital a project could take this year, and by what that is limited. Whole đồng. */
export interface ReceivingLimit {
  /** What its pace would spend beyond its plan by the last day. */
  readonly byPace: Dong;
  /** What its total investment leaves; an upper bound unless `isInvestmentKnown`; null: no total investment is known. */
  readonly byInvestment: Dong | null;
  /** Its total investment and what was paid of it before the year are known. */
  readonly isInvestmentKnown: boolean;
  /** The smaller of both. */
  readonly most: Dong;
}

/** By its outlook, and what was paid of it before the plan year where that is known. */
export function receivingLimit(
  project: Pick<FrozenProject, 'totalInvestment' | 'lines'>,
  outlook: Outlook,
  planYear: PlanYear,
  paidBefore: Dong | undefined,
): ReceivingLimit {
  const byPace = paceRoom(outlook, lastDay(planYear));
  const { most, isKnown } = investmentRoom(project, planYear, paidBefore);
  return {
    byPace,
    byInvestment: most,
    isInvestmentKnown: isKnown,
    most: most !== null && most < byPace ? most : byPace,
  };
}

/** What the pace would spend beyond the plan; nothing for who has spent it: its work may be done. */
function paceRoom({ remaining, pace: { change, to, days } }: Outlook, end: PlainDate): Dong {
  if (remaining === null || remaining === 0n || change === null || to === null || days === null) return 0n;
  const ahead = BigInt(Math.max(0, daysBetween(to, end)));
  return notBelowZero((change * ahead) / BigInt(days) - remaining);
}

/**
 * Total investment less what the year plans and what was paid before it. Where nobody knows what was paid before, it is an upper bound;
 * where there is no total investment, nothing is known.
 */
function investmentRoom(
  { totalInvestment, lines }: Pick<FrozenProject, 'totalInvestment' | 'lines'>,
  planYear: PlanYear,
  paidBefore: Dong | undefined,
): { readonly most: Dong | null; readonly isKnown: boolean } {
  if (totalInvestment === null) return { most: null, isKnown: false };
  const ofYear = sumDong(lines.flatMap((line) => (line.planYear === planYear ? [line.planned] : []))) ?? 0n;
  return {
    most: notBelowZero(totalInvestment - ofYear - (paidBefore ?? 0n)),
    isKnown: paidBefore !== undefined,
  };
}

/** Of each source what must remain of its plan, even if all that nobody splits was disbursed from it. */
export function surelyLeft({ lines }: Pick<FrozenProject, 'lines'>, planYear: PlanYear): Map<string, Dong> {
  const planned = plannedLines(lines, planYear);
  const codes = new Set(planned.map(({ source }) => source));
  const current = lines.filter((line) => line.planYear === planYear && line.planType === 'current-year');
  const unsplit = current.flatMap(({ source, disbursed }) => (codes.has(source) ? [] : [disbursed ?? 0n]));
  const open = unsplit.reduce((a, b) => a + b, 0n);
  return new Map(
    planned.map(({ source, planned: plan, disbursed }) => [
      source,
      notBelowZero((plan ?? 0n) - (disbursed ?? 0n) - open),
    ]),
  );
}

/** The lines of this year's plan that have capital: a project's sources. */
export const plannedLines = (lines: FrozenProject['lines'], planYear: PlanYear): FrozenProject['lines'] =>
  lines.filter(
    (line) => line.planYear === planYear && line.planType === 'current-year' && (line.planned ?? 0n) > 0n,
  );

const notBelowZero = (amount: Dong): Dong => (amount > 0n ? amount : 0n);

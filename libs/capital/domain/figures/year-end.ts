import { formatRate, type Dong } from '@thongvon/kernel';

/** Where a year's course leads by its last day; amounts are whole đồng as decimal text. */
export interface YearEnd {
  readonly disbursed: string;
  /** Of the plan: percent, two decimals; null of a plan of zero. */
  readonly rate: string | null;
  /** To the target, rounded down; negative when it is exceeded. */
  readonly missing: string;
}

/** `percent` of the plan, at most two decimals, as whole đồng: what a target asks for. Rounded down. */
export const targetAmount = (plan: Dong, percent: number): Dong =>
  (plan * BigInt(Math.round(percent * 100))) / 10_000n;

/** What `disbursed` comes to next to `percent` of the plan, the target. Null when the plan or the forecast isn't known. */
export function yearEnd(planned: string | null, disbursed: string | null, percent: number): YearEnd | null {
  if (planned === null || disbursed === null) return null;
  const [plan, end] = [BigInt(planned), BigInt(disbursed)];
  return {
    disbursed,
    rate: formatRate(end, plan),
    missing: (targetAmount(plan, percent) - end).toString(),
  };
}

import type { PlainDate, PlanType, PlanYear } from '@thongvon/kernel';

/** A project whose amount an approval would lower, or end. Whole đồng as decimal texts. */
export interface AffectedProject {
  /** Null: it isn't in the register yet. */
  readonly projectId: string | null;
  readonly code: string | null;
  readonly name: string;
  readonly before: string;
  /** Null: nothing is left of it. */
  readonly after: string | null;
}

/** What an approval would change of a total. Whole đồng as decimal texts. */
export interface TotalChange {
  readonly measure: 'planned' | 'disbursed';
  /** Of a disbursed total: who says so. */
  readonly basis: 'reported' | 'treasury' | null;
  readonly planYear: PlanYear;
  readonly planType: PlanType;
  /** The day on which the two totals are in force. */
  readonly on: PlainDate;
  readonly before: string;
  readonly after: string;
  /** On this day or another the total falls: the approval needs a reason (contract, section 3). */
  readonly lowers: boolean;
  /** Projects of which nothing is left, and those that keep less. */
  readonly vanishes: readonly AffectedProject[];
  readonly falls: readonly AffectedProject[];
}

/** Whether an approval with these consequences needs a reason. */
export function lowersTotal(consequences: readonly TotalChange[]): boolean {
  return consequences.some(({ lowers }) => lowers);
}

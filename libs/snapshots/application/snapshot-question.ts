import { currentPlanYear, type Denominator, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import type { SumsQuery } from '../persistence/rollup-sums';

/** What a caller may ask of a frozen week: which revision (the latest), plan year (the week's own), and what rates divide by. */
export interface SnapshotQuestion {
  readonly revision?: number;
  readonly planYear?: PlanYear;
  readonly denominator?: Denominator;
}

/** A page of the rows of a frozen week. */
export interface FrozenPage extends SnapshotQuestion {
  readonly limit: number;
  readonly cursor?: string;
  readonly q?: string;
}

/** The sums that a question is about. */
export function sumsQuery(
  actor: Actor,
  week: PlainDate,
  { planYear, denominator }: SnapshotQuestion,
): SumsQuery {
  return {
    scope: actor.scope,
    planYear: planYear ?? currentPlanYear(week),
    denominator: denominator ?? 'current-year-plan',
  };
}

/** The page alone, as `listPage` takes it. */
export function pageOf({ limit, cursor }: FrozenPage): { limit: number; cursor?: string } {
  return { limit, ...(cursor === undefined ? {} : { cursor }) };
}

export type { FiguresQuery, Slice } from './domain/figures/figures-query';
export { type AllocationFilter, ListLedger, type Provenance, TraceFigures } from './application/read-ledgers';
export { type ProjectPlan, CurrentPlan } from './persistence/known-amounts';
export type { ListedAllocation, ListedDecision } from './persistence/plan/ledger-lists';
export * from './persistence/plan/plan-sql';
export * from './application/figures/draw-curve';
export * from './application/figures/list-standings';
export { RebuildPositions, StoreSums } from './application/recompute-positions';
export * from './application/take-over-ledgers';
export * from './application/figures/reconcile';
export * from './application/figures/summarize';
export { BASES, type Basis } from './domain/figures/figures-query';
export * from './domain/figures/known-amount';
export { showMovement, type ShownMovement } from './domain/figures/moving-amounts';
export { partitionByPlanYear } from './persistence/partitions';
export { computedThrough } from './persistence/positions';
export {
  type Derived,
  kindsOfStandingSql,
  standingsOfOneSql,
  standingsSql,
} from './persistence/figures/derived-standings-sql';
export * from './persistence/figures/figures-sql';
export * from './persistence/figures/positions-sql';
export type { FigureLine } from './persistence/figures/project-figure-rows';
export type { BlockedSql } from './persistence/figures/concerns-sql';
export { treasuryDifferences, type UnexplainedDifference } from './persistence/figures/reconciliation-rows';
export { FACETS, type Facet } from './persistence/figures/standings-sql';
export type { ProjectCourse } from './persistence/figures/traced-rows';
export {
  type YearEndEstimate,
  yearEndEstimatesAsKnown,
  type HolderYear,
  yearByHolder,
  paidBeforeRows,
  pastCourseRows,
  spendingPlanRows,
} from './persistence/own-plans/own-plan-rows';
export { PaidBefore, SpendingPlans } from './application/own-plans/entered-of-project';
export * from './application/own-plans/past-courses';
export {
  type ReportedStep,
  type ComparedMonth,
  compareMonths,
  wholeShare,
  type PastCourse,
  type CoursePoint,
  pointsOf,
  monthEnds,
  disbursedBy,
  yearBefore,
} from './domain/own-plans/plan-months';
export * from './capital.module';

export {
  type AdvancePage,
  Advances,
  type ClearanceMoney,
  ViewClearanceMoney,
} from './application/clearance-money';
export { RebuildProgress, type AsKnown, ClearanceAsKnown } from './application/clearance-rules';
export * from './application/enter-progress';
export * from './application/holidays';
export { identifyProjects, locateRows, segmentOf } from './application/located-rows';
export * from './application/project-steps';
export * from './application/proofs';
export * from './application/segments';
export {
  type ClearanceSums,
  type ProjectProgress,
  SummarizeClearance,
  ViewProjectProgress,
} from './application/view-clearance';
export {
  type ClearanceRates,
  clearanceRates,
  type Numbers,
  type Measure,
  MEASURE_LABELS,
  MEASURES,
} from './domain/measures';
export { type PlacedRow, projectKey } from './domain/placed-rows';
export type { SteppedClock } from './domain/law/step-clock';
export { type Proof, proofInWords, type SourceCell } from './domain/proof';
export { outstandingAdvances } from './persistence/advance-rows';
export {
  type KnownSegment,
  SEGMENT_REF,
  type SegmentRef,
  segmentsOf,
  whoClears,
} from './persistence/project-rows';
export type { KnownClearance } from './persistence/progress-rows';
export * from './land-clearance.module';

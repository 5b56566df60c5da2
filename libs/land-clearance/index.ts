export {
  type AdvancePage,
  Advances,
  outstandingAdvances,
  ViewClearanceMoney,
} from './application/clearance-money';
export * from './application/clearance-as-known';
export * from './application/enter-progress';
export * from './application/find-project';
export * from './application/holidays';
export { identifyProjects, locateRows, segmentOf } from './application/located-rows';
export * from './application/project-steps';
export * from './application/proofs';
export * from './application/rebuild-progress';
export * from './application/segments';
export * from './application/summarize-clearance';
export * from './application/view-project-progress';
export { clearanceRates, type Numbers } from './domain/clearance-rates';
export { type Measure, MEASURE_LABELS, MEASURES } from './domain/measures';
export { type PlacedRow, projectKey } from './domain/placed-rows';
export { type Proof, proofInWords } from './domain/proof';
export { SEGMENT_REF } from './persistence/refs-sql';
export { type KnownSegment, segmentsOf } from './persistence/segments';
export * from './land-clearance.module';

export * from './application/act-on-blocker';
export {
  type AdvancePage,
  Advances,
  outstandingAdvances,
  ViewClearanceMoney,
} from './application/clearance-money';
export * from './application/clearance-as-known';
export * from './application/closing-items';
export * from './application/continue-or-stop-file';
export { type RemarkSaying, type DecidedRemark, DecideRemark } from './application/remarks';
export * from './application/enter-progress';
export * from './application/holidays';
export * from './application/list-blockers';
export * from './application/merge-blockers';
export * from './application/project-steps';
export * from './application/proofs';
export * from './application/rebuild-clearance';
export * from './application/segments';
export * from './application/summarize-blockers';
export * from './application/summarize-clearance';
export * from './application/view-blocker';
export * from './application/view-contractor';
export { ViewProjectPage } from './application/view-project-clearance';
export { whoClears } from './application/find-project';
export * from './domain/capital-held';
export * from './domain/causes';
export { clearanceRates } from './domain/clearance-rates';
export { suggestCauses } from './domain/suggest-causes';
export * from './domain/without-names';
export { BlockedProjects, type FirstDue } from './persistence/blocked-projects';
export * from './persistence/blockers-sql';
export { ESCALATION_LADDER } from './domain/escalation-ladder';
export * from './land-clearance.module';

export * from './application/act-on-blocker';
export * from './application/merge-blockers';
export { BlockersAsKnown, RebuildBlockers } from './application/derived-blockers';
export {
  type WordFile,
  ContinueOrStopFile,
  SummarizeClearanceAndBlockers,
  ViewProjectPage,
} from './application/clearance-pages';
export * from './application/proposals';
export * from './application/view-blockers';
export { type RemarkSaying, type DecidedRemark, DecideRemark } from './application/remarks';
export * from './application/summarize-blockers';
export * from './domain/capital-held';
export * from './domain/causes';
export type { BlockerOnDay } from './domain/blocker-on-day';
export * from './domain/without-names';
export { BlockedProjects, blockedProjectsSql, type FirstDue } from './persistence/blockers-on-day';
export type { KnownBlocker } from './persistence/blocker-positions';
export * from './blockers.module';

// What others may use: `ListAlerts` and `GroupAlerts` (alerts as they stand on a day, for the app), `StandingAlerts` (all of them, for the weekly
// mail), `ViewAlert`, `ActOnAlert`, `AlertRules`, and `Backtest` for the command of that name.
export * from './alerts.module';
export * from './application/act-on-alert';
export * from './application/alert-rules';
export * from './application/backtest';
export * from './application/evaluate-week';
export { GroupAlerts } from './application/group-alerts';
export * from './application/list-alerts';
export * from './application/standing-alerts';
export { RuleThresholds } from './application/rule-thresholds';
export { PreviewRule } from './application/preview-rule';
export type { RuleChange } from './application/rule-changes';
export { ViewAlert } from './application/view-alert';
export { quartersOf, type QuarterTargets } from './domain/quarter-targets';
export * from './domain/replay';
export { RULE_TITLES } from './domain/rules';

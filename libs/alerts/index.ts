// What others may use: `ListAlerts` and `GroupAlerts` (alerts as they stand on a day, for the app), `StandingAlerts` (all of them, for the weekly
// mail), `ViewAlert`, `ActOnAlert`, `AlertRules`, and `Backtest` for the command of that name.
export * from './alerts.module';
export { type ActionResult, ActOnAlert, ViewAlert } from './application/one-alert';
export * from './application/alert-rules';
export * from './application/evaluate-week';
export * from './application/list-alerts';
export { money, type Texts } from './domain/rule-words';
export { quartersOf, type QuarterTargets } from './domain/rules/quarter-target';
export * from './domain/replay';
export { DECISION_LADDER, decisionAskedBy, RULE_TITLES } from './domain/rules';

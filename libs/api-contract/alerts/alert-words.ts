/** The rules that are looked at each frozen week. Stable; `GET /api/alert-rules` explains them. */
export const ALERT_RULES = [
  'below-quarter-target',
  'below-average',
  'below-last-year',
  'below-own-plan',
  'nothing-after-first-quarter',
  'no-movement',
  'over-plan',
  'over-total-investment',
  'cumulative-fell',
  'blocker-overdue',
  'blocker-due-this-week',
  'blocker-without-action',
  'return-missing',
  'return-late',
  'return-sent-back',
  'treasury-differs',
  'cannot-be-spent',
  'estimate-below-plan',
  'carry-over-lapsing',
  'advance-past-clock',
  'contract-advance-past-clock',
  'contract-advance-due',
  'guarantee-expiring',
  'handed-over-without-volume',
] as const;
export type AlertRuleId = (typeof ALERT_RULES)[number];

export const ALERT_SEVERITIES = ['critical', 'warning', 'info'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** What an alert is about. */
export const ALERT_SUBJECTS = [
  'project',
  'capital-line',
  'organization',
  'blocker',
  'advance',
  'guarantee',
  'contract-advance',
] as const;
export type AlertSubjectKind = (typeof ALERT_SUBJECTS)[number];

/** `acknowledged` and `snoozed` ones still hold: someone has taken note, or has put it off until a day. */
export const ALERT_STATES = ['open', 'acknowledged', 'snoozed', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** Whether a law says so, or those who manage. */
export const ALERT_BASES = ['legal', 'managerial'] as const;
export type AlertBasis = (typeof ALERT_BASES)[number];

/** What a threshold counts. */
export const THRESHOLD_UNITS = ['percent', 'days', 'weeks'] as const;
export type ThresholdUnit = (typeof THRESHOLD_UNITS)[number];

/** What people do about an alert; `withdrawn`: what was said last no longer counts, it is open again. */
export const ALERT_ACTION_TYPES = ['acknowledged', 'snoozed', 'withdrawn'] as const;
export type AlertAction = (typeof ALERT_ACTION_TYPES)[number];

/** What happens to an alert: the first four by its rule, the others by a person. */
export const ALERT_EVENTS = ['opened', 'changed', 'reopened', 'closed', ...ALERT_ACTION_TYPES] as const;
export type AlertEventType = (typeof ALERT_EVENTS)[number];

/** Gravest first, then: most capital; dates and limits before slow money, opened longest ago; or, for closed ones, the latest to close before all else. */
export const ALERT_SORTS = ['amount', 'oldest', 'closed'] as const;
export type AlertSort = (typeof ALERT_SORTS)[number];

/** Whether an alert is about a project, or about an office as a whole. */
export const ALERT_CONCERNS = ['project', 'organization'] as const;
export type AlertConcern = (typeof ALERT_CONCERNS)[number];

/** By what alerts can be put together. */
export const ALERT_GROUPINGS = ['rule', 'project'] as const;
export type AlertGrouping = (typeof ALERT_GROUPINGS)[number];

/** How a figure is written: an amount in whole đồng, a rate or points in percent, a day, so many days or weeks, a name. */
export const ALERT_FIGURE_KINDS = ['amount', 'rate', 'points', 'date', 'days', 'weeks', 'name'] as const;
export type AlertFigureKind = (typeof ALERT_FIGURE_KINDS)[number];

/** Which number of the project a figure is, where it leads back to returns and their cells. */
export const ALERT_FIGURE_SOURCES = [
  'planned',
  'disbursed',
  'completed',
  'treasury',
  'remaining',
  'held',
] as const;
export type AlertFigureSource = (typeof ALERT_FIGURE_SOURCES)[number];

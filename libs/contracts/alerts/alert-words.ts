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

/** What happens to an alert: the first three by its rule, the others by a person. */
export const ALERT_EVENTS = ['opened', 'changed', 'closed', 'acknowledged', 'snoozed'] as const;
export type AlertEventType = (typeof ALERT_EVENTS)[number];

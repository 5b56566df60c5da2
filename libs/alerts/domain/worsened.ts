import type { AlertAction, AlertRuleId, AlertSeverity } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { NUMBERS } from './messages/numbers';

/** What an alert says in a week, as far as it can get worsened. */
export interface Said {
  readonly severity: AlertSeverity;
  readonly amount: Dong | null;
  readonly numbers: Readonly<Record<string, unknown>>;
}

/** What a person last did about an alert that still counts, and what the alert said then. */
export interface StandingAction {
  readonly type: Exclude<AlertAction, 'withdrawn'>;
  readonly on: PlainDate;
  readonly said: Said;
}

/** How an alert is worsened than what an action was given for. */
export type Worsened =
  | { readonly by: 'severity'; readonly then: AlertSeverity; readonly now: AlertSeverity }
  | { readonly by: 'amount'; readonly then: Dong; readonly now: Dong }
  | { readonly by: 'days'; readonly then: number; readonly now: number };

/** How long something has waited: the number of a rule that grows while nothing is done, and how many days it counts by. */
const WAITING: { readonly [R in AlertRuleId]?: readonly [key: keyof (typeof NUMBERS)[R], days: number] } = {
  'blocker-overdue': ['daysOverdue', 1],
  'blocker-without-action': ['daysIdle', 1],
  'advance-past-clock': ['daysLate', 1],
  'contract-advance-past-clock': ['daysLate', 1],
  'no-movement': ['weeks', 7],
};

const GRAVITY: Readonly<Record<AlertSeverity, number>> = { info: 0, warning: 1, critical: 2 };
const TIMES = 2;
/** An alert is looked at each week: what was one day late is eight days late the next time, and that is no news. */
const LEAST_MORE_DAYS = 14;

/**
 * Whether an alert is worsened now than what was done about it was done for (ADR 0100): worsened by its rule, at least twice
 * the money, or at least twice as long and two weeks more. Time alone doesn't end a snooze: its day was chosen.
 */
export function worsenedSince(action: StandingAction, rule: AlertRuleId, now: Said): Worsened | undefined {
  const { type, said: then } = action;
  if (GRAVITY[now.severity] > GRAVITY[then.severity])
    return { by: 'severity', then: then.severity, now: now.severity };
  if (
    then.amount !== null &&
    now.amount !== null &&
    then.amount > 0n &&
    now.amount >= then.amount * BigInt(TIMES)
  )
    return { by: 'amount', then: then.amount, now: now.amount };
  const [waitedThen, waited] = [waitedDays(rule, then), waitedDays(rule, now)];
  if (type === 'snoozed' || waitedThen === undefined || waited === undefined) return undefined;
  return waited >= Math.max(waitedThen * TIMES, waitedThen + LEAST_MORE_DAYS)
    ? { by: 'days', then: waitedThen, now: waited }
    : undefined;
}

function waitedDays(rule: AlertRuleId, { numbers }: Said): number | undefined {
  const [key, days] = WAITING[rule] ?? [];
  const value = key === undefined ? undefined : numbers[key];
  return typeof value === 'number' && days !== undefined ? value * days : undefined;
}

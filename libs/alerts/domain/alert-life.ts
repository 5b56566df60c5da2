import type { AlertAction, AlertRuleId, AlertSeverity } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { Found } from './evaluate-rules';
import { day, money, type Texts } from './rule-words';
import { ruleOf } from './rules';

/** An alert that is open, as it was last reported. */
export interface OpenAlert {
  readonly id: string;
  readonly key: string;
  readonly severity: AlertSeverity;
  readonly text: string;
  /** Null: nobody is at it. */
  readonly action: StandingAction | null;
}

/** An alert that somebody was at, and that is worse now than it was then. */
export interface Reopened {
  readonly alertId: string;
  /** When it was acknowledged or put off. */
  readonly actionOn: PlainDate;
  readonly texts: Texts;
}

/** What a week does to the alerts. */
export interface AlertChanges {
  readonly opened: readonly Found[];
  readonly changed: readonly (Found & { readonly alertId: string })[];
  readonly reopened: readonly Reopened[];
  /** Ids of alerts whose rule no longer holds. */
  readonly closed: readonly string[];
}

/** What makes two findings the same alert. */
export function alertKey({ rule, planYear, subject }: Pick<Found, 'rule' | 'planYear' | 'subject'>): string {
  return [rule, subject.kind, subject.id, planYear ?? ''].join('|');
}

/**
 * The week's findings against the open alerts: what is new opens, what says something else changes, what is worse than what
 * somebody took note of is open to all again, what is gone closes.
 */
export function changesOf(
  open: readonly OpenAlert[],
  found: readonly Found[],
  week: PlainDate,
): AlertChanges {
  const byKey = new Map(open.map((alert) => [alert.key, alert]));
  const keys = new Set(found.map(alertKey));
  return {
    opened: found.filter((finding) => !byKey.has(alertKey(finding))),
    changed: found.flatMap((finding) => {
      const alert = byKey.get(alertKey(finding));
      const same = alert?.text === finding.texts[0] && alert.severity === finding.severity;
      return alert && !same ? [{ ...finding, alertId: alert.id }] : [];
    }),
    reopened: found.flatMap((finding) => {
      const { id, action } = byKey.get(alertKey(finding)) ?? { id: '', action: null };
      const worsened = action === null ? undefined : worsenedSince(action, finding.rule, finding);
      return action === null || worsened === undefined
        ? []
        : [{ alertId: id, actionOn: action.on, texts: reopenedTexts(action, worsened, week) }];
    }),
    closed: open.flatMap(({ id, key }) => (keys.has(key) ? [] : [id])),
  };
}

const SEVERITIES: Readonly<Record<AlertSeverity, Texts>> = {
  critical: ['ở mức “nghiêm trọng”', 'critical'],
  warning: ['ở mức “cảnh báo”', 'a warning'],
  info: ['ở mức “để biết”', 'for information'],
};
const ACTION_NAMES: Readonly<Record<StandingAction['type'], Texts>> = {
  acknowledged: ['Đã nhận xử lý', 'Acknowledged'],
  snoozed: ['Đã tạm gác', 'Snoozed'],
};

/** Why an alert that somebody was at was opened again in a week: what was done about it, when, and for what. */
function reopenedTexts(
  { type, on }: Pick<StandingAction, 'type' | 'on'>,
  worsened: Worsened,
  week: PlainDate,
): Texts {
  const [action, actionEn] = ACTION_NAMES[type];
  const [then, now] = measures(worsened);
  // Dated on both sides: the sentence stays while what the alert says goes on.
  return [
    `${action} ${day(on).vi} khi ${then[0]}; mở lại tuần chốt ${day(week).vi} khi ${now[0]}.`,
    `${actionEn} on ${day(on).en} when ${then[1]}; open again in the week of ${day(week).en} when ${now[1]}.`,
  ];
}

/** What it was by then, and what it is in the week. */
function measures(worsened: Worsened): readonly [then: Texts, now: Texts] {
  switch (worsened.by) {
    case 'severity':
      return [SEVERITIES[worsened.then], SEVERITIES[worsened.now]];
    case 'amount': {
      const [then, now] = [money(worsened.then), money(worsened.now)];
      return [
        [then.vi, then.en],
        [now.vi, now.en],
      ];
    }
    case 'days':
      return [
        [`mới ${worsened.then} ngày`, `at ${worsened.then} days`],
        [`${worsened.now} ngày`, `at ${worsened.now} days`],
      ];
  }
}

/** What an alert says in a week, as far as it can get worse. */
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

/** How an alert is worse than it was when somebody acted on it. */
type Worsened =
  | { readonly by: 'severity'; readonly then: AlertSeverity; readonly now: AlertSeverity }
  | { readonly by: 'amount'; readonly then: Dong; readonly now: Dong }
  | { readonly by: 'days'; readonly then: number; readonly now: number };

const GRAVITY: Readonly<Record<AlertSeverity, number>> = { info: 0, warning: 1, critical: 2 };
const TIMES = 2;
/** An alert is looked at each week: what was one day late is eight days late the next time, and that is no news. */
const LEAST_MORE_DAYS = 14;

/**
 * Whether an alert is worse now than when somebody acted on it (ADR 0100): of a higher severity by its rule, at least twice
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

/** How long something has waited by what its rule counts. */
function waitedDays(rule: AlertRuleId, { numbers }: Said): number | undefined {
  const { waits } = ruleOf(rule);
  const value = waits === null ? undefined : numbers[waits.number];
  return typeof value === 'number' && waits !== null ? value * waits.days : undefined;
}

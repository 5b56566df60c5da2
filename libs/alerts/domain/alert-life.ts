import type { AlertSeverity } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Texts } from './alert-rule';
import type { Found } from './evaluate-rules';
import { day, money } from './messages/words';
import { type StandingAction, type Worsened, worsenedSince } from './worsened';

/** An alert that is open, as it was last reported. */
export interface OpenAlert {
  readonly id: string;
  readonly key: string;
  readonly severity: AlertSeverity;
  readonly text: string;
  /** Null: nobody is at it. */
  readonly action: StandingAction | null;
}

/** An alert that somebody was at, and that is worsened than what that was said of. */
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
 * The week's findings against the open alerts: what is new opens, what says something else changes, what is worsened than
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
const DEEDS: Readonly<Record<StandingAction['type'], Texts>> = {
  acknowledged: ['Đã nhận xử lý', 'Acknowledged'],
  snoozed: ['Đã tạm gác', 'Snoozed'],
};

/** Why an alert that somebody was at was opened again in a week: what was done about it, when, and for what. */
function reopenedTexts(
  { type, on }: Pick<StandingAction, 'type' | 'on'>,
  worsened: Worsened,
  week: PlainDate,
): Texts {
  const [action, actionEn] = DEEDS[type];
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

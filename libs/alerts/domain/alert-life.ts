import type { AlertSeverity } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Texts } from './alert-rule';
import type { Found } from './evaluate-rules';
import { worsenedSince, type StandingAction } from './worsened';
import { reopenedTexts } from './messages/reopened';

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

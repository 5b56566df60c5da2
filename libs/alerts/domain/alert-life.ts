import type { AlertSeverity } from '@thongvon/contracts';
import type { Found } from './evaluate-rules';

/** An alert that is open, as it was last told. */
export interface OpenAlert {
  readonly id: string;
  readonly key: string;
  readonly severity: AlertSeverity;
  readonly text: string;
}

/** What a week does to the alerts. */
export interface AlertChanges {
  readonly opened: readonly Found[];
  readonly changed: readonly (Found & { readonly alertId: string })[];
  /** Ids of alerts whose rule no longer holds. */
  readonly closed: readonly string[];
}

/** What makes two findings the same alert. */
export function alertKey({ rule, planYear, subject }: Pick<Found, 'rule' | 'planYear' | 'subject'>): string {
  return [rule, subject.kind, subject.id, planYear ?? ''].join('|');
}

/** The week's findings against the open alerts: what is new opens, what says something else changes, what is gone closes. */
export function changesOf(open: readonly OpenAlert[], found: readonly Found[]): AlertChanges {
  const byKey = new Map(open.map((alert) => [alert.key, alert]));
  const keys = new Set(found.map(alertKey));
  return {
    opened: found.filter((finding) => !byKey.has(alertKey(finding))),
    changed: found.flatMap((finding) => {
      const alert = byKey.get(alertKey(finding));
      const same = alert?.text === finding.texts[0] && alert.severity === finding.severity;
      return alert && !same ? [{ ...finding, alertId: alert.id }] : [];
    }),
    closed: open.flatMap(({ id, key }) => (keys.has(key) ? [] : [id])),
  };
}

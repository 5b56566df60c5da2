import { addDays, daysBetween, frozenReckoning, isDueSoon } from '@thongvon/kernel';
import type { AlertRule, Firing, Texts } from '../alert-rule';
import { practice } from '../citations';
import { blockerDueTexts, blockerIdleTexts, blockerOverdueTexts } from '../messages/duties';
import type { NUMBERS } from '../messages/numbers';
import type { BlockerFacts } from '../week-facts';

/** Open blockers whose due date has passed on the day of the cut-off. */
export const blockerOverdue: AlertRule = {
  id: 'blocker-overdue',
  title: ['Vướng mắc quá hạn', 'Blocker overdue'],
  severity: 'critical',
  basis: 'managerial',
  citations: practice(
    'Thời hạn giải quyết vướng mắc do lãnh đạo giao',
    'The due date that leaders set for solving it',
  ),
  subjects: ['blocker'],
  byFigures: true,
  yearly: false,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.blockers.flatMap((blocker) => {
      const { due, organizationId } = blocker;
      if (!thresholds({ organizationId }) || due === null || due >= now.week) return [];
      const daysOverdue = daysBetween(due, now.week);
      return [
        blockerFiring(
          blocker,
          { due, daysOverdue } satisfies OwnNumbersOf<'blocker-overdue'>,
          blockerOverdueTexts(blocker, due, daysOverdue),
        ),
      ];
    }),
};

/**
 * Open blockers that are due soon: by the day of the next letter, as on every page. The threshold can look further ahead,
 * never less far.
 */
export const blockerDueThisWeek: AlertRule = {
  id: 'blocker-due-this-week',
  title: ['Vướng mắc đến hạn trong tuần', 'Blocker due this week'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice('Nhắc trước hạn trong kỳ giao ban tuần', 'A reminder ahead in the weekly review'),
  subjects: ['blocker'],
  byFigures: true,
  yearly: false,
  thresholds: [
    {
      key: 'days',
      unit: 'days',
      label: ['Số ngày trước hạn', 'Days ahead'],
      values: [{ fromPlanYear: 0, value: 7, origin: 'Một kỳ giao ban' }],
      min: 0,
      max: 90,
    },
  ],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.blockers.flatMap((blocker) => {
      const { due, organizationId } = blocker;
      const days = thresholds({ organizationId })?.['days'];
      if (days === undefined || due === null || due < now.week) return [];
      const daysLeft = daysBetween(now.week, due);
      return isDueSoon(due, frozenReckoning(now.week, null)) || due <= addDays(now.week, days)
        ? [
            blockerFiring(
              blocker,
              { due, daysLeft } satisfies OwnNumbersOf<'blocker-due-this-week'>,
              blockerDueTexts(blocker, due, daysLeft),
            ),
          ]
        : [];
    }),
};

/** Open blockers about which nothing was done for so many days, since the last action or since they began. */
export const blockerWithoutAction: AlertRule = {
  id: 'blocker-without-action',
  title: ['Vướng mắc không được xử lý', 'Blocker without action'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice('Nhắc sau x ngày không cập nhật', 'A reminder after x days without an update'),
  subjects: ['blocker'],
  byFigures: true,
  yearly: false,
  thresholds: [
    {
      key: 'days',
      unit: 'days',
      label: ['Số ngày không có việc xử lý', 'Days without action'],
      values: [{ fromPlanYear: 0, value: 14, origin: 'Hai kỳ giao ban' }],
      min: 1,
      max: 365,
    },
  ],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) =>
    now.blockers.flatMap((blocker) => {
      const { lastActionOn, organizationId } = blocker;
      const days = thresholds({ organizationId })?.['days'];
      const idle = daysBetween(lastActionOn, now.week);
      if (days === undefined || idle < days) return [];
      return [
        blockerFiring(
          blocker,
          { since: lastActionOn, daysIdle: idle } satisfies OwnNumbersOf<'blocker-without-action'>,
          blockerIdleTexts(blocker, lastActionOn, idle),
        ),
      ];
    }),
};

type BlockerRule = 'blocker-overdue' | 'blocker-due-this-week' | 'blocker-without-action';
type OfEveryBlocker = 'cause' | 'responsibleUnit' | 'capitalHeld';

/** What a rule about blockers says next to what is said of every one. */
type OwnNumbersOf<Rule extends BlockerRule> = Readonly<
  Record<Exclude<keyof (typeof NUMBERS)[Rule], OfEveryBlocker>, unknown>
>;

/** What a rule about blockers says of one. */
function blockerFiring(
  { id, projectId, projectName, organizationId, cause, responsibleUnit, capitalHeld }: BlockerFacts,
  numbers: Readonly<Record<string, unknown>>,
  texts: Texts,
): Firing {
  return {
    subject: { kind: 'blocker', id, name: projectName },
    organizationId,
    projectId,
    amount: capitalHeld,
    numbers: { cause, responsibleUnit, capitalHeld: capitalHeld?.toString() ?? null, ...numbers },
    texts,
  };
}

import type { AlertRuleId } from '@thongvon/api-contract';
import {
  addDays,
  daysBetween,
  type Dong,
  frozenReckoning,
  isDueSoon,
  isOverdue,
  type PlainDate,
} from '@thongvon/kernel';
import { aboutPart, type AlertRule, practice, type ThresholdValues } from '../alert-rule';
import {
  day,
  DAYS_LEFT,
  figure,
  money,
  type NumbersOf,
  type RuleNumbers,
  SAID_BY_TEXT,
  type Texts,
} from '../rule-words';
import type { BlockerFacts } from '../week-facts';

/** Numbers of every rule about a blocker; each adds its own. */
const OF_EVERY_BLOCKER = {
  cause: SAID_BY_TEXT,
  responsibleUnit: figure.name('Đơn vị chủ trì', 'Responsible unit'),
  capitalHeld: figure.amount('Vốn bị giữ', 'Capital held', 'held'),
} satisfies RuleNumbers;

/** Open blockers whose due date has passed on the day of the cut-off. */
export const blockerOverdue = blockerRule(
  {
    id: 'blocker-overdue',
    title: ['Vướng mắc quá hạn', 'Blocker overdue'],
    severity: 'critical',
    citations: practice(
      'Thời hạn giải quyết vướng mắc do lãnh đạo giao',
      'The due date that leaders set for solving it',
    ),
    numbers: { due: figure.date('Hạn xử lý', 'Due'), daysOverdue: figure.days('Quá hạn', 'Overdue by') },
    waits: { number: 'daysOverdue', days: 1 },
    warnsOf: null,
    asks: { rung: 'blocker-overdue', place: 1, words: null, isPast: true, page: 'blocker' },
    thresholds: [],
  },
  (blocker, week) => {
    const { due } = blocker;
    if (due === null || !isOverdue(due, { businessDay: week })) return undefined;
    const daysOverdue = daysBetween(due, week);
    return { numbers: { due, daysOverdue }, texts: blockerOverdueTexts(blocker, due, daysOverdue) };
  },
);

/**
 * Open blockers that are due soon: by the day of the next letter, as on every page. The threshold can look further ahead,
 * never less far.
 */
export const blockerDueThisWeek = blockerRule(
  {
    id: 'blocker-due-this-week',
    title: ['Vướng mắc đến hạn trong tuần', 'Blocker due this week'],
    severity: 'warning',
    citations: practice('Nhắc trước hạn trong kỳ giao ban tuần', 'A reminder ahead in the weekly review'),
    numbers: { due: figure.date('Hạn xử lý', 'Due'), daysLeft: DAYS_LEFT },
    waits: null,
    warnsOf: 'blocker-overdue',
    asks: { rung: 'blocker-due', place: 1, words: null, isPast: false, page: 'blocker' },
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
  },
  (blocker, week, { days }) => {
    const { due } = blocker;
    if (days === undefined || due === null || isOverdue(due, { businessDay: week })) return undefined;
    if (!isDueSoon(due, frozenReckoning(week, null)) && due > addDays(week, days)) return undefined;
    const daysLeft = daysBetween(week, due);
    return { numbers: { due, daysLeft }, texts: blockerDueTexts(blocker, due, daysLeft) };
  },
);

/** Open blockers about which nothing was done for so many days, since the last action or since they began. */
export const blockerWithoutAction = blockerRule(
  {
    id: 'blocker-without-action',
    title: ['Vướng mắc không được xử lý', 'Blocker without action'],
    severity: 'warning',
    citations: practice('Nhắc sau x ngày không cập nhật', 'A reminder after x days without an update'),
    numbers: {
      since: figure.date('Việc gần nhất', 'Last action'),
      daysIdle: figure.days('Không có việc nào', 'Nothing done for'),
    },
    waits: { number: 'daysIdle', days: 1 },
    warnsOf: 'blocker-overdue',
    asks: { rung: 'neglected', place: 1, words: null, isPast: false, page: 'blocker' },
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
  },
  (blocker, week, { days }) => {
    const { lastActionOn } = blocker;
    const daysIdle = daysBetween(lastActionOn, week);
    if (days === undefined || daysIdle < days) return undefined;
    return {
      numbers: { since: lastActionOn, daysIdle },
      texts: blockerIdleTexts(blocker, lastActionOn, daysIdle),
    };
  },
);

/** A rule about open blockers, each by its office's thresholds on the day of the cut-off; `look` says nothing where it doesn't hold. */
function blockerRule<Id extends AlertRuleId, Own extends RuleNumbers>(
  rule: Pick<
    AlertRule<Id, keyof Own & string>,
    'id' | 'title' | 'severity' | 'citations' | 'waits' | 'warnsOf' | 'asks' | 'thresholds'
  > & { readonly numbers: Own },
  look: (
    blocker: BlockerFacts,
    week: PlainDate,
    thresholds: ThresholdValues,
  ) => { readonly numbers: NumbersOf<NoInfer<Own>>; readonly texts: Texts } | undefined,
): AlertRule<Id> {
  return {
    ...rule,
    basis: 'managerial',
    subjects: ['blocker'],
    judges: 'figures',
    bySource: false,
    numbers: { ...OF_EVERY_BLOCKER, ...rule.numbers },
    yearly: false,
    weeksBack: () => 0,
    evaluate: ({ now, thresholds }) =>
      now.blockers.flatMap((blocker) => {
        const inForce = thresholds({ organizationId: blocker.organizationId });
        const said = inForce && look(blocker, now.week, inForce);
        if (!said) return [];
        const { cause, responsibleUnit, capitalHeld } = blocker;
        return [
          {
            ...aboutPart('blocker', blocker),
            amount: capitalHeld,
            numbers: {
              ...({
                cause,
                responsibleUnit,
                capitalHeld: capitalHeld?.toString() ?? null,
              } satisfies NumbersOf<typeof OF_EVERY_BLOCKER>),
              ...said.numbers,
            },
            texts: said.texts,
          },
        ];
      }),
  };
}

interface Waiting {
  readonly projectName: string;
  readonly responsibleUnit: string | null;
  readonly capitalHeld: Dong | null;
}

const blockerTexts = ({ projectName, responsibleUnit, capitalHeld }: Waiting): Texts => {
  const held = capitalHeld === null ? undefined : money(capitalHeld);
  return [
    `${projectName}: vướng mắc do ${responsibleUnit ?? '(chưa rõ đơn vị)'} chủ trì${held ? `, đang giữ ${held.vi},` : ''}`,
    `${projectName}: the blocker that ${responsibleUnit ?? '(no unit named)'} must solve${held ? `, holding ${held.en},` : ''}`,
  ];
};

/** Past its due date by so many days. */
function blockerOverdueTexts(blocker: Waiting, due: PlainDate, days: number): Texts {
  const [[vi, en], by] = [blockerTexts(blocker), day(due)];
  return [`${vi} quá hạn ${days} ngày (hạn ${by.vi}).`, `${en} is ${days} days overdue (due ${by.en}).`];
}

/** Due in so many days. */
function blockerDueTexts(blocker: Waiting, due: PlainDate, days: number): Texts {
  const [[vi, en], by] = [blockerTexts(blocker), day(due)];
  return [`${vi} đến hạn ${by.vi}, còn ${days} ngày.`, `${en} is due ${by.en}, in ${days} days.`];
}

/** Nothing was done about it since a day, for so many days. */
function blockerIdleTexts(blocker: Waiting, since: PlainDate, days: number): Texts {
  const [[vi, en], from] = [blockerTexts(blocker), day(since)];
  return [
    `${vi} không có việc xử lý nào từ ngày ${from.vi}, ${days} ngày.`,
    `${en} has seen no action since ${from.en}, for ${days} days.`,
  ];
}

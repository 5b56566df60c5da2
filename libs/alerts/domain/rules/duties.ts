import type { DutyKind } from '@thongvon/api-contract';
import {
  addDays,
  daysBetween,
  frozenReckoning,
  isDueSoon,
  isOverdue,
  type PlainDate,
} from '@thongvon/kernel';
import { aboutPart, type AlertRule, practice, since, type Texts, type ThresholdValues } from '../alert-rule';
import {
  blockerDueTexts,
  blockerIdleTexts,
  blockerOverdueTexts,
  returnLateTexts,
  returnMissingTexts,
  returnSentBackTexts,
} from '../messages/duties';
import type { NUMBERS, NumbersOf } from '../messages/numbers';
import type { BlockerFacts, ReturnDuty } from '../week-facts';

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

type BlockerRule = 'blocker-overdue' | 'blocker-due-this-week' | 'blocker-without-action';
type OfEveryBlocker = 'cause' | 'responsibleUnit' | 'capitalHeld';

/** What a rule says of a blocker next to what is said of every one. */
interface SaidOfBlocker<Rule extends BlockerRule> {
  readonly numbers: Readonly<Record<Exclude<keyof (typeof NUMBERS)[Rule], OfEveryBlocker>, unknown>>;
  readonly texts: Texts;
}

/** A rule about open blockers, each by its office's thresholds on the day of the cut-off; `look` says nothing where it doesn't hold. */
function blockerRule<Rule extends BlockerRule>(
  rule: Pick<AlertRule, 'title' | 'severity' | 'citations' | 'thresholds'> & { readonly id: Rule },
  look: (
    blocker: BlockerFacts,
    week: PlainDate,
    thresholds: ThresholdValues,
  ) => SaidOfBlocker<Rule> | undefined,
): AlertRule {
  return {
    ...rule,
    basis: 'managerial',
    subjects: ['blocker'],
    byFigures: true,
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
              cause,
              responsibleUnit,
              capitalHeld: capitalHeld?.toString() ?? null,
              ...said.numbers,
            },
            texts: said.texts,
          },
        ];
      }),
  };
}

/** The return that every reporting office owes; the others are distinguished in the subject. */
const MAIN: DutyKind = 'disbursement';

/** A rule about the duty to report: it holds for offices whose duty stands so. */
function dutyRule(
  rule: Pick<AlertRule, 'id' | 'title' | 'severity'>,
  state: ReturnDuty['state'],
  texts: (name: string, kind: DutyKind, week: PlainDate) => Texts,
): AlertRule {
  return {
    ...rule,
    basis: 'managerial',
    citations: [
      ...practice(
        'Chế độ báo cáo tuần do địa phương đặt, chốt nhận số liệu 17 giờ thứ Năm',
        'The weekly reporting that the local government sets, receipt closing on Thursday at 17:00',
      ),
      since(
        '37/2025',
        'Chế độ báo cáo tuần do địa phương đặt, chốt nhận số liệu 17 giờ thứ Năm; cấp xã và ban không có biểu mẫu toàn quốc (TT 37/2025)',
        'The weekly reporting that the local government sets, receipt closing on Thursday at 17:00; there is no national form for communes and boards (circular 37/2025)',
      ),
    ],
    subjects: ['organization'],
    yearly: false,
    thresholds: [],
    weeksBack: () => 0,
    evaluate: ({ now, thresholds }) =>
      [...now.organizations.values()].flatMap(({ id, name, duties }) => {
        if (!thresholds({ organizationId: id })) return [];
        return duties
          .filter((duty) => duty.state === state)
          .map(({ kind }) => ({
            subject: { kind: 'organization', id: kind === MAIN ? id : `${id}/${kind}`, name },
            organizationId: id,
            projectId: null,
            amount: null,
            numbers: { kind, week: now.week } satisfies NumbersOf<'return-missing'>,
            texts: texts(name, kind, now.week),
          }));
      }),
  };
}

/** Offices that owe a return this week and have sent none. */
export const returnMissing = dutyRule(
  { id: 'return-missing', title: ['Chưa gửi báo cáo', 'Return missing'], severity: 'warning' },
  'missing',
  returnMissingTexts,
);

/** Offices whose return came after the cut-off. */
export const returnLate = dutyRule(
  { id: 'return-late', title: ['Báo cáo muộn', 'Return late'], severity: 'info' },
  'late',
  returnLateTexts,
);

/** Offices whose return was sent back and has not come again. */
export const returnSentBack = dutyRule(
  { id: 'return-sent-back', title: ['Báo cáo bị trả lại', 'Return sent back'], severity: 'warning' },
  'sent-back',
  returnSentBackTexts,
);

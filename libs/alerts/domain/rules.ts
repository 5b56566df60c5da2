import type { AlertRuleId } from '@thongvon/api-contract';
import { daysBetween, plainDate } from '@thongvon/kernel';
import type { AlertRule } from './alert-rule';
import { blockerFiring, type OwnNumbersOf } from './blocker-firing';
import { practice } from './citations';
import { dutyRule } from './duty-rule';
import { figureWeek } from './figure-week';
import { blockerIdle, returnLate as texts } from './messages/duties';
import type { NumbersOf } from './messages/numbers';
import { nothingDisbursed } from './messages/rates';
import { advancePastClock } from './rules/advance-past-clock';
import { belowAverage } from './rules/below-average';
import { belowLastYear } from './rules/below-last-year';
import { belowOwnPlan } from './rules/below-own-plan';
import { belowQuarterTarget } from './rules/below-quarter-target';
import { blockerDueThisWeek } from './rules/blocker-due-this-week';
import { blockerOverdue } from './rules/blocker-overdue';
import { cannotBeSpent } from './rules/cannot-be-spent';
import { carryOverLapsing } from './rules/carry-over-lapsing';
import { contractAdvanceDue } from './rules/contract-advance-due';
import { contractAdvancePastClock } from './rules/contract-advance-past-clock';
import { cumulativeFell } from './rules/cumulative-fell';
import { estimateBelowPlan } from './rules/estimate-below-plan';
import { guaranteeExpiring } from './rules/guarantee-expiring';
import { handedOverWithoutVolume } from './rules/handed-over-without-volume';
import { noMovement } from './rules/no-movement';
import { overPlan } from './rules/over-plan';
import { overTotalInvestment } from './rules/over-total-investment';
import { returnMissing } from './rules/return-missing';
import { returnSentBack } from './rules/return-sent-back';
import { treasuryDiffers } from './rules/treasury-differs';
import { totalOf } from './week-facts';

/** Projects with a plan of which a report from after the first quarter says that nothing is disbursed. "Not reported" is not zero. */
export const nothingAfterFirstQuarter: AlertRule = {
  id: 'nothing-after-first-quarter',
  title: ['0 % sau quý I', '0 % after the first quarter'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice(
    'Dự án chưa giải ngân được nêu tên trong các cuộc giao ban',
    'Projects without any disbursement are named in reviews',
  ),
  subjects: ['project'],
  ofPace: true,
  yearly: true,
  thresholds: [],
  weeksBack: () => 0,
  evaluate: ({ now, thresholds }) => {
    const quarterEnd = plainDate(`${now.planYear}-03-31`);
    return [...now.projects.values()].flatMap(({ id, name, organizationId, lines }) => {
      const { planned, disbursed } = totalOf(lines, 'current-year');
      if (!thresholds({ organizationId }) || planned === null || planned <= 0n || disbursed !== 0n) return [];
      if ((figureWeek(lines, now) ?? quarterEnd) <= quarterEnd) return [];
      return [
        {
          subject: { kind: 'project', id, name },
          organizationId,
          projectId: id,
          amount: planned,
          numbers: {
            planned: planned.toString(),
            disbursed: '0',
          } satisfies NumbersOf<'nothing-after-first-quarter'>,
          texts: nothingDisbursed(name, planned),
        },
      ];
    });
  },
};

/** Open blockers about which nothing was done for so many days, since the last action or since they began. */
const blockerWithoutAction: AlertRule = {
  id: 'blocker-without-action',
  title: ['Vướng mắc không được xử lý', 'Blocker without action'],
  severity: 'warning',
  basis: 'managerial',
  citations: practice('Nhắc sau x ngày không cập nhật', 'A reminder after x days without an update'),
  subjects: ['blocker'],
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
          blockerIdle(blocker, lastActionOn, idle),
        ),
      ];
    }),
};

/** Offices whose return came after the cut-off. */
const returnLate = dutyRule(
  { id: 'return-late', title: ['Báo cáo muộn', 'Return late'], severity: 'info' },
  'late',
  texts,
);

/** Every rule, in the order in which they are shown. */
export const RULES: readonly AlertRule[] = [
  belowQuarterTarget,
  belowAverage,
  belowLastYear,
  belowOwnPlan,
  nothingAfterFirstQuarter,
  noMovement,
  overPlan,
  overTotalInvestment,
  cumulativeFell,
  blockerOverdue,
  blockerDueThisWeek,
  blockerWithoutAction,
  returnMissing,
  returnLate,
  returnSentBack,
  treasuryDiffers,
  cannotBeSpent,
  estimateBelowPlan,
  carryOverLapsing,
  advancePastClock,
  contractAdvancePastClock,
  contractAdvanceDue,
  guaranteeExpiring,
  handedOverWithoutVolume,
];

/** The rule of this id. Throws RangeError for one that this version doesn't know. */
export function ruleOf(id: AlertRuleId): AlertRule {
  const rule = RULES.find((known) => known.id === id);
  if (!rule) throw new RangeError(`no rule ${id}`);
  return rule;
}

/** What each rule is called, in Vietnamese. */
export const RULE_TITLES = Object.fromEntries(RULES.map(({ id, title }) => [id, title[0]])) as Readonly<
  Record<AlertRuleId, string>
>;

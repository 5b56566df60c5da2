import type { AlertRuleId } from '@thongvon/api-contract';
import type { AlertRule } from './alert-rule';
import { advancePastClock } from './rules/advance-past-clock';
import { belowAverage } from './rules/below-average';
import { belowLastYear } from './rules/below-last-year';
import { belowOwnPlan } from './rules/below-own-plan';
import { belowQuarterTarget } from './rules/below-quarter-target';
import { blockerDueThisWeek } from './rules/blocker-due-this-week';
import { blockerOverdue } from './rules/blocker-overdue';
import { blockerWithoutAction } from './rules/blocker-without-action';
import { cannotBeSpent } from './rules/cannot-be-spent';
import { carryOverLapsing } from './rules/carry-over-lapsing';
import { contractAdvanceDue } from './rules/contract-advance-due';
import { contractAdvancePastClock } from './rules/contract-advance-past-clock';
import { cumulativeFell } from './rules/cumulative-fell';
import { estimateBelowPlan } from './rules/estimate-below-plan';
import { guaranteeExpiring } from './rules/guarantee-expiring';
import { handedOverWithoutVolume } from './rules/handed-over-without-volume';
import { noMovement } from './rules/no-movement';
import { nothingAfterFirstQuarter } from './rules/nothing-after-first-quarter';
import { overPlan } from './rules/over-plan';
import { overTotalInvestment } from './rules/over-total-investment';
import { returnLate } from './rules/return-late';
import { returnMissing } from './rules/return-missing';
import { returnSentBack } from './rules/return-sent-back';
import { treasuryDiffers } from './rules/treasury-differs';

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

import type { AlertRuleId } from '@thongvon/api-contract';
import type { AlertRule, Texts } from './alert-rule';
import {
  advancePastClock,
  contractAdvanceDue,
  contractAdvancePastClock,
  guaranteeExpiring,
} from './rules/advances-and-guarantees';
import { belowAverage, belowLastYear, belowOwnPlan } from './rules/behind';
import {
  blockerDueThisWeek,
  blockerOverdue,
  blockerWithoutAction,
  returnLate,
  returnMissing,
  returnSentBack,
} from './rules/duties';
import { cannotBeSpent } from './rules/cannot-be-spent';
import {
  cumulativeFell,
  overPlan,
  overTotalInvestment,
  treasuryDiffers,
} from './rules/contradicting-figures';
import { belowQuarterTarget } from './rules/quarter-target';
import { handedOverWithoutVolume, noMovement, nothingAfterFirstQuarter } from './rules/standstill';
import { carryOverLapsing, estimateBelowPlan } from './rules/year-end';

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

/** A rule that the practice knows and the system can't look at, since nothing brings its data in. */
interface MissingInput {
  readonly id: string;
  readonly title: Texts;
  readonly missing: Texts;
}

/** Data: said openly, so that nobody takes silence for "all is well". */
export const MISSING_INPUTS: readonly MissingInput[] = [];

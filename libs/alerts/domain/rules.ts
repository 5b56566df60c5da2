import { ALERT_RULES, type AlertRuleId } from '@thongvon/api-contract';
import { type AlertRule, type AskedDecision, RUNGS } from './alert-rule';
import type { Texts } from './rule-words';
import { belowAverage, belowLastYear } from './rules/behind';
import { blockerDueThisWeek, blockerOverdue, blockerWithoutAction } from './rules/blockers';
import { cannotBeSpent } from './rules/cannot-be-spent';
import { advancePastClock, carryOverLapsing } from './rules/given-back';
import {
  cumulativeFell,
  overPlan,
  overTotalInvestment,
  treasuryDiffers,
} from './rules/contradicting-figures';
import { contractAdvanceDue, contractAdvancePastClock, guaranteeExpiring } from './rules/contract-advances';
import { belowOwnPlan, estimateBelowPlan } from './rules/own-plan-and-estimate';
import { belowQuarterTarget } from './rules/quarter-target';
import { returnLate, returnMissing, returnSentBack } from './rules/returns-owed';
import { handedOverWithoutVolume, noMovement, nothingAfterFirstQuarter } from './rules/standstill';

/** The compiler asks for each id. */
const BY_ID: { readonly [Id in AlertRuleId]: AlertRule<Id> } = {
  'below-quarter-target': belowQuarterTarget,
  'below-average': belowAverage,
  'below-last-year': belowLastYear,
  'below-own-plan': belowOwnPlan,
  'nothing-after-first-quarter': nothingAfterFirstQuarter,
  'no-movement': noMovement,
  'over-plan': overPlan,
  'over-total-investment': overTotalInvestment,
  'cumulative-fell': cumulativeFell,
  'blocker-overdue': blockerOverdue,
  'blocker-due-this-week': blockerDueThisWeek,
  'blocker-without-action': blockerWithoutAction,
  'return-missing': returnMissing,
  'return-late': returnLate,
  'return-sent-back': returnSentBack,
  'treasury-differs': treasuryDiffers,
  'cannot-be-spent': cannotBeSpent,
  'estimate-below-plan': estimateBelowPlan,
  'carry-over-lapsing': carryOverLapsing,
  'advance-past-clock': advancePastClock,
  'contract-advance-past-clock': contractAdvancePastClock,
  'contract-advance-due': contractAdvanceDue,
  'guarantee-expiring': guaranteeExpiring,
  'handed-over-without-volume': handedOverWithoutVolume,
};

/** Every rule, in the order in which they are shown. */
export const RULES: readonly AlertRule[] = ALERT_RULES.map((id) => BY_ID[id]);

/** The rule of this id. Throws RangeError for one that this version doesn't know. */
export function ruleOf(id: AlertRuleId): AlertRule {
  const rule = RULES.find((known) => known.id === id);
  if (!rule) throw new RangeError(`no rule ${id}`);
  return rule;
}

/** The decision that a rule asks for; null: none. */
export const decisionAskedBy = (id: AlertRuleId): AskedDecision | null => ruleOf(id).asks;

/** The rules that ask for a decision, by rung, most pressing first; on each those that speak before the others first. */
export const DECISION_LADDER: readonly (readonly AlertRuleId[])[] = RUNGS.map((rung) =>
  RULES.flatMap(({ id, asks }) => (asks?.rung === rung ? [{ id, place: asks.place }] : []))
    .toSorted((a, b) => a.place - b.place)
    .map(({ id }) => id),
);

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

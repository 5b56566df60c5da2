import type { AlertRuleId, AlertSeverity } from '@thongvon/api-contract';
import { isStale, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { AlertRule, Firing, Situation, ThresholdScope } from './alert-rule';
import {
  type AskedScope,
  inForce,
  largestInForce,
  type RuleInForce,
  type RuleSetting,
} from './rule-settings';
import { day, type Texts } from './rule-words';
import { lineage, NewestFigures } from './totals-and-rates';
import type { EarlierWeek, WeekFacts } from './week-facts';

/** A rule that holds in a week, as grave as it is there. */
export interface Found extends Firing {
  readonly rule: AlertRuleId;
  /** Null: of a rule that isn't looked at year by year. */
  readonly planYear: PlanYear | null;
  readonly severity: AlertSeverity;
}

/** A frozen week as one of its plan years sees it, and the weeks before it, latest first. */
export interface YearFacts {
  readonly now: WeekFacts;
  readonly before: readonly EarlierWeek[];
}

/** How many earlier weeks the rules look at, with what is in force. */
export function weeksBack(
  rules: readonly AlertRule[],
  settings: readonly RuleSetting[],
  asked: AskedScope,
): number {
  return Math.max(0, ...rules.map((rule) => rule.weeksBack(largestInForce(rule, settings, asked))));
}

/**
 * All that the rules find in a frozen week. `years` holds the week as each of its plan years sees it, oldest first,
 * each with earlier weeks, latest first. Pure: the same weeks and settings always give the same.
 */
export function evaluateRules(
  rules: readonly AlertRule[],
  years: readonly YearFacts[],
  settings: readonly RuleSetting[],
): Found[] {
  const dated = years.map((year) => ({ ...year, newest: new NewestFigures(year.now) }));
  return rules.flatMap((rule) => {
    const looked = rule.yearly ? dated : dated.slice(-1);
    return looked.flatMap((year) => foundBy(rule, year, settings));
  });
}

function foundBy(
  rule: AlertRule,
  { now, before, newest }: YearFacts & { readonly newest: NewestFigures },
  settings: readonly RuleSetting[],
): Found[] {
  const own = settings.filter((setting) => setting.rule === rule.id);
  const scopes = new Map<string, RuleInForce>();
  const asked = { planYear: now.planYear, on: now.week };
  const of = (scope: ThresholdScope): RuleInForce => {
    const key = `${scope.organizationId}/${scope.source ?? ''}/${scope.on ?? ''}`;
    const known =
      scopes.get(key) ?? inForce(rule, own, { ...asked, ...scope }, lineage(now, scope.organizationId));
    scopes.set(key, known);
    return known;
  };
  const situation: Situation = {
    now,
    before,
    thresholds: (scope) => {
      const { enabled, thresholds } = of(scope);
      return enabled ? thresholds : undefined;
    },
    ownSources: [...new Set(own.flatMap(({ source }) => source ?? []))],
  };
  return rule.evaluate(situation).map((firing) => ({
    ...firing,
    texts: rule.judges === 'facts' ? firing.texts : withStaleFigures(firing, newest.of(firing), now),
    rule: rule.id,
    planYear: rule.yearly ? now.planYear : null,
    severity: of(firing).severity ?? firing.severity ?? rule.severity,
  }));
}

/**
 * What a rule about pace, or one that states an amount by the project's figures, says of figures that are older than the
 * reporting week: it names their day, so that they are never taken for those of that week (contract, section 2). It still
 * stands: silence mends nothing.
 */
function withStaleFigures({ texts }: Firing, on: PlainDate | null, { week }: WeekFacts): Texts {
  if (on === null || !isStale(on, week)) return texts;
  const [vi, en] = staleFiguresTexts(on);
  return [`${texts[0]} ${vi}`, `${texts[1]} ${en}`];
}

/** What is said after a firing that old figures gave. */
function staleFiguresTexts(on: PlainDate): Texts {
  const since = day(on);
  return [
    `Số liệu cũ từ ngày ${since.vi}, chưa có báo cáo mới hơn.`,
    `By old figures of ${since.en}: nothing newer is reported.`,
  ];
}

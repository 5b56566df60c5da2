import type { AlertRuleId, RuleEffect } from '@thongvon/api-contract';
import { daysBetween, groupBy, type PlainDate } from '@thongvon/kernel';
import { alertKey } from './alert-life';
import type { Found } from './evaluate-rules';
import type { RuleSetting } from './rule-settings';
import { ruleOf } from './rules';

/** An alert as it would have lived. */
export interface ReplayedAlert {
  readonly rule: AlertRuleId;
  readonly subjectName: string;
  readonly openedOn: PlainDate;
  /** The week in which it no longer held; null: it holds in the last week. */
  readonly closedOn: PlainDate | null;
  /** How many days before the fact it was raised; null: it warns of none, or the fact hasn't come. */
  readonly daysBefore: number | null;
  readonly text: string;
}

/** What a rule would have done. */
export interface ReplayedRule {
  readonly rule: AlertRuleId;
  readonly raised: number;
  readonly stillOpen: number;
  /** The rule that states the fact; null: it states one itself. */
  readonly warnsOf: AlertRuleId | null;
  /** Of those raised, of how many the fact came, and how many days later; from fewest to most. */
  readonly daysBefore: readonly number[];
  /** Facts after the first week that came without a warning before. */
  readonly unwarned: number;
}

/** What came of each rule in the weeks that were replayed, oldest first. */
export interface Replayed {
  readonly weeks: readonly PlainDate[];
  readonly rules: readonly ReplayedRule[];
  readonly alerts: readonly ReplayedAlert[];
}

interface Life {
  readonly first: Found;
  readonly openedOn: PlainDate;
  closedOn: PlainDate | null;
}

/** Tells what the findings of weeks, oldest first, amount to. */
export function replay(
  weeks: readonly { readonly week: PlainDate; readonly found: readonly Found[] }[],
): Replayed {
  const lives = livesOf(weeks);
  const first = weeks[0]?.week ?? '';
  const byRule = groupBy(lives, ({ first }) => first.rule);
  const alerts = lives.map((life) => ({ life, daysBefore: daysBeforeFact(life, byRule) }));
  const rules = [...byRule].map(([rule, ofRule]) => {
    const warnsOf = ruleOf(rule).warnsOf;
    const leads = alerts.flatMap(({ life, daysBefore }) =>
      life.first.rule === rule && daysBefore !== null ? [daysBefore] : [],
    );
    const facts =
      warnsOf === null ? [] : (byRule.get(warnsOf) ?? []).filter((fact) => isAboutSameKind(fact, ofRule));
    return {
      rule,
      raised: ofRule.length,
      stillOpen: ofRule.filter(({ closedOn }) => closedOn === null).length,
      warnsOf,
      daysBefore: leads.toSorted((a, b) => a - b),
      unwarned: facts.filter((fact) => fact.openedOn > first && !ofRule.some((life) => warns(life, fact)))
        .length,
    };
  });
  return {
    weeks: weeks.map(({ week }) => week),
    rules,
    alerts: alerts.map(({ life: { first, openedOn, closedOn }, daysBefore }) => ({
      rule: first.rule,
      subjectName: first.subject.name,
      openedOn,
      closedOn,
      daysBefore,
      text: first.texts[0],
    })),
  };
}

function livesOf(weeks: Parameters<typeof replay>[0]): Life[] {
  const lives: Life[] = [];
  let open = new Map<string, Life>();
  for (const { week, found } of weeks) {
    const still = new Map<string, Life>();
    for (const first of found) {
      const key = alertKey(first);
      const known = open.get(key);
      const life = known ?? { first, openedOn: week, closedOn: null };
      if (!known) lives.push(life);
      still.set(key, life);
    }
    for (const [key, life] of open) if (!still.has(key)) life.closedOn = week;
    open = still;
  }
  return lives;
}

function daysBeforeFact(life: Life, byRule: ReadonlyMap<AlertRuleId, readonly Life[]>): number | null {
  const fact = ruleOf(life.first.rule).warnsOf;
  if (fact === null) return null;
  const came = (byRule.get(fact) ?? []).find((other) => warns(life, other));
  return came ? daysBetween(life.openedOn, came.openedOn) : null;
}

/** Whether the alert was raised before the fact, about the same thing. */
function warns(life: Life, fact: Life): boolean {
  return subjectOf(life) === subjectOf(fact) && life.openedOn < fact.openedOn;
}

/** Blockers by themselves; projects and their lines by the project; offices by themselves. */
function subjectOf({ first: { subject, projectId } }: Life): string {
  return subject.kind === 'blocker' || projectId === null ? subject.id : projectId;
}

/** A warning about projects doesn't miss what befell an office. */
function isAboutSameKind(fact: Life, warnings: readonly Life[]): boolean {
  return warnings.some(({ first }) => (first.projectId === null) === (fact.first.projectId === null));
}

/** A finding and what a change of its rule does to it. */
interface Affected {
  readonly effect: RuleEffect;
  readonly found: Found;
}

/**
 * The settings that are in force on a day, as if the week had been looked at on it: a change is tried on a week that is
 * over. `settings` are in the order of writing.
 */
export function settingsAsOf<Setting extends RuleSetting>(
  settings: readonly Setting[],
  day: PlainDate,
  week: PlainDate,
): Setting[] {
  return settings
    .filter(({ effectiveFrom }) => effectiveFrom <= day)
    .toSorted((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
    .map((setting) => ({ ...setting, effectiveFrom: week }));
}

/** What is found now against what would be found: what appears, what goes, what stays (in its new words). */
export function effectsOf(now: readonly Found[], then: readonly Found[]): Affected[] {
  const [before, after] = [new Set(now.map(alertKey)), new Set(then.map(alertKey))];
  const as = (effect: RuleEffect, findings: readonly Found[]) => findings.map((found) => ({ effect, found }));
  return [
    ...as(
      'appears',
      then.filter((finding) => !before.has(alertKey(finding))),
    ),
    ...as(
      'goes',
      now.filter((finding) => !after.has(alertKey(finding))),
    ),
    ...as(
      'stays',
      then.filter((finding) => before.has(alertKey(finding))),
    ),
  ];
}

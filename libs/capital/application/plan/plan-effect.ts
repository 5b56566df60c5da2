import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Finding } from '@thongvon/return-reader';
import {
  AGAIN_CHOICES,
  type ChangeOfDay,
  type DayTotal,
  type DecisionAgain,
  type PlanTotalChange,
  type ReturnFacts,
} from '@thongvon/returns';
import {
  decisionAgain,
  decisionDated,
  decisionElsewhere,
  lineAgain,
  type LineAgain,
} from '../../domain/plan/findings';
import { changesByTotal, type PlanOverDays } from '../../domain/plan/plan-changes';
import { changedPlans, planTotal, type WantedEntry } from '../../persistence/plan/plan-change-sql';
import {
  linesElsewhere,
  otherDates,
  type StandingLine,
  standingLines,
} from '../../persistence/plan/plan-ledger';
import { chosenFor, decisionName, endingWith, saidElsewhere } from './decision-again';
import type { MatchedLines } from './matched-lines';

export interface PlanEffect {
  readonly findings: readonly Finding[];
  readonly again: DecisionAgain | undefined;
  readonly consequences: readonly PlanTotalChange[];
}

/** What a plan would do to the ledger: whether its decision is there already, and which totals it would lower. */
export async function planEffect(
  manager: EntityManager,
  facts: ReturnFacts,
  matched: readonly MatchedLines[],
): Promise<PlanEffect> {
  const { decision } = facts.reading;
  const wanted = wantedChange(facts, matched);
  if (decision === null || wanted === undefined) return { findings: [], again: undefined, consequences: [] };
  const standing = await standingLines(manager, facts);
  if (standing.length === 0) {
    const sheet = facts.reading.allocations[0]?.cell.sheet ?? null;
    const dates = await otherDates(manager, facts);
    return {
      findings: [
        ...(dates.length === 0 ? [] : [decisionDated(decision, decisionName(facts), sheet, dates)]),
        ...(await askedElsewhere(manager, facts, matched, sheet)),
      ],
      again: undefined,
      consequences: await planConsequences(manager, wanted),
    };
  }

  const chosen = chosenFor(facts);
  const named = new Map([...standing.map(byId), ...wanted.names]);
  const conflicting = linesAgain(facts, matched, standing);
  // What would be refused is not offered.
  const possible = AGAIN_CHOICES.filter((choice) => choice !== 'annex' || conflicting.length === 0);
  const choices = [];
  for (const choice of possible) {
    const change = { ...wanted, names: named, ending: endingWith(choice, standing) };
    choices.push({ choice, changes: await planChanges(manager, change) });
  }
  const sheet = facts.reading.allocations[0]?.cell.sheet ?? null;
  const changes = choices.find(({ choice }) => choice === chosen)?.changes ?? [];
  return {
    findings: [
      decisionAgain(decision, decisionName(facts), sheet, choices, conflicting),
      ...(chosen === 'annex' ? conflicting.map(lineAgain) : []),
    ],
    again: {
      number: decision.number,
      date: decision.date,
      returnIds: [...new Set(standing.map(({ returnId }) => returnId))],
      chosen,
      choices,
    },
    consequences: changes.filter(
      ({ lowers, vanishes, falls }) => lowers || vanishes.length > 0 || falls.length > 0,
    ),
  };
}

/** The same number and date at another office: asked once, by whoever comes second (contract, section 3). */
async function askedElsewhere(
  manager: EntityManager,
  facts: ReturnFacts,
  matched: readonly MatchedLines[],
  sheet: string | null,
): Promise<Finding[]> {
  const { decision } = facts.reading;
  const ids = matched.flatMap(({ projectId }) => projectId ?? []);
  const standing = await linesElsewhere(manager, facts, ids);
  if (decision === null || standing.length === 0) return [];
  const conflicting = linesAgain(facts, matched, standing);
  const offices = [...new Set(standing.flatMap(({ office }) => office ?? []))];
  return [
    decisionElsewhere(decision, decisionName(facts), sheet, offices, conflicting),
    // What was answered before the other office's lines were there.
    ...(saidElsewhere(facts) === 'same' ? conflicting.map(lineAgain) : []),
  ];
}

const byId = ({ projectId, code, name }: StandingLine) => [projectId, { code, name }] as const;

/** Undefined while the reading doesn't say yet of which year it is. */
function wantedChange(
  { reading: { decision, planYear }, scope }: ReturnFacts,
  matched: readonly MatchedLines[],
): WantedChange | undefined {
  if (decision === null || planYear === null) return undefined;
  const names = new Map<string, { code: string | null; name: string }>();
  const unregistered = new Set<string>();
  const entries = matched.flatMap(({ lines, projectId }) => {
    const [{ code, name }] = lines;
    const id = projectId ?? randomUUID();
    names.set(id, { code, name });
    if (projectId === null) unregistered.add(id);
    return lines.map(({ planType, source, planned }): WantedEntry => ({
      project_id: id,
      plan_year: planYear,
      plan_type: planType,
      source_code: source,
      effective_on: decision.date,
      amount: planned,
    }));
  });
  return { scope, entries, ending: [], names, unregistered };
}

const WHOLE = 'unspecified';

/**
 * Lines of an annex that the decision has already. One that says the same changes nothing; another amount, or a split by
 * source where the decision has the whole (or the reverse), would count money twice or hide it.
 */
function linesAgain(
  { reading: { planYear } }: ReturnFacts,
  matched: readonly MatchedLines[],
  standing: readonly StandingLine[],
): LineAgain[] {
  return matched.flatMap(({ lines, projectId }) =>
    lines.flatMap(({ planType, source, planned, name, cell }) => {
      const same = standing.filter(
        (line) => line.projectId === projectId && line.planYear === planYear && line.planType === planType,
      );
      const conflicting = same.find((line) =>
        line.source === source
          ? BigInt(line.amount) !== BigInt(planned)
          : (line.source === WHOLE) !== (source === WHOLE),
      );
      return conflicting ? [{ name, standing: conflicting.amount, planned, cell }] : [];
    }),
  );
}

/** A change of the ledger that somebody wants to approve. */
interface WantedChange {
  /** Whose plan the totals count. */
  readonly scope: readonly string[];
  readonly entries: readonly WantedEntry[];
  /** Returns whose effect ends with it. */
  readonly ending: readonly string[];
  /** Names of projects by the ids in `entries`, also of those that aren't registered yet. */
  readonly names: ReadonlyMap<string, { readonly code: string | null; readonly name: string }>;
  /** Ids in `entries` that stand for projects which aren't registered yet. */
  readonly unregistered: ReadonlySet<string>;
}

/** The totals that would fall, or in which projects would vanish or fall. */
async function planConsequences(manager: EntityManager, wanted: WantedChange): Promise<PlanTotalChange[]> {
  const changes = await changesOf(manager, wanted, false);
  const losing = changes.filter(
    ({ lowers, vanishes, falls }) => lowers || vanishes.length > 0 || falls.length > 0,
  );
  return withTotals(manager, wanted, losing);
}

/** Every total that would change, also where it only grows. */
async function planChanges(manager: EntityManager, wanted: WantedChange): Promise<PlanTotalChange[]> {
  const changes = await changesOf(manager, wanted, true);
  const named = new Set(wanted.entries.map((entry) => `${entry.plan_year} ${entry.plan_type}`));
  return withTotals(
    manager,
    wanted,
    changes.filter(
      ({ planYear, planType, days }) =>
        days.some(({ difference }) => difference !== 0n) || named.has(`${planYear} ${planType}`),
    ),
  );
}

async function changesOf(
  manager: EntityManager,
  { entries, ending, names, unregistered }: WantedChange,
  evenNew: boolean,
): Promise<PlanOverDays[]> {
  const [first] = entries;
  if (!first) return [];
  const from = first.effective_on;
  const changed = await changedPlans(manager, { entries, ending, from, evenNew });
  return changesByTotal(
    changed.map(({ projectId, ...change }) => ({
      ...change,
      ...(names.get(projectId) ?? { code: null, name: projectId }),
      projectId: unregistered.has(projectId) ? null : projectId,
    })),
  );
}

async function withTotals(
  manager: EntityManager,
  { scope, names }: WantedChange,
  changes: readonly PlanOverDays[],
): Promise<PlanTotalChange[]> {
  const touched = [...names.keys()];
  const totals: PlanTotalChange[] = [];
  for (const { planYear, planType, shown, days, lowers, vanishes, falls } of changes) {
    const totalOn = async ({ on, difference }: ChangeOfDay): Promise<DayTotal> => {
      const before = await planTotal(manager, { scope, touched, planYear, planType, on });
      return { on, before: before.toString(), after: (before + difference).toString() };
    };
    const main = await totalOn(shown);
    const reported: DayTotal[] = [];
    for (const day of days) reported.push(day === shown ? main : await totalOn(day));
    totals.push({
      ...{ measure: 'planned', basis: null, planYear, planType, ...main, lowers, vanishes, falls },
      ...(reported.length > 1 ? { days: reported } : {}),
    });
  }
  return totals;
}

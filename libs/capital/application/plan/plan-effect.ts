import type { EntityManager } from 'typeorm';
import { addDays, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import type { Finding } from '@thongvon/return-reader';
import {
  AGAIN_CHOICES,
  type AgainChoice,
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
  SAME_OR_OTHER,
  type SameOrOther,
} from '../../domain/plan/findings';
import {
  linesElsewhere,
  otherDates,
  type StandingLine,
  standingLines,
} from '../../persistence/plan/plan-ledger';
import { planBeforeDiffers, plansBeforeThatDiffer } from '../../domain/plan/plan-before';
import { plansInForce } from '../../persistence/plan/plan-sql';
import { isLoss } from '../total-of-days';
import type { MatchedLines } from './matched-lines';
import {
  changesOf,
  planChanges,
  planConsequences,
  type PlanOfDay,
  plansOf,
  wantedChange,
} from './plan-changes';

export interface PlanEffect {
  readonly findings: readonly Finding[];
  readonly again: DecisionAgain | undefined;
  readonly consequences: readonly PlanTotalChange[];
  /**
   * The plan in force of each project on the decision's day, in the order of `matched`: its sources that the decision doesn't
   * name are in it. Of a decision that is there already as it was answered, else by the first choice that is offered.
   * Undefined while the reading doesn't say yet of which day or year it is.
   */
  readonly plans: readonly PlanOfDay[] | undefined;
}

/** What a plan would do to the ledger: each project's plan, whether its decision is there already, and which totals it would lower. */
export async function planEffect(
  manager: EntityManager,
  facts: ReturnFacts,
  matched: readonly MatchedLines[],
): Promise<PlanEffect> {
  const { decision } = facts.reading;
  const wanted = wantedChange(facts, matched);
  if (decision === null || wanted === undefined)
    return { findings: [], again: undefined, consequences: [], plans: undefined };
  const standing = await standingLines(manager, facts);
  if (standing.length === 0) {
    const changed = await changesOf(manager, wanted);
    const sheet = facts.reading.allocations[0]?.cell.sheet ?? null;
    const dates = await otherDates(manager, facts);
    return {
      findings: [
        ...(dates.length === 0 ? [] : [decisionDated(decision, decisionName(facts), sheet, dates)]),
        ...(await askedElsewhere(manager, facts, matched, sheet)),
        ...(await askedBefore(manager, facts, matched, standing)),
      ],
      again: undefined,
      consequences: await planConsequences(manager, wanted, changed),
      plans: plansOf(wanted, changed),
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
    const changed = await changesOf(manager, change);
    choices.push({ choice, changed, changes: await planChanges(manager, change, changed) });
  }
  const sheet = facts.reading.allocations[0]?.cell.sheet ?? null;
  const answered = choices.find(({ choice }) => choice === chosen);
  return {
    findings: [
      decisionAgain(decision, decisionName(facts), sheet, choices, conflicting),
      ...(chosen === 'annex' ? conflicting.map(lineAgain) : []),
      ...(await askedBefore(manager, facts, matched, standing)),
    ],
    again: {
      number: decision.number,
      date: decision.date,
      returnIds: [...new Set(standing.map(({ returnId }) => returnId))],
      chosen,
      choices: choices.map(({ choice, changes }) => ({ choice, changes })),
    },
    consequences: (answered?.changes ?? []).filter(isLoss),
    plans: plansOf(wanted, (answered ?? choices[0])?.changed ?? []),
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

/** What an adjustment says that the plan was before it, held against what is in force without the decision itself. */
async function askedBefore(
  manager: EntityManager,
  facts: ReturnFacts,
  matched: readonly MatchedLines[],
  standing: readonly StandingLine[],
): Promise<Finding[]> {
  const { decision, planYear } = facts.reading;
  const stating = matched.flatMap(({ lines, projectId, match }) => {
    const stated = lines.flatMap(({ before = [] }) => before);
    return match.type === 'foreign' || stated.length === 0
      ? []
      : [{ name: lines[0].name, stated, projectId }];
  });
  if (decision?.mode !== 'adjustment' || planYear === null || stating.length === 0) return [];
  const projectIds = stating.flatMap(({ projectId }) => projectId ?? []);
  const same = saidElsewhere(facts) === 'other' ? [] : await linesElsewhere(manager, facts, projectIds);
  const ending = [...new Set([...standing, ...same].map(({ returnId }) => returnId))];
  const [known, dayBefore] = [
    await plansInForce(manager, { projectIds, ending, planYear, on: decision.date }),
    await plansInForce(manager, { projectIds, ending, planYear, on: addDays(decision.date, -1) }),
  ];
  const projects = stating.map(({ projectId, ...project }) => ({
    ...project,
    inForce: (projectId === null ? undefined : known.get(projectId)) ?? [],
    dayBefore: (projectId === null ? undefined : dayBefore.get(projectId)) ?? [],
  }));
  return planBeforeDiffers(plansBeforeThatDiffer(projects), decision.date);
}

const byId = ({ projectId, code, name }: StandingLine) => [projectId, { code, name }] as const;

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
          : (line.source === UNSPECIFIED_SOURCE) !== (source === UNSPECIFIED_SOURCE),
      );
      return conflicting ? [{ name, standing: conflicting.amount, planned, cell }] : [];
    }),
  );
}

/** What names the decision in the question and in its answer. */
function decisionName({ reading: { decision } }: Pick<ReturnFacts, 'reading'>): string {
  return decision === null ? '' : `${decision.number} ${decision.date}`;
}

/** What was answered for this very decision; null: nothing yet. */
export function chosenFor(facts: Pick<ReturnFacts, 'reading' | 'answers'>): AgainChoice | null {
  const name = decisionName(facts);
  const answer = facts.answers.find(({ code, asked }) => code === 'RET-DECISION-AGAIN' && asked === name);
  return AGAIN_CHOICES.find((choice) => choice === answer?.value) ?? null;
}

/** Whether the decision of this number and date at another office was answered to be the same; null: nothing yet. */
export function saidElsewhere(facts: Pick<ReturnFacts, 'reading' | 'answers'>): SameOrOther | null {
  const name = decisionName(facts);
  const answer = facts.answers.find(({ code, asked }) => code === 'RET-DECISION-ELSEWHERE' && asked === name);
  return SAME_OR_OTHER.find((choice) => choice === answer?.value) ?? null;
}

/** The returns that end when this one is approved as `choice`. */
export function endingWith(choice: AgainChoice | null, standing: readonly StandingLine[]): string[] {
  if (choice !== 'replacement') return [];
  return [...new Set(standing.flatMap(({ returnId, replaceable }) => (replaceable ? [returnId] : [])))];
}

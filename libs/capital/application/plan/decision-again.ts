import { AGAIN_CHOICES, type AgainChoice, type ReturnFacts } from '@thongvon/returns';
import { SAME_OR_OTHER, type SameOrOther } from '../../domain/plan/findings';
import type { StandingLine } from '../../persistence/plan/plan-ledger';

/** What names the decision in the question and in its answer. */
export function decisionName({ reading: { decision } }: Pick<ReturnFacts, 'reading'>): string {
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

import type { Firing, Texts } from './alert-rule';
import type { NUMBERS } from './messages/numbers';
import type { BlockerFacts } from './week-facts';

type BlockerRule = 'blocker-overdue' | 'blocker-due-this-week' | 'blocker-without-action';
type OfEveryBlocker = 'cause' | 'responsibleUnit' | 'capitalHeld';

/** What a rule about blockers says next to what is said of every one. */
export type OwnNumbersOf<Rule extends BlockerRule> = Readonly<
  Record<Exclude<keyof (typeof NUMBERS)[Rule], OfEveryBlocker>, unknown>
>;

/** What a rule about blockers says of one. */
export function blockerFiring(
  { id, projectId, projectName, organizationId, cause, responsibleUnit, capitalHeld }: BlockerFacts,
  numbers: Readonly<Record<string, unknown>>,
  texts: Texts,
): Firing {
  return {
    subject: { kind: 'blocker', id, name: projectName },
    organizationId,
    projectId,
    amount: capitalHeld,
    numbers: { cause, responsibleUnit, capitalHeld: capitalHeld?.toString() ?? null, ...numbers },
    texts,
  };
}

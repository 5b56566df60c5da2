import type { Firing, Texts } from './alert-rule';
import type { BlockerFacts } from './week-facts';

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

import type { BlockerEvent } from './blocker-event';
import type { BlockerState } from './blocker-state';

/** Of a merged blocker, whether it was gone, closed or opened again does not tell of the one that goes on. */
export function speaksOnlyForItself({ mergedFrom, type }: BlockerEvent): boolean {
  return mergedFrom !== null && ['solved', 'unnamed', 'closed', 'reopened'].includes(type);
}

/** After a merged blocker was named: what it says fills what is missing. */
export function withWordsOf(own: BlockerState, named: BlockerState): BlockerState {
  const { description, suggestedCauses } = own;
  return {
    ...named,
    description,
    suggestedCauses,
    responsibleUnit: own.responsibleUnit ?? named.responsibleUnit,
    due: own.due ?? named.due,
  };
}

/** After a person did something about a merged blocker: the action counts, and what it set fills what is missing. */
export function filled(state: BlockerState, after: BlockerState, hasOwnWords: boolean): BlockerState {
  return {
    ...after,
    ...(hasOwnWords ? { description: state.description, suggestedCauses: state.suggestedCauses } : {}),
    cause: state.cause === 'unclassified' ? after.cause : state.cause,
    step: state.step ?? after.step,
    responsibleUnit: state.responsibleUnit ?? after.responsibleUnit,
    responsiblePerson: state.responsiblePerson ?? after.responsiblePerson,
    decidingLevel: state.decidingLevel ?? after.decidingLevel,
    due: state.due ?? after.due,
    contractor: state.contractor ?? after.contractor,
    ...(state.heldAmount === null ? {} : { heldAmount: state.heldAmount, heldReason: state.heldReason }),
  };
}

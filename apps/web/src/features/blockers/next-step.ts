import type { BlockerCause, BlockerView } from '@thongvon/api-contract';

/** What is to be done about a blocker next. */
export type NextStep =
  | { readonly do: 'nothing' }
  | { readonly do: 'say-if-solved'; readonly since: string }
  | { readonly do: 'name-unit' }
  | { readonly do: 'set-due' }
  | { readonly do: 'catch-up'; readonly due: string }
  | { readonly do: 'attach-office'; readonly unit: string }
  | { readonly do: 'confirm-cause'; readonly cause: BlockerCause }
  | { readonly do: 'solve'; readonly due: string };

type Known = Pick<
  BlockerView,
  'state' | 'unnamedSince' | 'responsibleUnit' | 'responsibleOffice' | 'due' | 'cause' | 'suggestedCauses'
>;

/** The first of what is missing, in the order in which one needs the other: nobody is late who was not named. */
export function nextStep({
  state,
  unnamedSince,
  responsibleUnit,
  responsibleOffice,
  due,
  cause,
  suggestedCauses,
}: Known): NextStep {
  if (state === 'closed') return { do: 'nothing' };
  if (unnamedSince !== null) return { do: 'say-if-solved', since: unnamedSince };
  if (responsibleUnit === null && responsibleOffice === null) return { do: 'name-unit' };
  if (due === null) return { do: 'set-due' };
  if (state === 'overdue') return { do: 'catch-up', due };
  if (responsibleUnit !== null && responsibleOffice === null)
    return { do: 'attach-office', unit: responsibleUnit };
  const [suggested] = suggestedCauses;
  if (cause === 'unclassified' && suggested !== undefined) return { do: 'confirm-cause', cause: suggested };
  return { do: 'solve', due };
}

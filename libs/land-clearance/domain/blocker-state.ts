import type { BlockerCause, ClearanceStep, DecidingLevel } from '@thongvon/api-contract';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { BlockerFields, Done, Named, Unnamed } from './blocker-event';
import { suggestCauses } from './suggest-causes';

/** How a blocker stands from a day on. */
export interface BlockerState {
  readonly open: boolean;
  readonly description: string;
  /** Confirmed by a person, else `unclassified`. */
  readonly cause: BlockerCause;
  readonly suggestedCauses: readonly BlockerCause[];
  readonly step: ClearanceStep | null;
  readonly responsibleUnit: string | null;
  readonly responsiblePerson: string | null;
  readonly decidingLevel: DecidingLevel | null;
  readonly due: PlainDate | null;
  readonly contractor: string | null;
  readonly openedOn: PlainDate;
  /** True while nobody has said when it began: `openedOn` is then the first as-of date that names it. */
  readonly openedEstimated: boolean;
  readonly closedOn: PlainDate | null;
  readonly closingReason: string | null;
  readonly evidence: string | null;
  /** How often it came back after it had been closed. */
  readonly reopened: number;
  /** The as-of date of the return that no longer named it, until a return or a person says more. */
  readonly unnamedSince: PlainDate | null;
  readonly lastActionOn: PlainDate | null;
  readonly lastAction: string | null;
  readonly reminders: number;
  /** Capital held as a person set it. */
  readonly heldAmount: Dong | null;
  readonly heldReason: string | null;
}

/** What returns have said last. */
export interface Said {
  readonly text?: string;
  readonly unit?: string | null | undefined;
  readonly due?: PlainDate | null | undefined;
}

/** Since when it stands in the way, and whether that is the first as-of date that names it. */
export interface Opening {
  readonly on: PlainDate;
  readonly estimated: boolean;
}

/** As it stands when a return first names it, or a person opens it. */
export function first(event: Named | Done, opening: Opening): BlockerState {
  const named = event.type === 'named' ? event : undefined;
  const description = named?.text ?? '';
  return {
    open: true,
    description,
    cause: 'unclassified',
    suggestedCauses: suggestCauses(description),
    step: null,
    responsibleUnit: named?.responsibleUnit ?? null,
    responsiblePerson: null,
    decidingLevel: null,
    due: named?.due ?? null,
    contractor: null,
    openedOn: opening.on,
    openedEstimated: opening.estimated,
    closedOn: null,
    closingReason: null,
    evidence: null,
    reopened: 0,
    unnamedSince: null,
    lastActionOn: null,
    lastAction: null,
    reminders: 0,
    heldAmount: null,
    heldReason: null,
  };
}

/** After a return names it: what it says otherwise than the return before it. */
export function renamed(state: BlockerState, event: Named, said: Said): BlockerState {
  const text = event.text === said.text ? state.description : event.text;
  const unit =
    event.responsibleUnit === null || event.responsibleUnit === said.unit ? undefined : event.responsibleUnit;
  const due = event.due === null || event.due === said.due ? undefined : event.due;
  return {
    ...(state.open ? state : reopen(state)),
    description: text,
    suggestedCauses: suggestCauses(text),
    ...(unit === undefined ? {} : { responsibleUnit: unit }),
    ...(due === undefined ? {} : { due }),
    unnamedSince: null,
  };
}

/** After a return no longer names it. */
export function unnamed(state: BlockerState, { type, on, text }: Unnamed): BlockerState {
  if (!state.open) return state;
  if (type === 'unnamed') return { ...state, unnamedSince: state.unnamedSince ?? on };
  return { ...close(state, on, text, null), lastActionOn: on, lastAction: text };
}

/** After a person did something about it. */
export function done(before: BlockerState, event: Done): BlockerState {
  const { type, on, text, evidence, changes } = event;
  const state =
    type === 'opened' ? before : { ...before, lastActionOn: on, lastAction: text ?? before.lastAction };
  switch (type) {
    case 'opened':
    case 'changed':
      return withFields(state, changes, text);
    case 'closed':
      return close(state, on, text, evidence);
    case 'reopened':
      return state.open ? state : reopen(state);
    case 'still-open':
      return { ...state, unnamedSince: null };
    case 'reminder':
      return { ...state, reminders: state.reminders + 1 };
    case 'work':
    case 'escalated':
      return state;
  }
}

function withFields(state: BlockerState, changes: BlockerFields, reason: string | null): BlockerState {
  const { capitalHeld, openedOn: _, ...fields } = changes;
  return {
    ...state,
    ...fields,
    ...(changes.description === undefined ? {} : { suggestedCauses: suggestCauses(changes.description) }),
    ...(capitalHeld === undefined
      ? {}
      : {
          heldAmount: capitalHeld === null ? null : BigInt(capitalHeld),
          heldReason: capitalHeld === null ? null : reason,
        }),
  };
}

function close(
  state: BlockerState,
  on: PlainDate,
  reason: string | null,
  evidence: string | null,
): BlockerState {
  return { ...state, open: false, closedOn: on, closingReason: reason, evidence, unnamedSince: null };
}

function reopen(state: BlockerState): BlockerState {
  return {
    ...state,
    open: true,
    closedOn: null,
    closingReason: null,
    evidence: null,
    reopened: state.reopened + 1,
  };
}

import type {
  BlockerAction,
  BlockerCause,
  ClearanceStep,
  DecidingLevel,
  ProposalAction,
} from '@thongvon/api-contract';
import { type Dong, dongOf, officeKey, type PlainDate } from '@thongvon/kernel';
import { suggestCauses } from './causes';
import { afterProposal, type Asked, isProposal, type ProposalFields } from './proposals';

/** How a blocker stands from a day on. */
export interface BlockerState extends Asked {
  readonly open: boolean;
  readonly description: string;
  /** Confirmed by a person, else `unclassified`. */
  readonly cause: BlockerCause;
  readonly suggestedCauses: readonly BlockerCause[];
  readonly step: ClearanceStep | null;
  /** In the words of whoever named it. */
  readonly responsibleUnit: string | null;
  /** The organisation of the register that those words mean, or that a person set; null: nobody has said which. */
  readonly responsibleOfficeId: string | null;
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
  /** Which the unit was found to be. */
  readonly officeId?: string | null | undefined;
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
    responsibleOfficeId: named?.responsibleOfficeId ?? null,
    responsiblePerson: null,
    decidingLevel: null,
    due: named?.due ?? null,
    dueProposal: null,
    handoverProposal: null,
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
  const unit = namesAnother(event, said) ? event.responsibleUnit : undefined;
  const due = event.due === null || event.due === said.due ? undefined : event.due;
  return {
    ...(state.open ? state : reopen(state)),
    description: text,
    suggestedCauses: suggestCauses(text),
    ...(unit === undefined ? {} : { responsibleUnit: unit, responsibleOfficeId: event.responsibleOfficeId }),
    ...(due === undefined ? {} : { due }),
    unnamedSince: null,
  };
}

/** The same unit written otherwise is no other one: who has taken a blocker over keeps it whatever the next clerk abbreviates. */
function namesAnother({ responsibleUnit, responsibleOfficeId }: Named, { unit, officeId }: Said): boolean {
  if (responsibleUnit === null) return false;
  if (unit == null) return true;
  if (responsibleOfficeId !== null && responsibleOfficeId === officeId) return false;
  return officeKey(responsibleUnit) !== officeKey(unit);
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
  if (isProposal(type)) return { ...state, ...afterProposal(state, { ...event, type }) };
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
  const { capitalHeld, openedOn: _, proposal: _proposal, ...fields } = changes;
  return {
    ...state,
    ...fields,
    ...(changes.description === undefined ? {} : { suggestedCauses: suggestCauses(changes.description) }),
    ...(capitalHeld === undefined
      ? {}
      : {
          heldAmount: dongOf(capitalHeld),
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
  const nothingAsked = { dueProposal: null, handoverProposal: null };
  return {
    ...state,
    ...nothingAsked,
    open: false,
    closedOn: on,
    closingReason: reason,
    evidence,
    unnamedSince: null,
  };
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

/** What a person can set on a blocker. What is left out stays; null says "none". */
export interface BlockerFields {
  readonly description?: string;
  readonly cause?: BlockerCause;
  readonly step?: ClearanceStep | null;
  readonly responsibleUnit?: string | null;
  /** Which organisation that is; left out where only words are said, which are then matched to the register. */
  readonly responsibleOfficeId?: string | null;
  readonly responsiblePerson?: string | null;
  readonly decidingLevel?: DecidingLevel | null;
  readonly due?: PlainDate | null;
  /** What is proposed, or was decided on. */
  readonly proposal?: ProposalFields;
  /** Who holds the site up, where a contractor does. */
  readonly contractor?: string | null;
  /** Whole đồng as text; null: back to plan less disbursed. */
  readonly capitalHeld?: string | null;
  readonly openedOn?: PlainDate;
}

/** Of a blocker that was merged into the one whose history it is in: by its id; null: of this one itself. */
interface Merged {
  readonly mergedFrom: string | null;
}

interface Reported extends Merged {
  /** The return's as-of date. */
  readonly on: PlainDate;
  /** When the return began to count. */
  readonly at: Date;
  /** Order of writing, among those of the same date and instant. */
  readonly id: bigint;
}

/** A return names it. */
export interface Named extends Reported {
  readonly type: 'named';
  readonly text: string;
  readonly responsibleUnit: string | null;
  /** The one organisation that the words were found to mean. */
  readonly responsibleOfficeId: string | null;
  readonly due: PlainDate | null;
}

/** A return no longer names it, and its sender said whether it is solved; `text` is their reason. */
export interface Unnamed extends Reported {
  readonly type: 'solved' | 'unnamed';
  readonly text: string;
}

/** A person did something. */
export interface Done extends Merged {
  readonly type: 'opened' | 'changed' | 'closed' | 'reopened' | BlockerAction | ProposalAction;
  /** The day it is true for. */
  readonly on: PlainDate;
  readonly at: Date;
  readonly id: bigint;
  readonly text: string | null;
  readonly evidence: string | null;
  readonly changes: BlockerFields;
}

/** What is known of a blocker: reported by returns that count, and done by people. */
export type BlockerEvent = Named | Unnamed | Done;

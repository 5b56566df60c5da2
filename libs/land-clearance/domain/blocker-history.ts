import type { BlockerCause, ClearanceStep, DecidingLevel } from '@thongvon/contracts';
import type { Dong, PlainDate } from '@thongvon/kernel';
import type { BlockerEvent, BlockerFields, Done, Named, Unnamed } from './blocker-event';
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

export interface BlockerPosition extends BlockerState {
  readonly from: PlainDate;
  /** Exclusive; null: still so. */
  readonly to: PlainDate | null;
}

/**
 * The states of a blocker in time, from all that is known of it: one definition for what is shown now, for any past
 * day, and for a rebuild. Empty when nothing that counts has opened it, as after the only return that names it was
 * reverted.
 *
 * - A return changes what it says otherwise than the return before it, so that its next repetition does not undo what a
 *   person set in between. A text that comes back after the closing reopens.
 * - What a person says a blocker is (cause, step, level, contractor, what it holds) is true for its whole life; whose turn it is and by
 *   when holds from the day it is said, and before it where nobody had said anything.
 * - Of what is true for the same day, returns go first, then people.
 * - What is known of blockers merged into this one counts for it: it began with the first of them, and any that is named keeps
 *   it open. This one's own words, fields and closing go before theirs, which only fill what is missing.
 */
export function blockerPositions(events: readonly BlockerEvent[]): BlockerPosition[] {
  const ordered = events.toSorted(inOrder);
  const opening = openingOf(ordered);
  if (!opening) return [];
  const positions: BlockerPosition[] = [];
  // What people did before the first return that still counts: one that named it earlier has been reverted.
  const before: Done[] = [];
  let state: BlockerState | undefined;
  let hasOwnWords = false;
  const saidOf = new Map<string | null, Said>();
  for (const event of ordered) {
    if (speaksOnlyForItself(event)) continue;
    const own = event.mergedFrom === null;
    if ('changes' in event) {
      if (state && !own) state = filled(state, event, hasOwnWords);
      else if (state ?? event.type === 'opened') state = done(state ?? first(event, opening), event);
      else if (event.type !== 'closed') before.push(event);
    } else if (event.type === 'named') {
      const said = saidOf.get(event.mergedFrom) ?? {};
      const now = state ? renamed(state, event, said) : before.reduce(done, first(event, opening));
      state = state && !own && hasOwnWords ? withWordsOf(state, now) : now;
      saidOf.set(event.mergedFrom, {
        text: event.text,
        unit: event.responsibleUnit ?? said.unit,
        due: event.due ?? said.due,
      });
    } else {
      state = state && unnamed(state, event);
    }
    hasOwnWords ||= own && (event.type === 'named' || event.type === 'opened');
    if (state) append(positions, event.on < opening.on ? opening.on : event.on, state);
    if (event.type === 'changed') fillBack(positions, event.changes);
  }
  const [start] = positions;
  if (start && start.from > opening.on) positions[0] = { ...start, from: opening.on };
  return positions.map((position) => ({ ...position, ...natureOf(state ?? position) }));
}

/** What a blocker is, whenever that is found out. */
function natureOf(state: BlockerState): Partial<BlockerState> {
  const { cause, step, decidingLevel, contractor, heldAmount, heldReason } = state;
  return { cause, step, decidingLevel, contractor, heldAmount, heldReason };
}

/** Whose turn it is and by when, as a person says for the first time, for the days on which nobody had said it. */
function fillBack(positions: BlockerPosition[], changes: BlockerFields): void {
  const { responsibleUnit = null, responsiblePerson = null, due = null } = changes;
  for (const [index, position] of positions.entries()) {
    positions[index] = {
      ...position,
      responsibleUnit: position.responsibleUnit ?? responsibleUnit,
      responsiblePerson: position.responsiblePerson ?? responsiblePerson,
      due: position.due ?? due,
    };
  }
}

/** Of a merged blocker, whether it was gone, closed or opened again does not tell of the one that goes on. */
function speaksOnlyForItself({ mergedFrom, type }: BlockerEvent): boolean {
  return mergedFrom !== null && ['solved', 'unnamed', 'closed', 'reopened'].includes(type);
}

/** After a merged blocker was named: what it says fills what is missing. */
function withWordsOf(own: BlockerState, named: BlockerState): BlockerState {
  const { description, suggestedCauses } = own;
  return {
    ...named,
    description,
    suggestedCauses,
    responsibleUnit: own.responsibleUnit ?? named.responsibleUnit,
    due: own.due ?? named.due,
  };
}

/** After a person did something about a merged blocker: the deed counts, and what it set fills what is missing. */
function filled(state: BlockerState, event: Done, hasOwnWords: boolean): BlockerState {
  const after = done(state, event);
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

/** What returns have said last. */
interface Said {
  readonly text?: string;
  readonly unit?: string | null | undefined;
  readonly due?: PlainDate | null | undefined;
}

interface Opening {
  readonly on: PlainDate;
  readonly estimated: boolean;
}

function inOrder(one: BlockerEvent, other: BlockerEvent): number {
  const told = (event: BlockerEvent): number => (['named', 'solved', 'unnamed'].includes(event.type) ? 0 : 1);
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return told(one) - told(other) || one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1);
}

/** Since when it stands in the way: as a person said last, else since it is first named or opened. */
function openingOf(ordered: readonly BlockerEvent[]): Opening | undefined {
  const begin = ordered.find(({ type }) => type === 'named' || type === 'opened');
  if (!begin) return undefined;
  const told = ordered.flatMap((event) => ('changes' in event ? (event.changes.openedOn ?? []) : [])).at(-1);
  return { on: told ?? begin.on, estimated: told === undefined && begin.type === 'named' };
}

function first(event: Named | Done, opening: Opening): BlockerState {
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

function renamed(state: BlockerState, event: Named, said: Said): BlockerState {
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

function unnamed(state: BlockerState, { type, on, text }: Unnamed): BlockerState {
  if (!state.open) return state;
  if (type === 'unnamed') return { ...state, unnamedSince: state.unnamedSince ?? on };
  return { ...close(state, on, text, null), lastActionOn: on, lastAction: text };
}

function done(before: BlockerState, event: Done): BlockerState {
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

/** Ends the position before; what happened on the same day is one position. */
function append(positions: BlockerPosition[], from: PlainDate, state: BlockerState): void {
  const last = positions.pop();
  if (last && last.from !== from) positions.push({ ...last, to: from });
  positions.push({ ...state, from, to: null });
}

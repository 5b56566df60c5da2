import { PROPOSAL_ACTIONS } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';
import type { Proof, SourceCell } from '@thongvon/land-clearance';
import {
  type BlockerEvent,
  type BlockerFields,
  type BlockerState,
  type Done,
  done,
  first,
  type Opening,
  renamed,
  type Said,
  unnamed,
} from './blocker-state';
import { withoutOldProposals } from './proposals';

export interface BlockerPosition extends BlockerState {
  readonly from: PlainDate;
  /** Exclusive; null: still so. */
  readonly to: PlainDate | null;
  /** Since when it is the turn of the office that is responsible, or of the owner while none is; null: closed. */
  readonly turnSince: PlainDate | null;
}

/** Before it is reckoned whose turn it is since when. */
type Undated = Omit<BlockerPosition, 'turnSince'>;

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
 * - Words and the office that they mean go together. Whose turn begins anew when another office becomes responsible, and when a closed
 *   one is opened again; what an office had asked for ends with its turn.
 * - What is known of blockers merged into this one counts for it: it began with the first of them, and any that is named keeps
 *   it open. This one's own words, fields and closing go before theirs, which only fill what is missing.
 */
export function blockerPositions(events: readonly BlockerEvent[]): BlockerPosition[] {
  const ordered = events.toSorted(inOrder);
  const opening = openingOf(ordered);
  if (!opening) return [];
  const positions: Undated[] = [];
  // What people did before the first return that still counts: one that named it earlier has been reverted.
  const before: Done[] = [];
  let state: BlockerState | undefined;
  let hasOwnWords = false;
  const saidOf = new Map<string | null, Said>();
  for (const event of ordered) {
    if (speaksOnlyForItself(event)) continue;
    const own = event.mergedFrom === null;
    const last = state;
    if ('changes' in event) {
      if (state && !own) state = filled(state, done(state, event), hasOwnWords);
      else if (state ?? event.type === 'opened') state = done(state ?? first(event, opening), event);
      else if (event.type !== 'closed') before.push(event);
    } else if (event.type === 'named') {
      const said = saidOf.get(event.mergedFrom) ?? {};
      const now = state ? renamed(state, event, said) : before.reduce(done, first(event, opening));
      state = state && !own && hasOwnWords ? withWordsOf(state, now) : now;
      saidOf.set(event.mergedFrom, {
        text: event.text,
        unit: event.responsibleUnit ?? said.unit,
        officeId: event.responsibleUnit === null ? said.officeId : event.responsibleOfficeId,
        due: event.due ?? said.due,
      });
    } else {
      state = state && unnamed(state, event);
    }
    hasOwnWords ||= own && (event.type === 'named' || event.type === 'opened');
    state = state && withoutOldProposals(last, state);
    if (state) append(positions, event.on < opening.on ? opening.on : event.on, state);
    if (event.type === 'changed') fillBack(positions, event.changes);
  }
  const [start] = positions;
  if (start && start.from > opening.on) positions[0] = { ...start, from: opening.on };
  return withTurns(positions.map((position) => ({ ...position, ...natureOf(state ?? position) })));
}

function withTurns(positions: readonly Undated[]): BlockerPosition[] {
  let since: PlainDate | null = null;
  return positions.map((position, index) => {
    const before = positions[index - 1];
    const goesOn = before?.open === true && before.responsibleOfficeId === position.responsibleOfficeId;
    since = position.open ? (goesOn ? since : position.from) : null;
    return { ...position, turnSince: since };
  });
}

/** What a blocker is, whenever that is found out. */
function natureOf(state: BlockerState): Partial<BlockerState> {
  const { cause, step, decidingLevel, contractor, heldAmount, heldReason } = state;
  return { cause, step, decidingLevel, contractor, heldAmount, heldReason };
}

/** Whose turn it is and by when, as a person says for the first time, for the days on which nobody had said it. */
function fillBack(positions: Undated[], changes: BlockerFields): void {
  const { responsiblePerson = null, due = null } = changes;
  const now = positions.at(-1);
  for (const [index, position] of positions.entries()) {
    positions[index] = {
      ...position,
      ...unitBefore(position, changes, now),
      responsiblePerson: position.responsiblePerson ?? responsiblePerson,
      due: position.due ?? due,
    };
  }
}

/** The office counts for the same words before; words are filled in where there were none. */
function unitBefore(
  position: Undated,
  { responsibleUnit = null, responsibleOfficeId = null }: BlockerFields,
  now: Undated | undefined,
): Pick<BlockerState, 'responsibleUnit' | 'responsibleOfficeId'> {
  const { responsibleUnit: words, responsibleOfficeId: office } = position;
  if (words === null && office === null) return { responsibleUnit, responsibleOfficeId };
  return {
    responsibleUnit: words,
    responsibleOfficeId: office ?? (words === now?.responsibleUnit ? responsibleOfficeId : null),
  };
}

function inOrder(one: BlockerEvent, other: BlockerEvent): number {
  const reported = (event: BlockerEvent): number =>
    ['named', 'solved', 'unnamed'].includes(event.type) ? 0 : 1;
  if (one.on !== other.on) return one.on < other.on ? -1 : 1;
  return (
    reported(one) - reported(other) || one.at.getTime() - other.at.getTime() || (one.id < other.id ? -1 : 1)
  );
}

/** Since when it stands in the way: as a person said last, else since it is first named or opened. */
function openingOf(ordered: readonly BlockerEvent[]): Opening | undefined {
  const begin = ordered.find(({ type }) => type === 'named' || type === 'opened');
  if (!begin) return undefined;
  const reported = ordered
    .flatMap((event) => ('changes' in event ? (event.changes.openedOn ?? []) : []))
    .at(-1);
  return { on: reported ?? begin.on, estimated: reported === undefined && begin.type === 'named' };
}

/** Ends the position before; what happened on the same day is one position. */
function append(positions: Undated[], from: PlainDate, state: BlockerState): void {
  const last = positions.pop();
  if (last && last.from !== from) positions.push({ ...last, to: from });
  positions.push({ ...state, from, to: null });
}

/** Of a merged blocker, whether it was gone, closed or opened again does not tell of the one that goes on. */
function speaksOnlyForItself({ mergedFrom, type }: BlockerEvent): boolean {
  if (mergedFrom === null) return false;
  return ['solved', 'unnamed', 'closed', 'reopened', ...PROPOSAL_ACTIONS].includes(type);
}

/** After a merged blocker was named: what it says fills what is missing. */
function withWordsOf(own: BlockerState, named: BlockerState): BlockerState {
  const { description, suggestedCauses } = own;
  return {
    ...named,
    description,
    suggestedCauses,
    ...unitOf(own, named),
    due: own.due ?? named.due,
  };
}

/** After a person did something about a merged blocker: the action counts, and what it set fills what is missing. */
function filled(state: BlockerState, after: BlockerState, hasOwnWords: boolean): BlockerState {
  return {
    ...after,
    ...(hasOwnWords ? { description: state.description, suggestedCauses: state.suggestedCauses } : {}),
    cause: state.cause === 'unclassified' ? after.cause : state.cause,
    step: state.step ?? after.step,
    ...unitOf(state, after),
    responsiblePerson: state.responsiblePerson ?? after.responsiblePerson,
    decidingLevel: state.decidingLevel ?? after.decidingLevel,
    due: state.due ?? after.due,
    contractor: state.contractor ?? after.contractor,
    ...(state.heldAmount === null ? {} : { heldAmount: state.heldAmount, heldReason: state.heldReason }),
  };
}

/** Whose turn it is by what is known here, else by what is known there: never the words of one with the office of the other. */
function unitOf(
  here: BlockerState,
  there: BlockerState,
): Pick<BlockerState, 'responsibleUnit' | 'responsibleOfficeId'> {
  const isSaid = here.responsibleUnit !== null || here.responsibleOfficeId !== null;
  const { responsibleUnit, responsibleOfficeId } = isSaid ? here : there;
  return { responsibleUnit, responsibleOfficeId };
}

/** A moment in the life of a blocker: what a return says of it, or what a person did. */
export interface HistoryEntry {
  /** The one that it counts for. */
  readonly blockerId: string;
  /** The day it is true for: an as-of date, or when it was done. */
  readonly on: PlainDate;
  /** When it was approved or written down. */
  readonly at: Date;
  readonly type: BlockerEvent['type'];
  readonly text: string | null;
  readonly evidence: string | null;
  readonly proof: Proof | null;
  /** What was set, by field. */
  readonly changes: Readonly<Record<string, unknown>>;
  /** Who; null: a return. */
  readonly actorId: string | null;
  /** The office of who did it, then; null: a return, or written before offices were kept. */
  readonly office: { readonly id: string; readonly name: string } | null;
  /** The return and cell, of one opened from a remark too; null: a person. */
  readonly source: SourceCell | null;
}

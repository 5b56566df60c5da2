import type {
  BlockerCause,
  BlockerState,
  ClearanceStep,
  DecidingLevel,
  HeldMethod,
  TurnBasis,
} from '@thongvon/api-contract';
import {
  daysBetween,
  DEFAULT_LADDERS,
  type Denominator,
  type Dong,
  isOverdue,
  type Ladder,
  type PlainDate,
  type PlanYear,
  rungReached,
  type RungRole,
} from '@thongvon/kernel';
import type { SegmentRef, SourceCell } from '@thongvon/land-clearance';
import type { ProjectRef } from '@thongvon/projects';
import type { BlockersQuery } from './capital-held';
import type { DueProposal, HandoverProposal } from './proposals';
import type { OfficeRef } from './responsible-office';

/** What is known of a blocker on a day without any reckoning. */
interface KnownOnDay {
  readonly id: string;
  readonly project: ProjectRef;
  /** Null: the whole project. */
  readonly segment: SegmentRef | null;
  /** The cell of the remark that it was opened from; null: a return named it, or a person opened it. */
  readonly openedFrom: SourceCell | null;
  /** Confirmed by a person, else `unclassified`. */
  readonly cause: BlockerCause;
  readonly suggestedCauses: readonly BlockerCause[];
  readonly step: ClearanceStep | null;
  readonly description: string;
  /** In the words of whoever named it. */
  readonly responsibleUnit: string | null;
  /** The organisation that must act; null: nobody has said which one. */
  readonly responsibleOffice: OfficeRef | null;
  readonly responsiblePerson: string | null;
  readonly decidingLevel: DecidingLevel | null;
  readonly contractor: string | null;
  readonly openedOn: PlainDate;
  /** Nobody has said when it began. */
  readonly openedOnEstimated: boolean;
  readonly due: PlainDate | null;
  /** How often it came back after it had been closed. */
  readonly reopened: number;
  readonly unnamedSince: PlainDate | null;
  readonly closedOn: PlainDate | null;
  readonly closingReason: string | null;
  readonly evidence: string | null;
}

/** A blocker as it is kept, with the plan and the disbursements of its project. Whole đồng; null: not known. */
export interface StoredBlocker extends KnownOnDay {
  readonly open: boolean;
  /** Who holds the project. */
  readonly holder: OfficeRef;
  readonly turnSince: PlainDate | null;
  readonly dueProposal: DueProposal | null;
  readonly handoverProposal: HandoverProposal | null;
  /** The office that is asked to take over. */
  readonly handoverTo: OfficeRef | null;
  /** Whoever asks holds the project or takes part in its clearance; else sees no figures of it but what the blocker holds. */
  readonly isOwn: boolean;
  /** That of the top office above who holds the project; null: nobody has set one. */
  readonly ladder: Ladder | null;
  readonly lastActionOn: PlainDate | null;
  readonly lastAction: string | null;
  /** What it holds; null too when it is closed. */
  readonly held: Dong | null;
  /** What a person set that it holds, and why; null: plan less disbursed. */
  readonly setAmount: Dong | null;
  readonly setReason: string | null;
  readonly planned: Dong | null;
  readonly disbursed: Dong | null;
  readonly figureAsOf: PlainDate | null;
  /** Other open blockers of the project, which hold the same money. */
  readonly sharedWith: number;
}

/** How the capital held was found. */
export interface HeldBasis extends Pick<
  StoredBlocker,
  'planned' | 'disbursed' | 'figureAsOf' | 'setReason' | 'sharedWith'
> {
  readonly method: HeldMethod;
  readonly planYear: PlanYear;
  readonly denominator: Denominator;
  /** Why the amount isn't known; null: it is. */
  readonly reason: 'not-applicable' | 'no-plan' | 'not-reported' | null;
  /** Plan and disbursement are kept from whoever asks. */
  readonly withheld: boolean;
}

/** Whose turn it is, and since when. */
interface Turn {
  readonly office: OfficeRef | null;
  readonly basis: TurnBasis;
  readonly since: PlainDate;
}

/** A proposal with the names of the offices. */
type Shown<Proposal> = Omit<Proposal, 'by' | 'to'> & { readonly by: OfficeRef };

/** A blocker on a day: whether it is overdue and by how much, whose turn it is, and the capital that waits. */
export interface BlockerOnDay extends KnownOnDay {
  readonly state: BlockerState;
  /** 0 while not overdue; null without a due date. */
  readonly daysOverdue: number | null;
  /** Days since someone did something about it, or since it was opened. */
  readonly daysWithoutAction: number;
  readonly lastAction: { readonly on: PlainDate; readonly text: string } | null;
  /** Null: closed. */
  readonly turn: Turn | null;
  readonly dueProposal: Shown<DueProposal> | null;
  readonly handoverProposal: (Shown<HandoverProposal> & { readonly to: OfficeRef }) | null;
  /** Null while not overdue. */
  readonly escalation: Escalation | null;
  readonly capitalHeld: Dong | null;
  readonly capitalHeldBasis: HeldBasis;
}

/** How a blocker stands on the day that is asked for. It is overdue from the day after its due date on, while it is open. */
export function blockerOnDay(stored: StoredBlocker, query: BlockersQuery): BlockerOnDay {
  const { open, lastActionOn, lastAction, held, setAmount, ...rest } = stored;
  const { setReason, planned, disbursed, figureAsOf, sharedWith, isOwn, ladder, ...further } = rest;
  const { holder, turnSince, dueProposal, handoverProposal, handoverTo, ...known } = further;
  const { openedOn, due, responsibleOffice } = known;
  const overdue = open && isOverdue(due, { businessDay: query.asOf });
  const daysOverdue = due === null ? null : overdue ? daysBetween(due, query.asOf) : 0;
  return {
    ...known,
    state: !open ? 'closed' : overdue ? 'overdue' : 'open',
    daysOverdue,
    daysWithoutAction: daysBetween(lastActionOn ?? openedOn, query.asOf),
    lastAction: lastActionOn === null ? null : { on: lastActionOn, text: lastAction ?? '' },
    escalation: daysOverdue === null ? null : escalationAt(daysOverdue, ladder ?? DEFAULT_LADDERS.blocker),
    turn: open ? { ...turnOf(responsibleOffice, holder), since: turnSince ?? openedOn } : null,
    dueProposal: dueProposal && responsibleOffice && { ...dueProposal, by: responsibleOffice },
    handoverProposal: handoverProposal &&
      responsibleOffice &&
      handoverTo && { ...handoverProposal, by: responsibleOffice, to: handoverTo },
    capitalHeld: held,
    capitalHeldBasis: {
      method: setAmount === null ? 'plan-less-disbursed' : 'set-by-person',
      planYear: query.planYear,
      denominator: query.denominator,
      planned: isOwn ? planned : null,
      disbursed: isOwn ? disbursed : null,
      figureAsOf,
      withheld: !isOwn,
      reason: held !== null ? null : !open ? 'not-applicable' : planned === null ? 'no-plan' : 'not-reported',
      setReason,
      sharedWith,
    },
  };
}

/** The responsible office; while none is attached, who holds the project and must say which it is. */
const turnOf = (responsible: OfficeRef | null, holder: OfficeRef): Omit<Turn, 'since'> =>
  responsible === null
    ? { office: holder, basis: 'project-owner' }
    : { office: responsible, basis: 'responsible-office' };

/** Whose turn it is. */
interface Escalation {
  /** Counts from 1. */
  readonly rung: number;
  readonly to: string;
  readonly label: string;
  readonly labelEn: string;
}

/** What pages call those whom a rung informs. */
const CALLED: Readonly<Record<RungRole, Omit<Escalation, 'rung'>>> = {
  reporter: { to: 'responsible-person', label: 'Người chủ trì', labelEn: 'Responsible person' },
  'finance-head': {
    to: 'unit-head',
    label: 'Thủ trưởng đơn vị chủ trì',
    labelEn: 'Head of the responsible unit',
  },
  leader: {
    to: 'leaders',
    label: 'Lãnh đạo cấp có thẩm quyền quyết định',
    labelEn: 'Leaders of the level able to decide',
  },
};

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth'];

/** The rung that so many days overdue have reached; null while not overdue, or before the first rung. */
export function escalationAt(daysOverdue: number, ladder: Ladder): Escalation | null {
  const reached = rungReached(ladder, daysOverdue);
  if (!reached) return null;
  const { to, label, labelEn } = CALLED[reached.to];
  const alike = ladder.filter(({ days, to: role }) => days > 0 && role === reached.to);
  const nth = alike.findIndex(({ days }) => days === reached.days) + 1;
  // Who must act is reminded again and again; a head only where the ladder has several such rungs.
  const isCounted = reached.to === 'reporter' || alike.length > 1;
  const times = isCounted ? `, nhắc lần ${String(nth)}` : '';
  const timesEn = isCounted ? `, ${ORDINALS[nth - 1] ?? `${String(nth)}th`} reminder` : '';
  return { rung: reached.place, to, label: `${label}${times}`, labelEn: `${labelEn}${timesEn}` };
}

import { PROPOSAL_ACTIONS, type ProposalAction } from '@thongvon/api-contract';
import type { PlainDate } from '@thongvon/kernel';

/** Something that the responsible office asks for, and that others decide. */
interface Proposal {
  /** That of the action that made it. */
  readonly id: string;
  readonly reason: string;
  readonly on: PlainDate;
  /** The office whose turn it is. */
  readonly by: string;
}

/** Another due date. */
export interface DueProposal extends Proposal {
  readonly due: PlainDate;
}

/** Another office to take it over. */
export interface HandoverProposal extends Proposal {
  readonly to: string;
}

/** What the history keeps of a proposal and of what became of it. */
export interface ProposalFields {
  /** The id of the proposal that is decided or withdrawn; left out by the proposal itself. */
  readonly of?: string;
  /** The office whose turn it was. */
  readonly by: string;
  readonly due?: PlainDate;
  /** When it was due until then, and by how many days it was overdue. */
  readonly dueBefore?: PlainDate | null;
  readonly daysOverdue?: number | null;
  readonly to?: string;
  /** What that office was called then. */
  readonly toOffice?: string;
}

const ACTIONS: ReadonlySet<string> = new Set(PROPOSAL_ACTIONS);
export const isProposal = (type: string): type is ProposalAction => ACTIONS.has(type);

/** What is asked about a blocker. */
export interface Asked {
  readonly dueProposal: DueProposal | null;
  readonly handoverProposal: HandoverProposal | null;
}
const NOTHING_ASKED: Asked = { dueProposal: null, handoverProposal: null };

/** An action of this kind, as the history has it. */
interface Proposed {
  readonly type: ProposalAction;
  readonly id: bigint;
  readonly on: PlainDate;
  readonly text: string | null;
  readonly changes: {
    readonly proposal?: ProposalFields;
    readonly due?: PlainDate | null;
    readonly responsibleOfficeId?: string | null;
    readonly responsibleUnit?: string | null;
  };
}

/** What of a blocker a proposal or its decision sets. */
type AfterProposal = Partial<Asked> & Omit<Proposed['changes'], 'proposal'>;

/**
 * What a proposal, or its decision, makes of a blocker. A proposal is that of the office whose turn it is: one of an office that is no
 * longer responsible when the history is read again counts for nothing.
 */
export function afterProposal(
  state: { readonly open: boolean; readonly responsibleOfficeId: string | null },
  { type, id, on, text, changes: { proposal, ...set } }: Proposed,
): AfterProposal {
  const { by = '', due, to } = proposal ?? {};
  const made = { id: id.toString(), reason: text ?? '', on, by };
  const isTurn = state.open && state.responsibleOfficeId === by;
  switch (type) {
    case 'due-proposed':
      return isTurn && due !== undefined ? { dueProposal: { ...made, due } } : {};
    case 'handover-proposed':
      return isTurn && to !== undefined ? { handoverProposal: { ...made, to } } : {};
    case 'due-accepted':
      return { ...set, dueProposal: null };
    case 'due-refused':
    case 'due-withdrawn':
      return { dueProposal: null };
    case 'handover-accepted':
      return { ...set, ...NOTHING_ASKED };
    case 'handover-refused':
    case 'handover-withdrawn':
      return { handoverProposal: null };
  }
}

/** Without what the office asked for whose turn it was before: another one's turn begins with nothing asked. */
export function withoutOldProposals<State extends Asked & { readonly responsibleOfficeId: string | null }>(
  before: State | undefined,
  after: State,
): State {
  return before === undefined || before.responsibleOfficeId === after.responsibleOfficeId
    ? after
    : { ...after, ...NOTHING_ASKED };
}

import { BLOCKER_POWERS, type BlockerPower, type Role } from '@thongvon/api-contract';
import type { Asked } from './proposals';

/** Who wants to do something. */
export interface Doer {
  readonly role: Role;
  readonly organizationId: string;
  /** That office and all below it. */
  readonly scope: readonly string[];
}

/** A blocker as far as it decides what somebody may do about it. */
export interface Ruled extends Asked {
  readonly open: boolean;
  /** Who holds the project. */
  readonly holderId: string;
  /** One of the doer's offices holds the project or takes part in its clearance. */
  readonly isOwn: boolean;
  readonly responsibleOfficeId: string | null;
  readonly hasMerged: boolean;
}

const FINANCE: readonly Role[] = ['finance-officer', 'finance-head'];
const DECIDES: readonly Role[] = ['reporter', ...FINANCE, 'leader'];

/**
 * What somebody may do about a blocker that they see; whatever isn't named here is refused (docs/adr/0235).
 *
 * - The owner's side keeps the blocker: reporters of whoever holds the project, of an office above, or of one that clears its land.
 * - Who holds the project, and its finance office, say which office must act.
 * - The responsible office writes what it does, asks for another day, and offers the blocker to another office; it decides nothing itself.
 * - Another day is granted by the holder's side, or above it, and never by the office that asked.
 * - Taking over is agreed to by the office that is asked, and by nobody for it.
 */
export function powersOf(doer: Doer, blocker: Ruled): BlockerPower[] {
  const { open, holderId, isOwn, responsibleOfficeId, hasMerged, dueProposal, handoverProposal } = blocker;
  const reports = doer.role === 'reporter';
  const sees = (office: string | null): boolean => office !== null && doer.scope.includes(office);
  const isOf = (office: string | null | undefined): boolean =>
    office != null && office === doer.organizationId;
  const keeps = reports && isOwn;
  const isTurn = open && reports && isOf(responsibleOfficeId);
  const may: Readonly<Record<BlockerPower, boolean>> = {
    record: open && reports && (isOwn || sees(responsibleOfficeId)),
    change: keeps,
    close: keeps && open,
    reopen: keeps && !open,
    merge: keeps,
    separate: keeps && hasMerged,
    'set-office': open && sees(holderId) && (reports || FINANCE.includes(doer.role)),
    // Who holds the project sets the day without asking.
    'propose-due': isTurn && dueProposal === null && responsibleOfficeId !== holderId,
    'decide-due':
      open && dueProposal !== null && DECIDES.includes(doer.role) && sees(holderId) && !isOf(dueProposal.by),
    'withdraw-due': isTurn && dueProposal !== null,
    'propose-handover': isTurn && handoverProposal === null,
    'decide-handover': open && DECIDES.includes(doer.role) && isOf(handoverProposal?.to),
    'withdraw-handover': isTurn && handoverProposal !== null,
  };
  return BLOCKER_POWERS.filter((power) => may[power]);
}

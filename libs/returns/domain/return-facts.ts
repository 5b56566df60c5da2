import type { PlainDate } from '@thongvon/kernel';
import type { Role } from '@thongvon/api-contract';
import type { Finding, Reading } from '@thongvon/return-reader';
import type { Answer } from './answer';
import type { TotalChange } from './consequence';
import type { PreviewSection } from './preview';

/** What the rules of a kind may know of a return. */
export interface ReturnFacts {
  readonly id: string;
  readonly organizationId: string;
  /** The sender's organisation and all below it. */
  readonly scope: readonly string[];
  /** The organisations above the sender's. */
  readonly above: readonly string[];
  readonly senderRole: Role;
  /** The return's date: of its figures, else of its decision, else the day. Whose projects are is asked as of it. */
  readonly day: PlainDate;
  readonly reading: Reading;
  readonly answers: readonly Answer[];
}

export interface CheckOutcome {
  readonly findings: readonly Finding[];
  readonly preview: PreviewSection;
  /** Totals that approving it would lower, or in which projects vanish or fall. */
  readonly consequences?: readonly TotalChange[];
}

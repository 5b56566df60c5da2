import type { Role } from '@thongvon/api-contract';
import { matchKey, type PlainDate } from '@thongvon/kernel';
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

/**
 * What people answered to RET-PROJECT-UNKNOWN, by `matchKey` of the row's code or name (the finding's value): the id of
 * the project that is meant, or NEW_PROJECT of projects.
 */
export function decidedProjects(answers: readonly Answer[]): Map<string, string> {
  return new Map(
    answers.flatMap(({ code, value, asked }) =>
      code === 'RET-PROJECT-UNKNOWN' && value !== null && asked !== null ? [[matchKey(asked), value]] : [],
    ),
  );
}

interface Naming {
  readonly organizationId: string;
  readonly scope: readonly string[];
  readonly above: readonly string[];
  readonly asParticipant: boolean;
  readonly day: PlainDate;
  readonly decided: ReadonlyMap<string, string>;
  /** What was asked where it was answered that rows mean the projects of their names, not of their codes. */
  readonly byNames: readonly string[];
}

/**
 * How the rows of a return name projects, for matching them with the register. Only what is said of land clearance may be
 * said `asParticipant`.
 */
export function namingOf(
  { organizationId, scope, above, day, answers }: Omit<ReturnFacts, 'id' | 'senderRole' | 'reading'>,
  asParticipant: boolean,
): Naming {
  const byNames = answers.flatMap(({ code, value, asked }) =>
    code === 'RET-PROJECT-NAME' && value === 'names' && asked !== null ? [asked] : [],
  );
  return { organizationId, scope, above, day, asParticipant, decided: decidedProjects(answers), byNames };
}

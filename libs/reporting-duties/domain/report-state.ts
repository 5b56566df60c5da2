import type { DutyKind, ReportState, WayBack } from '@thongvon/api-contract';
import { addDays, weekOfReceipt, type PlainDate } from '@thongvon/kernel';

/** A return as it stood when the week was frozen. */
export interface SentReturn {
  readonly id: string;
  readonly receivedAt: Date;
  /** Null until it has been read. */
  readonly asOf: PlainDate | null;
  /** Empty until it has been read. */
  readonly kinds: readonly string[];
  /** Its figures counted. */
  readonly effective: boolean;
  /** It was handed in and waits for the finance office. A draft, read or not, is nobody's report yet. */
  readonly submitted: boolean;
  readonly sentBack: boolean;
  /** It was approved, and its approval undone. */
  readonly reverted: boolean;
}

/** What came of reporting one kind for a week; `returnId` and `receivedAt` of the return that counts, null: there is none. */
export interface ReportOfWeek {
  readonly state: ReportState;
  readonly late: boolean;
  readonly returnId: string | null;
  readonly receivedAt: Date | null;
}

/** The week that is asked for, and by when what came counts. */
export interface ReportedWeek {
  readonly week: PlainDate;
  readonly frozenAt: Date;
}

/**
 * Whether a return reports for the week, and if so whether in time. Its figures must be of the week: dated after the
 * cut-off day before, up to the week's own. The cut-off is for receipt (contract, section 2); what comes after it reports late.
 */
export function punctuality(
  { receivedAt, asOf }: Pick<SentReturn, 'receivedAt' | 'asOf'>,
  { week, frozenAt }: ReportedWeek,
): 'in-time' | 'late' | null {
  const ofTheWeek = asOf !== null && asOf > addDays(week, -7) && asOf <= week;
  if (!ofTheWeek || receivedAt > frozenAt) return null;
  return weekOfReceipt(receivedAt) <= week ? 'in-time' : 'late';
}

/**
 * What had come of reporting `kind`: the best that any of an office's submissions had reached; in time before late. The one
 * definition of a duty fulfilled, for what is owed now, reminders, frozen weeks, letters and pages.
 */
export function reportOfWeek(
  returns: readonly SentReturn[],
  kind: DutyKind,
  reported: ReportedWeek,
): ReportOfWeek {
  const sent = returns
    .filter(({ kinds }) => kinds.includes(kind))
    .flatMap((given) => {
      const came = punctuality(given, reported);
      return came === null ? [] : [{ ...given, late: came === 'late' }];
    })
    .toSorted((a, b) => Number(a.late) - Number(b.late) || b.receivedAt.getTime() - a.receivedAt.getTime());
  const states = [
    ['reported', sent.find(({ effective }) => effective)],
    ['pending', sent.find(({ submitted }) => submitted)],
    ['sent-back', sent.find(({ sentBack }) => sentBack)],
  ] as const;
  for (const [state, found] of states) {
    if (found) return { state, late: found.late, returnId: found.id, receivedAt: found.receivedAt };
  }
  return { state: 'silent', late: false, returnId: null, receivedAt: null };
}

/** How the last of an office's returns of `kind` for the week that came back did; null: none has come back. */
export function wayBack(
  returns: readonly SentReturn[],
  kind: DutyKind,
  reported: ReportedWeek,
): WayBack | null {
  const last = returns
    .filter((given) => given.kinds.includes(kind) && (given.sentBack || given.reverted))
    .filter((given) => punctuality(given, reported) !== null)
    .toSorted((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime())
    .at(0);
  if (last === undefined) return null;
  return last.reverted ? 'reverted' : 'sent-back';
}

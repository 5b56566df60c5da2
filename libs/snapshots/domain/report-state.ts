import type { DutyKind, ReportState } from '@thongvon/contracts';
import { addDays, freezeInstant, weekOfReceipt, type PlainDate } from '@thongvon/kernel';

/** A return as it stood when the week was frozen. */
export interface SentReturn {
  readonly id: string;
  readonly receivedAt: Date;
  /** Null until it has been read. */
  readonly asOf: PlainDate | null;
  /** Empty until it has been read: it may be of any kind. */
  readonly kinds: readonly string[];
  /** Its figures counted. */
  readonly effective: boolean;
  /** It was neither decided on nor withdrawn: some step was still to come. */
  readonly pending: boolean;
  readonly sentBack: boolean;
}

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
 * Whether a return reports for the week, and if so whether in time. The cut-off is for receipt. What comes after it, but
 * before the freezing, with figures of the week, reports for it late; such a return says nothing for the week after.
 */
export function punctuality(
  { receivedAt, asOf }: Pick<SentReturn, 'receivedAt' | 'asOf'>,
  { week, frozenAt }: ReportedWeek,
): 'in-time' | 'late' | null {
  const received = weekOfReceipt(receivedAt);
  const before = addDays(week, -7);
  if (received === week) {
    const wasForTheWeekBefore = asOf !== null && asOf <= before && receivedAt <= freezeInstant(before);
    return wasForTheWeekBefore ? null : 'in-time';
  }
  const ofTheWeek = asOf !== null && asOf > before && asOf <= week;
  return received > week && ofTheWeek && receivedAt <= frozenAt ? 'late' : null;
}

/** What had come of reporting `kind`: the best that any of an office's returns had reached; in time before late. */
export function reportOfWeek(
  returns: readonly SentReturn[],
  kind: DutyKind,
  reported: ReportedWeek,
): ReportOfWeek {
  const sent = returns
    .filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind))
    .flatMap((given) => {
      const came = punctuality(given, reported);
      return came === null ? [] : [{ ...given, late: came === 'late' }];
    })
    .toSorted((a, b) => Number(a.late) - Number(b.late) || b.receivedAt.getTime() - a.receivedAt.getTime());
  const states = [
    ['reported', sent.find(({ effective }) => effective)],
    ['pending', sent.find(({ pending }) => pending)],
    ['sent-back', sent.find(({ sentBack }) => sentBack)],
  ] as const;
  for (const [state, found] of states) {
    if (found) return { state, late: found.late, returnId: found.id, receivedAt: found.receivedAt };
  }
  return { state: 'silent', late: false, returnId: null, receivedAt: null };
}

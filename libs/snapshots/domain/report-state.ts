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

/**
 * The week that a return reports for, and whether it came late. The cut-off is for receipt; what comes between cut-off
 * and freezing with figures up to the cut-off still reports for that week, late.
 */
export function weekOfReport({ receivedAt, asOf }: Pick<SentReturn, 'receivedAt' | 'asOf'>): {
  readonly week: PlainDate;
  readonly late: boolean;
} {
  const week = weekOfReceipt(receivedAt);
  const before = addDays(week, -7);
  const late = asOf !== null && asOf <= before && receivedAt <= freezeInstant(before);
  return late ? { week: before, late } : { week, late };
}

/** What had come of reporting `kind` for `week`: the best that any of an office's returns had reached; on time before late. */
export function reportOfWeek(returns: readonly SentReturn[], kind: DutyKind, week: PlainDate): ReportOfWeek {
  const sent = returns
    .filter(({ kinds }) => kinds.length === 0 || kinds.includes(kind))
    .map((given) => ({ ...given, ...weekOfReport(given) }))
    .filter((given) => given.week === week)
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

import { isPaceTooOld, type Pace, type PlainDate } from '@thongvon/kernel';

/** A pace as the database gives it: đồng a week as text, with the reports that it rests on. */
export interface PaceSums {
  readonly perWeek: string | null;
  /** The earliest that it begins with, and the earliest that it ends on. */
  readonly paceFrom: PlainDate | null;
  readonly paceTo: PlainDate | null;
  /** Projects that have a pace, projects that nothing is forecast of, and of these those whose newest report is too old. */
  readonly paced: number;
  readonly withoutPace: number;
  readonly silent: number;
  readonly silentSince: PlainDate | null;
  /** Date of the newest figure. */
  readonly newest: PlainDate | null;
  /** Of one source: of how many projects it isn't known what is of it. */
  readonly paceOpen: number;
}

/** How fast money goes, as the API shows it. */
export interface ShownPace {
  readonly perWeek: string | null;
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
  readonly reason: Pace['reason'];
  readonly since: PlainDate | null;
  readonly projects: number;
  readonly withoutPace: number;
  readonly silent: number;
}

export const NO_PACE: PaceSums = {
  perWeek: null,
  paceFrom: null,
  paceTo: null,
  paced: 0,
  withoutPace: 0,
  silent: 0,
  silentSince: null,
  newest: null,
  paceOpen: 0,
};

/**
 * The pace of one project or of a sum. A sum has none once a project in it that isn't finished has been silent for too long;
 * projects without two reports yet are left out of it and counted.
 */
export function showPace(sums: PaceSums, businessDay: PlainDate): ShownPace {
  const { paced: projects, withoutPace, silent, newest } = sums;
  const counts = { projects, withoutPace, silent };
  const reason = reasonOf(sums, businessDay);
  if (reason === null)
    return { perWeek: sums.perWeek, from: sums.paceFrom, to: sums.paceTo, reason, since: null, ...counts };
  const since = silent > 0 ? sums.silentSince : newest;
  return { perWeek: null, from: null, to: null, reason, since, ...counts };
}

/** Whether a sum is forecast: by its pace, or because nothing of it is left to disburse. */
export const isForecast = ({ reason, withoutPace }: ShownPace): boolean =>
  reason === null || (reason !== 'not-split' && withoutPace === 0);

function reasonOf({ paceOpen, silent, paced, newest }: PaceSums, businessDay: PlainDate): Pace['reason'] {
  if (paceOpen > 0) return 'not-split';
  if (silent > 0) return 'too-old';
  if (paced > 0) return null;
  return newest !== null && isPaceTooOld(newest, businessDay) ? 'too-old' : 'not-reported';
}

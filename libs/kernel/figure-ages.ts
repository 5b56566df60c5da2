import { firstDayOfWeek } from './reporting-week';
import type { PlainDate } from './plain-date';

/** How old the figures of a sum are: one newer figure doesn't make the others new. */
export interface FigureAges {
  /** Projects that have a figure. */
  readonly reported: number;
  readonly oldest: PlainDate | null;
  readonly newest: PlainDate | null;
  /** Projects whose newest figure is dated before `staleBefore`. */
  readonly stale: number;
  /** The first day of the reporting week that closed last. */
  readonly staleBefore: PlainDate;
}

/** `dates`: of the newest figure of each project of the sum, null where none is reported; `week`: the last closed one. */
export function figureAges(dates: readonly (PlainDate | null)[], week: PlainDate): FigureAges {
  const known = dates.flatMap((date) => date ?? []).toSorted();
  const staleBefore = firstDayOfWeek(week);
  return {
    reported: known.length,
    oldest: known[0] ?? null,
    newest: known.at(-1) ?? null,
    stale: known.filter((date) => date < staleBefore).length,
    staleBefore,
  };
}

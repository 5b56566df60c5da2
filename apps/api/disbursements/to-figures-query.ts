import type { FiguresQueryRequest, SliceRequest } from '@thongvon/contracts';
import type { FiguresQuery, Slice } from '@thongvon/disbursements';
import { businessDate, plainDate } from '@thongvon/kernel';
import type { SystemClock } from '@thongvon/platform';

/** What is asked for, with today, `reported` and `current-year-plan` where nothing else is. */
export function toFiguresQuery(
  { planYear, asOf, businessDay, knownAt, basis, denominator }: FiguresQueryRequest,
  clock: SystemClock,
): FiguresQuery {
  return {
    planYear,
    asOf: asOf === undefined ? businessDate(clock.now()) : plainDate(asOf),
    basis: basis ?? 'reported',
    denominator: denominator ?? 'current-year-plan',
    ...(businessDay === undefined ? {} : { businessDay: plainDate(businessDay) }),
    ...(knownAt === undefined ? {} : { knownAt: new Date(knownAt) }),
  };
}

export function toSlice({ q, owner, kind, source, commune }: SliceRequest): Slice {
  return {
    ...(q === undefined ? {} : { q }),
    ...(owner === undefined ? {} : { owner }),
    ...(kind === undefined ? {} : { kind }),
    ...(source === undefined ? {} : { source }),
    ...(commune === undefined ? {} : { commune }),
  };
}

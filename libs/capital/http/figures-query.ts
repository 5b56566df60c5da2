import type { FiguresQueryRequest, SliceRequest } from '@thongvon/api-contract';
import { businessDate, plainDate } from '@thongvon/kernel';
import type { SystemClock } from '@thongvon/platform';
import { given } from '@thongvon/platform/http';
import type { FiguresQuery, Slice } from '../domain/figures/figures-query';

/** What is asked for, with today, `reported` and `current-year-plan` (of a plan type `all-plan`) where nothing else is. */
export function toFiguresQuery(
  { planYear, asOf, businessDay, knownAt, basis, denominator, source, planType }: FiguresQueryRequest,
  clock: SystemClock,
): FiguresQuery {
  return {
    planYear,
    asOf: asOf === undefined ? businessDate(clock.now()) : plainDate(asOf),
    basis: basis ?? 'reported',
    denominator: denominator ?? (planType === undefined ? 'current-year-plan' : 'all-plan'),
    ...(businessDay === undefined ? {} : { businessDay: plainDate(businessDay) }),
    ...given({ source, planType }),
    ...(knownAt === undefined ? {} : { knownAt: new Date(knownAt) }),
  };
}

/** Which projects are asked for; what isn't given narrows nothing. */
export function toSlice({ q, owner, kind, commune }: SliceRequest): Slice {
  return given({ q, owner, kind, commune });
}

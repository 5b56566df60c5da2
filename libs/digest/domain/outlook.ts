import {
  addDays,
  daysBetween,
  divideHalfAwayFromZero,
  type Dong,
  lastDay,
  type Pace,
  paceBetween,
  type PlainDate,
  type PlanYear,
} from '@thongvon/kernel';
import type { FrozenProject, PaceGround } from '@thongvon/snapshots';
import type { LatestDay, Outlook, Share } from './decision';
import { figureDateOf, remainingOf, shareOf } from './shares';

/** What a project's pace is counted from, by project. */
export type Grounds = ReadonlyMap<string, PaceGround>;

export const groundsOf = (grounds: readonly PaceGround[], planYear: PlanYear): Grounds =>
  new Map(
    grounds.flatMap((ground) => (ground.planYear === planYear ? [[ground.projectId, ground] as const] : [])),
  );

/**
 * The forecast of the overview's table (`forecastSql` of capital), by a frozen week: at its pace from its newest figure on, up to the
 * plan, never less than now. `week`: the cut-off, by which figures are too old for a pace.
 */
export function outlookOf(
  project: Pick<FrozenProject, 'id' | 'lines'>,
  grounds: Grounds,
  { week, planYear }: { readonly week: PlainDate; readonly planYear: PlanYear },
): Outlook {
  const share = shareOf(project, planYear);
  const ground = grounds.get(project.id);
  const on = figureDateOf(project, planYear);
  const pace = paceBetween(
    { amount: ground?.disbursed ?? null, on: ground?.asOf ?? null },
    { amount: share.disbursed, on },
    week,
  );
  const forecast = forecastOf(share, pace, lastDay(planYear));
  const { planned } = share;
  return {
    ...share,
    remaining: remainingOf(share),
    pace,
    forecast,
    unspent: planned === null || forecast === null ? null : planned > forecast ? planned - forecast : 0n,
  };
}

function forecastOf({ planned, disbursed }: Share, { change, to, days }: Pace, end: PlainDate): Dong | null {
  if (disbursed === null || planned === null) return null;
  if (disbursed >= planned) return disbursed;
  if (change === null || to === null || days === null) return null;
  const ahead = BigInt(Math.max(0, daysBetween(to, end)));
  const more = change > 0n ? divideHalfAwayFromZero(change * ahead, BigInt(days)) : 0n;
  return disbursed + more < planned ? disbursed + more : planned;
}

/** A pace as so much a week; rounded half up. Null where it isn't known. */
export function perWeek({ change, days }: Pick<Pace, 'change' | 'days'>): Dong | null {
  return change === null || days === null ? null : divideHalfAwayFromZero(change * 7n, BigInt(days));
}

/** What must be spent each week to spend all that is left in so many days, rounded up. */
export const neededPerWeek = (remaining: Dong, daysLeft: number): Dong =>
  (remaining * 7n + BigInt(daysLeft) - 1n) / BigInt(daysLeft);

/** By the outlook of a project on the cut-off `week`, until `end`. */
export function latestDay({ remaining, pace }: Outlook, week: PlainDate, end: PlainDate): LatestDay {
  const { change, days } = pace;
  if (remaining === 0n) return { state: 'nothing-left' };
  if (remaining === null || change === null || days === null) return { state: 'no-pace' };
  if (change <= 0n) return { state: 'not-moving' };
  const aWeek = change * 7n;
  const weeks = Number((remaining * BigInt(days) + aWeek - 1n) / aWeek);
  const weeksLeft = Math.max(0, Math.floor(daysBetween(week, end) / 7));
  return weeks > weeksLeft
    ? { state: 'passed', weeks, weeksLeft }
    : { state: 'known', on: addDays(end, -7 * weeks), weeks };
}

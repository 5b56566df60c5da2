import {
  daysBetween,
  divideHalfAwayFromZero,
  type Dong,
  lastDay,
  type Pace,
  paceBetween,
  type PlainDate,
  type PlanYear,
  sumDong,
} from '@thongvon/kernel';
import type { FrozenProject, PaceGround } from '@thongvon/snapshots';
import { figureDateOf, remainingOf, type Share, shareOf } from './share';

/** How a project's money goes by frozen weeks, and where that leads by the plan year's last day. Whole đồng. */
export interface Outlook extends Share {
  /** Plan less disbursed, not below zero. */
  readonly remaining: Dong | null;
  readonly pace: Pace;
  /** What will have been disbursed by the last day; null: no pace is known, or its figures are too old. */
  readonly forecast: Dong | null;
  /** The plan less `forecast`. */
  readonly unspent: Dong | null;
}

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
  return withShare(share, pace, lastDay(planYear));
}

/** Where this pace leads by `end` from this share. */
export function withShare(share: Share, pace: Pace, end: PlainDate): Outlook {
  const forecast = forecastOf(share, pace, end);
  const { planned, disbursed } = share;
  return {
    planned,
    disbursed,
    remaining: remainingOf(share),
    pace,
    forecast,
    unspent: planned === null || forecast === null ? null : planned > forecast ? planned - forecast : 0n,
  };
}

/** What this pace will have disbursed by a day; null where no pace is known and something is left. */
export function forecastOf(
  { planned, disbursed }: Share,
  { change, to, days }: Pace,
  by: PlainDate,
): Dong | null {
  if (disbursed === null || planned === null) return null;
  if (disbursed >= planned) return disbursed;
  if (change === null || to === null || days === null) return null;
  const ahead = BigInt(Math.max(0, daysBetween(to, by)));
  const more = change > 0n ? divideHalfAwayFromZero(change * ahead, BigInt(days)) : 0n;
  return disbursed + more < planned ? disbursed + more : planned;
}

/** A pace as so much a week; rounded half up. Null where it isn't known. */
export function perWeek({ change, days }: Pick<Pace, 'change' | 'days'>): Dong | null {
  return change === null || days === null ? null : divideHalfAwayFromZero(change * 7n, BigInt(days));
}

/** Where projects lead together. */
export interface JointForecast {
  /** Null where nothing is forecast of the sum. */
  readonly disbursed: Dong | null;
  /** Of how many no forecast is known: they stay where they are. */
  readonly withoutPace: number;
  /** Those of which the figures are too old for a pace, while something is left to disburse. */
  readonly silent: readonly Outlook[];
}

/**
 * Planned projects together: each by its own pace and rounded by itself, then summed; those without two reports stay where they are.
 * Nothing is forecast of a sum with figures in it that are too old for a pace, as on the overview (`SUMS_FORECAST` of capital).
 */
export function jointForecast(planned: readonly Outlook[]): JointForecast {
  const silent = planned.filter(({ pace, remaining }) => pace.reason === 'too-old' && remaining !== 0n);
  const withoutPace = planned.filter(({ forecast }) => forecast === null).length;
  const isPaced = planned.some(({ pace }) => pace.change !== null) || withoutPace === 0;
  const isKnown = silent.length === 0 && planned.length > 0 && isPaced;
  return {
    disbursed: isKnown ? sumDong(planned.map((one) => one.forecast ?? one.disbursed)) : null,
    withoutPace,
    silent,
  };
}

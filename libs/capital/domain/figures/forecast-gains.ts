import { groupBy } from '@thongvon/kernel';

/**
 * Projects that go on alike from figures of one day: each gains an amount a day, rounded to whole đồng half up, until it has reached its
 * plan. A project with `pace / per` đồng a day has `whole` and `rest` as the quotient and the remainder of these.
 */
export interface Alike {
  readonly per: number;
  /** Below `per`. */
  readonly rest: number;
  /** Whole đồng that they gain together in a day. */
  readonly whole: bigint;
  readonly projects: number;
  /** So many days after the figures they have reached their plans. */
  readonly until: number;
  /** What they have gained together by then. */
  readonly room: bigint;
}

/**
 * What projects gain together in each of so many days after their figures, ascending. Each project is rounded by itself, as the table
 * shows it: of a sum of paces that would be another amount. What it takes grows with the days and the remainders, not with
 * the projects.
 */
export function gainsOf(all: readonly Alike[], days: readonly number[]): bigint[] {
  const gains = days.map(() => 0n);
  for (const [per, alike] of groupBy(all, (one) => one.per)) addGains(gains, days, per, alike);
  return gains;
}

function addGains(gains: bigint[], days: readonly number[], per: number, all: readonly Alike[]): void {
  const moving = new Map<number, number>();
  let whole = 0n;
  for (const one of all) {
    moving.set(one.rest, (moving.get(one.rest) ?? 0) + one.projects);
    whole += one.whole;
  }
  const stopping = all.toSorted((one, other) => one.until - other.until);
  let stopped = 0;
  let reached = 0n;
  for (const [place, day] of days.entries()) {
    for (let next = stopping[stopped]; next !== undefined && next.until <= day; next = stopping[stopped]) {
      moving.set(next.rest, (moving.get(next.rest) ?? 0) - next.projects);
      whole -= next.whole;
      reached += next.room;
      stopped += 1;
    }
    let rounded = 0;
    for (const [rest, projects] of moving) rounded += projects * Math.floor((rest * day + per / 2) / per);
    gains[place] = (gains[place] ?? 0n) + reached + whole * BigInt(day) + BigInt(rounded);
  }
}

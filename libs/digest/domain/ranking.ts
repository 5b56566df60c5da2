import { decisionAskedBy, type StandingAlert } from '@thongvon/alerts';
import type { Urgency } from '@thongvon/api-contract';
import { type Dong, isDueSoon, isOverdue, type PlainDate, type Reckoning } from '@thongvon/kernel';
import type { FrozenBlocker } from '@thongvon/snapshots';
import type { Rank } from './decision';

/** What an item's money is multiplied by, by how urgent it is (ADR 0242). */
export const FACTORS: Readonly<Record<Urgency, number>> = { overdue: 3, 'due-soon': 2, other: 1 };

/** A leader decides on so many things a week; the others are counted, and one tap away. */
export const MOST_SHOWN = 7;

/** What is known of a project for its rank. */
interface Ranked extends Pick<Rank, 'held' | 'unspent'> {
  readonly blockers: readonly Pick<FrozenBlocker, 'due'>[];
  readonly alerts: readonly Pick<StandingAlert, 'rule' | 'amount'>[];
}

/** Money × urgency. What an alert is about counts only where neither its blockers nor its forecast say an amount. */
export function rankOf({ held, unspent, blockers, alerts }: Ranked, reckoning: Reckoning): Rank {
  const urgency = urgencyOf(blockers, alerts, reckoning);
  const { money, moneyIs } = moneyOf(held, unspent, alerts);
  return {
    held,
    unspent,
    money,
    moneyIs,
    urgency,
    weight: money === null ? null : money * BigInt(FACTORS[urgency]),
  };
}

function moneyOf(
  held: Dong | null,
  unspent: Dong | null,
  alerts: Ranked['alerts'],
): Pick<Rank, 'money' | 'moneyIs'> {
  const [a, b] = [held ?? 0n, unspent ?? 0n];
  if (a > 0n && a >= b) return { money: a, moneyIs: 'held' };
  if (b > 0n) return { money: b, moneyIs: 'unspent' };
  const stated = alerts.flatMap(({ amount }) => amount ?? []);
  const most = stated.reduce<Dong | null>((x, y) => (x === null || y > x ? y : x), null);
  return { money: most ?? held ?? unspent, moneyIs: 'alert' };
}

/** Overdue: a day that has passed, of a blocker or by a rule. Due soon: by the day of the next letter, as everywhere. */
function urgencyOf(blockers: Ranked['blockers'], alerts: Ranked['alerts'], reckoning: Reckoning): Urgency {
  const isPast = alerts.some(({ rule }) => decisionAskedBy(rule)?.isPast ?? false);
  if (isPast || blockers.some(({ due }) => isOverdue(due, reckoning))) return 'overdue';
  return blockers.some(({ due }) => isDueSoon(due, reckoning)) ? 'due-soon' : 'other';
}

/** What the order goes by besides the rank. */
interface Placed {
  readonly rank: Rank;
  readonly due: PlainDate | null;
  readonly project: { readonly id: string };
}

/** Most weight first, what isn't known last; then the more urgent, the earlier due, and the project's id: no two are equal. */
export function byRank(a: Placed, b: Placed): number {
  return (
    descending(a.rank.weight, b.rank.weight) ||
    FACTORS[b.rank.urgency] - FACTORS[a.rank.urgency] ||
    earlier(a.due, b.due) ||
    (a.project.id < b.project.id ? -1 : a.project.id > b.project.id ? 1 : 0)
  );
}

/** Largest first; what isn't known comes last. */
export function descending(a: Dong | null, b: Dong | null): number {
  const [x, y] = [a ?? -1n, b ?? -1n];
  return x < y ? 1 : x > y ? -1 : 0;
}

/** Earliest first; without a day comes last. */
export function earlier(a: PlainDate | null, b: PlainDate | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

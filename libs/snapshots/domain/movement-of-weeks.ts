import { daysBetween, type DatedAmount, type Movement } from '@thongvon/kernel';

/**
 * What changed between two frozen weeks that somebody chose: the standing of the second less that of the first, with the dates of
 * the figures of each. Weeks with the same figures have no change, which isn't zero: nothing newer was reported. Sums that differ
 * for the same date are a correction, and an earlier second week is a look back; both are changes.
 */
export function movementOfWeeks(before: DatedAmount, now: DatedAmount): Movement {
  const [from, to] = [before.on, now.on];
  const isKnown = from !== null && to !== null && before.amount !== null && now.amount !== null;
  if (!isKnown || (from === to && before.amount === now.amount))
    return {
      value: null,
      from: null,
      to: null,
      days: null,
      reason: 'not-reported',
      since: from === null ? null : to,
    };
  const value = now.amount - before.amount;
  return { value, from, to, days: daysBetween(from, to), reason: null, since: null };
}

import type { AmountUnit, Dong } from '@thongvon/kernel';
import {
  LEAST_OF_LARGEST,
  LEAST_OF_LARGEST_OF_MANY,
  LEAST_OF_MOST,
  listsSmall,
  maySaySmall,
  mostOfAYear,
} from '../values/plausible-works';

/** What a table says of one works. */
export interface WorksAmounts {
  readonly name: string;
  readonly planned: string | null;
  readonly disbursed: string | null;
}

/**
 * Public works of a kind take amounts of a range in a year. Where most works of a table lie above it, or all of them far
 * below, the unit is likelier wrong than they are: commune works in tỷ for triệu, a road of 2,45 triệu. Payments that are
 * small by nature count for nothing, nor do the first payments of a year. `titles`: what is written above the table.
 */
export function implausibleWorks(
  all: readonly WorksAmounts[],
  titles: readonly string[],
  unit: AmountUnit,
): { what: string; amount: Dong } | undefined {
  const works = all.flatMap(({ name, planned, disbursed }) => {
    const most = mostOfAYear(name);
    const amount = planned ?? disbursed;
    return most !== undefined && amount !== null && BigInt(amount) > 0n
      ? [{ name, most, amount: BigInt(amount), isPlan: planned !== null }]
      : [];
  });
  const above = works.filter(({ amount, most }) => amount > most);
  const [first] = above;
  // Of amounts that are too large in đồng no other unit makes less.
  if (first && unit !== 'dong' && above.length * 2 > works.length) return said(first);
  if (unit === 'billion-dong' || titles.some(listsSmall)) return undefined;
  const plans = works.filter(({ name, isPlan }) => isPlan && !maySaySmall(name));
  const sorted = plans.toSorted((a, b) => (a.amount < b.amount ? -1 : 1));
  const [largest, median] = [sorted.at(-1), sorted[Math.floor(sorted.length / 2)]];
  if (!largest || !median) return undefined;
  const isTable = sorted.length >= 3;
  const low =
    largest.amount < LEAST_OF_LARGEST ||
    (isTable && (largest.amount < LEAST_OF_LARGEST_OF_MANY || median.amount < LEAST_OF_MOST));
  return low ? said(median) : undefined;
}

const said = ({ name, amount }: { name: string; amount: Dong }): { what: string; amount: Dong } => ({
  what: `vốn một năm của “${name}”`,
  amount,
});

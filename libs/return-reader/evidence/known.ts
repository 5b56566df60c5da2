import { type Dong, dongOf, groupBy, matchKey, officeKey, sumDong } from '@thongvon/kernel';
import { knownKey } from '../checks/implausible-amounts';
import type { AmountText, Reading } from '../model/reading';

/** What a reading says of the projects that are known, held against the plan ledger or the last return. */
export interface HeldAgainst {
  readonly with: 'plan' | 'last-return';
  readonly outcome: 'agrees' | 'differs' | 'unknown';
  /** Sums of the projects that are compared. */
  readonly read: Dong;
  readonly expected: Dong;
  readonly compared: number;
  readonly differing: number;
  /** Projects that have the amount, known or not. */
  readonly withAmount: number;
}

/** What a project has with the choice, and what is known of it: never of another reading, nor of other projects. */
interface Pair {
  readonly read: Dong;
  readonly expected: Dong;
}

/**
 * A stated plan is the ledger's project by project, but for rounding. What was disbursed is less than before for no project,
 * and not far above it for most: the sum of two columns that show the same money is never what the last return said.
 */
export function heldAgainst(
  against: 'plan' | 'last-return',
  { projects, allocations }: Pick<Reading, 'projects' | 'allocations'>,
  known: Readonly<Record<string, AmountText>> | undefined,
): HeldAgainst {
  const field = against === 'plan' ? 'planned' : 'disbursed';
  const rows =
    field === 'planned' && projects.length === 0
      ? allocations.map((line) => ({ ...line, disbursed: null }))
      : projects;
  const pairs = pairsOf(rows, field, known);
  const differing = pairs.filter(field === 'planned' ? isOtherPlan : hasFallen).length;
  const grown = field === 'planned' ? [] : pairs.filter(isFarAbove);
  const isGrown = grown.length * 2 > pairs.filter(({ expected }) => expected > 0n).length;
  return {
    with: against,
    outcome: pairs.length === 0 ? 'unknown' : differing > 0 || isGrown ? 'differs' : 'agrees',
    read: sum(pairs.map(({ read }) => read)),
    expected: sum(pairs.map(({ expected }) => expected)),
    compared: pairs.length,
    differing: isGrown ? differing + grown.length : differing,
    withAmount: rows.filter((row) => row[field] !== null).length,
  };
}

/**
 * By code, or by name what has none (`knownKey`); several rows of one make one project, as the ledger counts them. Of one name of
 * two owners nothing says which is known.
 */
function pairsOf(
  rows: readonly {
    code: string | null;
    name: string;
    owner: string | null;
    planned: AmountText;
    disbursed: AmountText;
  }[],
  field: 'planned' | 'disbursed',
  known: Readonly<Record<string, AmountText>> = {},
): Pair[] {
  const projects = groupBy(
    rows.filter(({ code, name }) => code !== null || matchKey(name) !== ''),
    knownKey,
  );
  return [...projects].flatMap(([key, same]) => {
    const owners = new Set(same.flatMap(({ owner }) => (owner === null ? [] : [officeKey(owner)])));
    const [expected, read] = [known[key] ?? null, sumDong(same.map((row) => dongOf(row[field])))];
    const isOne = same.some(({ code }) => code !== null) || owners.size < 2;
    return expected === null || read === null || !isOne ? [] : [{ read, expected: BigInt(expected) }];
  });
}

const sum = (amounts: readonly Dong[]): Dong => amounts.reduce((total, amount) => total + amount, 0n);

/** By more than a thousandth, as rounding never is. */
const isOtherPlan = ({ read, expected }: Pair): boolean =>
  (read > expected ? read - expected : expected - read) * 1000n > expected;
const hasFallen = ({ read, expected }: Pair): boolean => (expected - read) * 1000n > expected;

/** Half as much again: few projects of a return are paid so much between two reports. */
const isFarAbove = ({ read, expected }: Pair): boolean => expected > 0n && read * 2n > expected * 3n;

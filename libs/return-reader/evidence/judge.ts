import type { ReadingOptions } from '../model/options';
import type { FindingCode } from '../model/finding-codes';
import type { Reading, WitnessKind } from '../model/reading';
import { heldAgainst } from './known';
import type { ReadOutcome } from './outcome';

/** What a witness says of one reading, and of how many rows or projects it can say anything. */
interface Verdict {
  readonly outcome: 'agrees' | 'differs';
  readonly compared: number;
}

/** A witness that has nothing to compare says nothing. */
type Verdicts = ReadonlyMap<WitnessKind, Verdict>;

/** What can contradict a reading: whatever is computed from several columns, and what is known of its projects. */
const CONTRADICTS: readonly WitnessKind[] = [
  'stated-rates',
  'remainders',
  'column-formulas',
  'parts',
  'plan',
  'last-return',
  'magnitude',
];

/** What all witnesses say of a reading. */
export function verdictsOf(
  { reading, tables, tally }: ReadOutcome,
  { known }: Pick<ReadingOptions, 'known'>,
): Verdicts {
  const verdicts = new Map<WitnessKind, Verdict>();
  const add = (witness: WitnessKind, differs: boolean, compared: number): void => {
    const before = verdicts.get(witness);
    verdicts.set(witness, {
      outcome: differs || before?.outcome === 'differs' ? 'differs' : 'agrees',
      compared: compared + (before?.compared ?? 0),
    });
  };
  for (const { table } of tables)
    for (const { witness, agreeing, differing } of tally.of(table))
      if (agreeing + differing > 0) add(witness, differing > 0, agreeing + differing);
  // A new decision changes the ledger: what it doesn't share with it says nothing of how it is read.
  const isBasis = reading.kinds.includes('disbursement') || reading.kinds.includes('treasury');
  for (const against of ['plan', 'last-return'] as const) {
    const held = heldAgainst(against, reading, against === 'plan' ? known?.planned : known?.disbursed);
    const isMost = held.compared * 2 > held.withAmount && held.expected > 0n;
    if (held.outcome === 'differs' || (held.outcome === 'agrees' && isBasis && isMost))
      add(against, held.outcome === 'differs', held.compared);
  }
  const codes = new Set(
    reading.findings
      .filter(({ severity }) => severity === 'question' || severity === 'error')
      .map((f) => f.code),
  );
  if (codes.has('RET-UNIT-SUSPECT')) add('magnitude', true, 0);
  if (codes.has('RET-PARTS-EXCEED') || codes.has('RET-AMOUNT-NEGATIVE')) add('parts', true, 0);
  return verdicts;
}

/** A hypothesis, or several at once, and what the file is with it. */
export interface Judged {
  readonly outcome: ReadOutcome;
  readonly verdicts: Verdicts;
  /** A choice that leaves changes of the plan out, which a ledger that is a decision behind would confirm. */
  readonly mayBeBehind: boolean;
}

/** The reading that holds, and what confirms it; `same`: all that survive give the same, whichever it is. */
export interface Decided {
  readonly index: number;
  readonly confirmedBy: readonly WitnessKind[];
}

/**
 * The one reading that all arithmetic leaves, if some witness confirms it that every other contradicts, or if nothing contradicts any
 * and all give the same money in every line. Undefined: a person must say (issue 9).
 */
export function judge(judged: readonly Judged[], confirmers: readonly WitnessKind[]): Decided | undefined {
  const relevant = CONTRADICTS.filter(
    // What is left may be left of something else; where no reading makes it, it contradicts none.
    (witness) =>
      witness !== 'remainders' || judged.some(({ verdicts }) => verdicts.get(witness)?.outcome === 'agrees'),
  );
  const survivors = judged.filter(({ verdicts }) => contradictionsOf(verdicts, relevant).length === 0);
  const [first] = survivors;
  if (!first) return undefined;
  const money = moneyOf(first.outcome.reading);
  if (survivors.some(({ outcome }) => moneyOf(outcome.reading) !== money)) return undefined;
  const index = judged.indexOf(first);
  const others = judged.filter(({ outcome }) => moneyOf(outcome.reading) !== money);
  if (others.length === 0) return isWhole(first.outcome.reading) ? { index, confirmedBy: [] } : undefined;
  const confirmedBy = confirmers.filter(
    (witness) =>
      !(witness === 'plan' && first.mayBeBehind) &&
      others.every((other) => isRefuted(witness, other.verdicts, first.verdicts)),
  );
  return confirmedBy.length > 0 ? { index, confirmedBy } : undefined;
}

/**
 * Whether a witness that confirms one reading contradicts the other, of no fewer rows: what leaves a column out may only agree
 * because it says nothing of the rows that the column fills.
 */
function isRefuted(witness: WitnessKind, other: Verdicts, confirmed: Verdicts): boolean {
  const [own, theirs] = [confirmed.get(witness), other.get(witness)];
  return own?.outcome === 'agrees' && theirs?.outcome === 'differs' && own.compared >= theirs.compared;
}

export const contradictionsOf = (
  verdicts: Verdicts,
  among: readonly WitnessKind[] = CONTRADICTS,
): WitnessKind[] => among.filter((witness) => verdicts.get(witness)?.outcome === 'differs');

/** Where an amount can't be read yet, two readings may only seem to give the same. */
const isWhole = ({ findings }: Reading): boolean =>
  findings.every(
    ({ severity, code }) => severity !== 'error' && !(severity === 'question' && HIDES_MONEY.has(code)),
  );

const HIDES_MONEY: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'RET-UNIT-UNKNOWN',
  'RET-UNIT-SUSPECT',
  'RET-COLUMN-UNKNOWN',
  'RET-COLUMN-AMBIGUOUS',
  'RET-AMOUNT-AMBIGUOUS',
  'RET-ROW-UNCLEAR',
  'RET-KIND-AMBIGUOUS',
]);

/** Everything of a reading that reaches the books: lines with their amounts, and whose they are. */
function moneyOf({ kinds, planYear, asOf, projects, allocations, landClearance }: Reading): string {
  const known = MONEY.get(projects);
  if (known !== undefined) return known;
  const money = JSON.stringify([
    kinds,
    planYear,
    asOf,
    projects.map(({ code, name, owner, field, note, totalInvestment, lines }) => [
      code,
      name,
      owner,
      field,
      note,
      totalInvestment,
      lines.map(({ cells: _cells, derived: _derived, ...line }) => line),
    ]),
    allocations.map(({ cell: _cell, before: _before, ...line }) => line),
    landClearance.map(({ cells: _cells, ...row }) => row),
  ]);
  MONEY.set(projects, money);
  return money;
}

const MONEY = new WeakMap<object, string>();

import { optionsOf, type ReadingOptions } from '../model/options';
import type { Ask, Finding } from '../model/reading';
import type { ReadOutcome } from './outcome';

/** What is answered by a choice that changes what is read, the whole table's first: not all can be tried of a large file. */
export const TRIED: readonly Ask[] = [
  'unit',
  'column-unit',
  'column',
  'as-of',
  'plan-year',
  'decision',
  'kind',
  'sheet',
  'row',
  'amount',
  'cell-scale',
];

/** A choice of an open question, taken as if it were answered. */
export interface Hypothesis {
  readonly finding: Finding;
  readonly choice: NonNullable<Finding['choices']>[number];
}

export const hypothesesOf = (finding: Finding): Hypothesis[] =>
  (finding.choices ?? []).map((choice) => ({ finding, choice }));

/**
 * Trying a hypothesis is reading the workbook once more, some six seconds for a million cells. A return of 100 000 cells still has
 * two questions of three choices each tried; where more would be read, the finding says that it was left out.
 */
const MOST_READINGS = 40;
const MOST_CELLS = 600_000;

/** Readings of one workbook under hypotheses. None is made twice, and no more are made than a person would wait for. */
export class Trials {
  private left: number;
  private readonly known = new Map<string, ReadOutcome>();

  constructor(
    cells: number,
    private readonly options: ReadingOptions,
    private readonly read: (options: ReadingOptions) => ReadOutcome,
  ) {
    this.left = Math.min(MOST_READINGS, Math.floor(MOST_CELLS / Math.max(1, cells)));
  }

  /**
   * The readings with each of these sets of hypotheses; undefined where that would be too many, `reserve` being left for others, or
   * where a choice can't be taken.
   */
  outcomes(sets: readonly (readonly Hypothesis[])[], reserve = 0): ReadOutcome[] | undefined {
    if (!this.allows(sets, reserve)) return undefined;
    const outcomes = sets.map((set) => this.outcome(set));
    return outcomes.some((outcome) => outcome === undefined)
      ? undefined
      : outcomes.flatMap((outcome) => outcome ?? []);
  }

  /** Whether so many more readings may be made. */
  allows(sets: readonly (readonly Hypothesis[])[], reserve = 0): boolean {
    const open = new Set(sets.map(keyOf).filter((key) => !this.known.has(key)));
    return open.size + reserve <= this.left;
  }

  private outcome(set: readonly Hypothesis[]): ReadOutcome | undefined {
    const key = keyOf(set);
    const known = this.known.get(key);
    if (known) return known;
    const options = set.reduce<ReadingOptions | undefined>(
      (before, hypothesis) => before && taking(hypothesis, before),
      this.options,
    );
    if (!options) return undefined;
    this.left -= 1;
    const outcome = this.read(options);
    this.known.set(key, outcome);
    return outcome;
  }
}

const keyOf = (set: readonly Hypothesis[]): string =>
  set
    .map(({ finding: { asks, code, sheet, cell }, choice }) =>
      JSON.stringify([asks, code, sheet, cell, choice.value]),
    )
    .sort()
    .join('\n');

/** The options with a choice of a question taken, which goes before what was answered earlier. */
function taking({ finding, choice }: Hypothesis, options: ReadingOptions): ReadingOptions | undefined {
  const { asks, code, sheet, cell } = finding;
  const given = asks && optionsOf([{ asks, code, sheet, cell, value: choice.value, reason: null }]);
  if (!given) return undefined;
  return {
    ...options,
    ...given,
    units: [...(given.units ?? []), ...(options.units ?? [])],
    columns: [...(given.columns ?? []), ...(options.columns ?? [])],
    sheets: [...(given.sheets ?? []), ...(options.sheets ?? [])],
    rows: [...(given.rows ?? []), ...(options.rows ?? [])],
    amounts: [...(given.amounts ?? []), ...(options.amounts ?? [])],
    scales: [...(given.scales ?? []), ...(options.scales ?? [])],
    accepted: options.accepted ?? [],
  };
}

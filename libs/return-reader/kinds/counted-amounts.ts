import type { LineField } from '../model/reading';
import type { LineAmount } from '../table/line-amount';
import type { Line } from '../table/lines';

interface Counted<T> {
  readonly line: Line;
  readonly of: T;
  /** In which order it was added. */
  readonly at: number;
}

/**
 * The lines of one project that have been added, to find what another one would count twice: a figure of the same field and plan
 * type, and not of two sources. An amount without a source may be the whole of those that have one, or some of it, so it is never
 * added to them but within its own row, where the table's columns tell which is which; a zero is no part of anything.
 * Linear: a line is looked up, not held against every other. Lines are added row after row, as `linesOf` makes them.
 */
export class CountedAmounts<T> {
  /** By field, plan type and source: what was added first. */
  private readonly bySource = new Map<string, Counted<T>>();
  /** By field and plan type: the first amount without a source that isn't zero, and the first with one. */
  private readonly whole = new Map<string, Counted<T>>();
  private readonly part = new Map<string, Counted<T>>();
  private readonly added: { readonly line: Line; readonly of: T }[] = [];
  /** How many of those added can be looked up. */
  private indexed = 0;
  private isOfOneRow = true;

  /** Of the amounts in `fields`, or of all; `saysNothing` names those that aren't counted, not even for the same source. */
  constructor(
    private readonly saysNothing: (amount: LineAmount) => boolean,
    private readonly fields?: readonly LineField[],
  ) {}

  /** What was added first of what this line would count again; undefined where it can be added. */
  firstOf(line: Line): T | undefined {
    // A row counts nothing again of itself, and most projects have one.
    if (this.added[0] === undefined || (this.added[0].line.row === line.row && this.isOfOneRow))
      return undefined;
    this.index();
    const others = line.source ? this.whole : this.part;
    const found = this.amountsOf(line).flatMap(({ typed, same, isZero }) => {
      const other = isZero ? undefined : others.get(typed);
      return [this.bySource.get(same), other].filter((one) => one !== undefined && one.line.row !== line.row);
    });
    return found.reduce((first, one) => (first && one && first.at < one.at ? first : one), undefined)?.of;
  }

  add(line: Line, of: T): void {
    this.isOfOneRow &&= this.added[0] === undefined || this.added[0].line.row === line.row;
    this.added.push({ line, of });
  }

  private index(): void {
    for (; this.indexed < this.added.length; this.indexed += 1) {
      const entry = this.added[this.indexed];
      if (entry === undefined) return;
      const { line } = entry;
      const counted = { ...entry, at: this.indexed };
      const ofItsSort = line.source ? this.part : this.whole;
      for (const { typed, same, isZero } of this.amountsOf(line)) {
        if (!this.bySource.has(same)) this.bySource.set(same, counted);
        if (!isZero && !ofItsSort.has(typed)) ofItsSort.set(typed, counted);
      }
    }
  }

  private amountsOf({ planType, planOf, source, amounts }: Line) {
    return (this.fields ?? [...amounts.keys()]).flatMap((field) => {
      const amount = amounts.get(field);
      if (amount === undefined || this.saysNothing(amount)) return [];
      const typed = `${field}|${planType}|${planOf ?? ''}`;
      return [{ typed, same: `${typed}|${source?.code ?? ''}`, isZero: amount.dong === 0n }];
    });
  }
}

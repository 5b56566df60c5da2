import type { CellModel } from '@thongvon/workbook-io';
import type { WitnessKind } from '../model/evidence';

/** What one comparison of a check said. `waits`: a cell of it can't be read yet. */
export type Compared = 'agrees' | 'differs' | 'waits';

/** What is compared: by which witness, and of which columns, the first of them being the one that states. */
export interface Subject {
  readonly witness: WitnessKind;
  /** Empty: rows, over all columns. */
  readonly columns: readonly number[];
  readonly text?: string;
}

/** How often a witness agreed. */
export interface Count extends Subject {
  readonly agreeing: number;
  readonly differing: number;
  readonly waiting: number;
  /** The first cells that differ or wait. */
  readonly cells: readonly CellModel[];
}

/** A page shows a few cells; the findings list them all. */
export const MOST_CELLS_OF_ONE = 5;

interface Counting extends Subject {
  agreeing: number;
  differing: number;
  waiting: number;
  cells: CellModel[];
}

/**
 * Counts, table by table, what the checks compare: not only what differs, which is a finding, but also what agrees, which is the
 * evidence of a reading. Bounded by columns, not by rows.
 */
export class Tally {
  private readonly counts = new Map<object, Map<string, Counting>>();

  count(table: object, subject: Subject, compared: Compared, cell?: CellModel): void {
    const of = this.counts.get(table) ?? new Map<string, Counting>();
    this.counts.set(table, of);
    const key = `${subject.witness} ${subject.columns.join(' ')}`;
    const counting = of.get(key) ?? { ...subject, agreeing: 0, differing: 0, waiting: 0, cells: [] };
    of.set(key, counting);
    if (compared === 'agrees') counting.agreeing += 1;
    else if (compared === 'differs') counting.differing += 1;
    else counting.waiting += 1;
    if (compared !== 'agrees' && cell && counting.cells.length < MOST_CELLS_OF_ONE) counting.cells.push(cell);
  }

  of(table: object): readonly Count[] {
    return [...(this.counts.get(table)?.values() ?? [])];
  }
}

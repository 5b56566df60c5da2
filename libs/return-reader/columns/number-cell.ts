import type { AmountUnit, Decimal } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import type { AmbiguousNumber } from '../values/number-text';

/** What one cell of a number column says, before any unit. Blank is "not reported", a dash is zero (contract, 3). */
export type NumberCell =
  | { readonly state: 'blank' | 'not-applicable' }
  | NumberValue
  | {
      readonly state: 'ambiguous';
      readonly readings: AmbiguousNumber['readings'];
      readonly cell: CellModel;
    }
  | {
      readonly state: 'unreadable';
      readonly why: 'not-a-number' | 'cell-error' | 'no-value' | 'percent';
      readonly cell: CellModel;
    };

export interface NumberValue {
  readonly state: 'value';
  readonly value: Decimal;
  /** Decimals that a person sees in the cell. */
  readonly decimals: number;
  /** A unit typed behind the number, "12,5 tr", or that of its row. */
  readonly unit?: AmountUnit;
  /** The unit that was typed, where the column's cells have several and all are read in đồng. */
  readonly typedUnit?: AmountUnit;
  /** The unit is that of the row. */
  readonly ofRow?: true;
  readonly cell: CellModel;
}

import type { Statement } from './context/statements';
import type { ReturnKind } from './reading';
import type { Grid } from './sheet/grid';
import type { RawTable } from './sheet/tables';

/** A first look at a sheet: its tables and what they seem to be. */
export interface SurveyedSheet {
  readonly grid: Grid;
  readonly instructions: boolean;
  readonly tables: readonly SurveyedTable[];
}

/** A table as a return of one kind; a mixed table is there once for each. */
export interface SurveyedTable {
  readonly raw: RawTable;
  readonly statements: readonly Statement[];
  /** Undefined for a table without any figure of a return, and for one that is set aside. */
  readonly kind: ReturnKind | undefined;
  /** Other columns of the same table make a return of another kind. */
  readonly shared: boolean;
}

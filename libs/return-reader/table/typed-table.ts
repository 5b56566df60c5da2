import type { AmountUnit, PlanYear } from '@thongvon/kernel';
import type { Assignment } from '../columns/assignment';
import type { Meaning, TextField } from '../columns/meaning';
import type { ReturnKind } from '../reading';
import type { Body } from '../rows/body';
import type { Outline } from '../rows/outline';
import type { Portfolio } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import type { Figures } from '../sheet/figures';
import type { PlanTypeAnswers } from './plan-type-answers';
import type { RawTable } from '../sheet/tables';

/** A table of which it is known what every column and every row is. */
export interface TypedTable {
  readonly raw: RawTable;
  readonly kind: ReturnKind;
  readonly planYear: PlanYear | undefined;
  /** The column of each text field. */
  readonly texts: ReadonlyMap<TextField, number>;
  readonly meanings: ReadonlyMap<number, Meaning>;
  readonly assignment: Assignment;
  /** Units of the amount columns; undefined where none is stated. */
  readonly units: ReadonlyMap<number, AmountUnit | undefined>;
  readonly figures: Figures;
  readonly body: Body;
  readonly planTypeAnswers: PlanTypeAnswers;
  /** Columns among which a person must say which one has the projects' codes. */
  readonly codes: readonly number[];
  readonly outline: Outline;
  readonly portfolio: Portfolio;
}

/** Rows whose figures count or are checked; a row "trong đó" repeats a part of another. */
export function countingRows({ body, outline }: TypedTable): readonly TableRow[] {
  return body.rows.filter(({ index }) => !['detail', 'note'].includes(outline.kinds.get(index) ?? ''));
}

/** The columns with one meaning, from left to right. */
export function columnsOf(table: TypedTable, wanted: (meaning: Meaning) => boolean): number[] {
  return [...table.meanings]
    .filter(([, meaning]) => wanted(meaning))
    .map(([column]) => column)
    .sort((a, b) => a - b);
}

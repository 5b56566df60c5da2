import { cellName, type FormCell, type FormLook, type InputRule } from '@thongvon/workbook-io';
import { FORM_TEXTS } from '../messages/blank-return';

/** What may be typed into a cell for an amount in đồng. */
export const AMOUNT_INPUT: InputRule = {
  type: 'amount',
  errorTitle: FORM_TEXTS.amountErrorTitle,
  error: FORM_TEXTS.amountError,
};

/** What may be typed into a cell for a count of households, graves, m². */
export const COUNT_INPUT: InputRule = {
  type: 'count',
  errorTitle: FORM_TEXTS.countErrorTitle,
  error: FORM_TEXTS.countError,
};

export const DATE_INPUT: InputRule = {
  type: 'date',
  errorTitle: FORM_TEXTS.dateErrorTitle,
  error: FORM_TEXTS.dateError,
};

export const textCell = (column: number, text: string, look: FormLook): FormCell => ({
  column,
  look,
  ...(text !== '' && { content: { type: 'text', text } }),
});

/** Empty for null: not known is not zero. */
export const numberCell = (column: number, number: bigint | number | null, look: FormLook): FormCell => ({
  column,
  look,
  ...(number !== null && { content: { type: 'number', number } }),
});

export const formulaCell = (
  column: number,
  formula: string,
  value: number | string,
  look: FormLook,
): FormCell => ({ column, look, content: { type: 'formula', formula, value } });

/** A1 names of a column's cells in these rows (numbers from 1, rising), neighbours joined: "E12:E14,E20". */
export function cellsOf(column: number, rows: readonly number[]): string {
  const runs: { first: number; last: number }[] = [];
  for (const row of rows) {
    const run = runs.at(-1);
    if (run?.last === row - 1) run.last = row;
    else runs.push({ first: row, last: row });
  }
  const name = (row: number): string => cellName(row - 1, column);
  return runs
    .map(({ first, last }) => (first === last ? name(first) : `${name(first)}:${name(last)}`))
    .join(',');
}

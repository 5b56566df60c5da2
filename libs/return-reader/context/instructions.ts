import { unaccent } from '@thongvon/kernel';
import type { RowModel } from '@thongvon/workbook-io';
import { statementsOf } from './statements';

const ROWS_TO_LOOK_AT = 8;
const INSTRUCTIONS = /\b(?:huong dan|vi du|cach ghi|mau vi du|bieu mau trong)\b/;

/** Whether a sheet explains how to fill in a return, so that the example in it is no data. */
export function isInstructions(name: string, rows: readonly RowModel[]): boolean {
  if (INSTRUCTIONS.test(unaccent(name))) return true;
  return statementsOf(rows.slice(0, ROWS_TO_LOOK_AT)).some(
    ({ text }) =>
      text.length < 80 &&
      INSTRUCTIONS.test(unaccent(text)) &&
      /^\W*(?:huong dan|vi du|cach ghi)/.test(unaccent(text)),
  );
}

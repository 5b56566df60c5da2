import { dongAt, totalColumn } from '../checks/column-units';
import type { Findings } from '../findings/findings';
import { CHANGE_FIELDS } from '../model/meaning';
import { columnLetters } from '../sheet/grid';
import { columnsOf, countingRows, type TypedTable } from '../table/typed-table';
import type { Subject } from './tally';

/**
 * "Còn lại" beside a plan and what was disbursed of it: on each row the one less the other, in whole đồng. It is no finding where
 * it isn't so, since it may be left of something else; that it is so says which columns were meant.
 */
export function countRemainders(table: TypedTable, { tally }: Findings): void {
  const plan = totalColumn(table, 'planned');
  const spent = totalColumn(table, 'disbursed');
  if (plan === undefined || spent === undefined) return;
  if (columnsOf(table, ({ field }) => CHANGE_FIELDS.some((change) => change === field)).length > 0) return;
  for (const { column, path } of table.assignment.features) {
    const isLeft =
      path.some(({ tags }) => tags.has('remaining')) && !path.some(({ tags }) => tags.has('rate'));
    if (!isLeft || table.meanings.get(column)?.field !== 'ignored') continue;
    const unit = path.findLast((caption) => caption.unit !== undefined)?.unit ?? table.units.get(plan);
    const text = `${columnLetters(column)} = ${columnLetters(plan)} − ${columnLetters(spent)}`;
    const subject: Subject = { witness: 'remainders', columns: [column, plan, spent], text };
    for (const { index } of countingRows(table)) {
      const left = dongAt(table, index, column, unit);
      const whole = dongAt(table, index, plan);
      const used = table.figures.at(index, spent).state === 'blank' ? 0n : dongAt(table, index, spent);
      if (left === undefined || whole === undefined || used === undefined) continue;
      const agrees = left === whole - used;
      tally.count(table, subject, agrees ? 'agrees' : 'differs', table.raw.grid.cell(index, column));
    }
  }
}

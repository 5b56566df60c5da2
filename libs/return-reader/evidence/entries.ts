import type { CellModel } from '@thongvon/workbook-io';
import type { CellRef, Witness } from '../model/reading';
import { nameOf } from '../sheet/grid';
import { type Count, MOST_CELLS_OF_ONE } from './tally';

export const placeOf = (sheet: string, at: { row: number; column: number }): CellRef => ({
  sheet,
  cell: nameOf(at),
});

const placesOf = (sheet: string, cells: readonly CellModel[]): CellRef[] =>
  cells.slice(0, MOST_CELLS_OF_ONE).map((cell) => placeOf(sheet, cell));

/** A count as the reading shows it. */
export function witnessOf(sheet: string, count: Count): Witness {
  const { witness, agreeing, differing, waiting, cells, text } = count;
  const outcome = differing > 0 ? 'differs' : waiting > 0 ? 'waits' : 'agrees';
  return {
    witness,
    outcome,
    agreeing,
    of: agreeing + differing + waiting,
    ...(waiting > 0 ? { waiting } : {}),
    ...(cells.length > 0 ? { cells: placesOf(sheet, cells) } : {}),
    ...(text === undefined ? {} : { text }),
  };
}

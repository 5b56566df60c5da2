import type { CellRef, LandClearanceReading } from '@thongvon/return-reader';

/** Whether anything stands in the row besides the project's name. */
export function saysSomething({ cells }: LandClearanceReading): boolean {
  return Object.values(cells).some((cell) => cell !== undefined);
}

/** The first cell of a row that says something. Throws for one that doesn't. */
export function firstCell({ cells, name }: LandClearanceReading): CellRef {
  const cell = Object.values(cells).find((found) => found !== undefined);
  if (!cell) throw new Error(`a row without cells: ${name}`);
  return cell;
}

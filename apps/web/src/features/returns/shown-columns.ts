import type { ReturnView, WindowCellView } from '@thongvon/api-contract';

/** So many columns on each side of the one that a picture is about are shown. */
const NEAR = 2;
/** Fewer aren't worth folding. */
const WORTH = 3;

/** The columns that have a part in what is shown: the one that names projects, the one that it is about, and those next to it. */
export function columnsAbout(
  letters: readonly string[],
  about: string,
  names: string | undefined,
): readonly string[] {
  const at = letters.indexOf(about);
  if (at < 0) return letters;
  const shown = letters.filter((letter, i) => letter === names || Math.abs(i - at) <= NEAR);
  return letters.length - shown.length < WORTH ? letters : shown;
}

/** Over how many of the shown columns a cell goes; 0: it is folded. */
export function spanIn(
  { column, columnSpan }: Pick<WindowCellView, 'column' | 'columnSpan'>,
  letters: readonly string[],
  shown: readonly string[],
): number {
  const at = letters.indexOf(column);
  return letters.slice(at, at + columnSpan).filter((letter) => shown.includes(letter)).length;
}

/** The column that names the projects of a sheet, as it was read. */
export function nameColumn({ sheets }: Pick<ReturnView, 'sheets'>, sheet: string): string | undefined {
  const table = sheets.find(({ name, headerRows }) => name === sheet && headerRows.length > 0);
  return table?.columns.find(({ meaning }) => meaning === 'name')?.column;
}

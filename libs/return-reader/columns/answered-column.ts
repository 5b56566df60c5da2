import { withoutDates } from '../mapping/table-mapping';
import type { ReadingOptions } from '../options';
import { columnLetters } from '../sheet/grid';

interface CaptionedColumn {
  readonly column: number;
  readonly path: readonly { readonly text: string }[];
}

/** The meaning that a person gave to a column. */
export function answeredMeaning(
  sheet: string,
  column: CaptionedColumn,
  { columns = [] }: ReadingOptions,
): string | undefined {
  return columns.find((answer) => isAbout(answer, sheet, column))?.meaning;
}

/** The unit that a person gave to a column. */
export function answeredUnit(
  sheet: string,
  column: CaptionedColumn,
  { units = [] }: ReadingOptions,
): NonNullable<ReadingOptions['units']>[number] | undefined {
  return units.find((answer) => isAbout(answer, sheet, column));
}

/**
 * An answer that names the captions it was given for holds only where the column still bears them, but for dates: an
 * office's remembered answer must not follow a letter to another column.
 */
function isAbout(
  answer: { sheet: string; column?: string; caption?: string },
  sheet: string,
  { column, path }: CaptionedColumn,
): boolean {
  if (answer.sheet !== sheet || answer.column !== columnLetters(column)) return false;
  const caption = path.map(({ text }) => text).join(' / ');
  return answer.caption === undefined || withoutDates(answer.caption) === withoutDates(caption);
}

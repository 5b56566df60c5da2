import type { ReadingOptions } from '../options';
import { columnLetters } from '../sheet/grid';

/**
 * The meaning that a person gave to a column. An answer that names the captions it was given for holds only where the
 * column still bears them: an office's remembered answer must not follow a letter to another column.
 */
export function answeredMeaning(
  sheet: string,
  column: { readonly column: number; readonly path: readonly { readonly text: string }[] },
  { columns = [] }: ReadingOptions,
): string | undefined {
  const caption = column.path.map(({ text }) => text).join(' / ');
  return columns.find(
    (answer) =>
      answer.sheet === sheet &&
      answer.column === columnLetters(column.column) &&
      (answer.caption === undefined || answer.caption === caption),
  )?.meaning;
}

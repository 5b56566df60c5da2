import type { Header } from '../header/header';
import type { ReadingOptions } from '../options';
import { columnLetters } from '../sheet/grid';

/** The options for reading a mapped table: what its mapping says of columns and unit, after what was answered of them. */
export function mappedOptions(header: Header, options: ReadingOptions): ReadingOptions {
  const { mapping } = header;
  if (!mapping) return options;
  const { sheet, unit } = mapping;
  const columns = header.columns.map(({ column }) => {
    const letters = columnLetters(column);
    const meaning = mapping.columns.find((c) => c.column === letters)?.meaning ?? 'ignored';
    return { sheet, column: letters, meaning };
  });
  return {
    ...options,
    columns: [...(options.columns ?? []), ...columns],
    ...(unit === undefined ? {} : { units: [...(options.units ?? []), { sheet, unit, unlessStated: true }] }),
  };
}

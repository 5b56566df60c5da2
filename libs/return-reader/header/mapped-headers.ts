import { captionsOf, type ReadingOptions, type TableMapping } from '../model/options';
import { columnIndex, columnLetters, type Grid } from '../sheet/grid';
import { type Header, type HeaderColumn, readColumnNumbers } from './header';
import { headerColumns } from './header-paths';

/** The headers that mappings give to a sheet, top down; none where it has no mapping that holds. */
export function mappedHeaders(grid: Grid, { tables = [] }: ReadingOptions): Header[] {
  return tables
    .filter(({ sheet }) => sheet === grid.name)
    .map((mapping) => headerOf(grid, mapping))
    .filter(holds)
    .sort((a, b) => a.top - b.top)
    .filter((header, i, all) => header.top > (all[i - 1]?.bottom ?? -1));
}

type MappedHeader = Header & { readonly mapping: TableMapping };

function headerOf(grid: Grid, mapping: TableMapping): MappedHeader {
  const [from, to] = mapping.headerRows;
  const [top, bottom] = [from - 1, to - 1];
  const last = bottom > top ? grid.row(bottom) : undefined;
  const numbers = last && readColumnNumbers(last);
  const captioned = headerColumns(grid, top, numbers ? bottom - 1 : bottom).filter((c) => c.path.length > 0);
  const bare = mapping.columns
    .map(({ column }) => columnIndex(column))
    .filter((column) => !captioned.some((c) => c.column === column))
    .map((column): HeaderColumn => ({ column, path: [], row: top }));
  const columns = [...captioned, ...bare].sort((a, b) => a.column - b.column);
  return { top, bottom, columns, numbers: numbers ?? [], mapping };
}

function holds({ columns, mapping: { captions } }: MappedHeader): boolean {
  const found = captionsOf(
    columns.map(({ column, path }) => ({
      column: columnLetters(column),
      path: path.map(({ text }) => text),
      meaning: '',
    })),
  );
  return captions === undefined || JSON.stringify(captions) === JSON.stringify(found);
}

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

import type { TableMappingRequest, UnderstoodTableView } from '@thongvon/api-contract';

type Described = Pick<UnderstoodTableView, 'sheet' | 'range' | 'columns' | 'described'>;

/** Another column of the table that has this meaning, and gives way when it is given to `column`. */
export function columnTaking(
  { columns }: Pick<Described, 'columns'>,
  column: string,
  meaning: string,
): string | undefined {
  if (meaning === 'ignored') return undefined;
  return columns.find((one) => one.column !== column && one.meaning === meaning)?.column;
}

/**
 * What was said of the return's tables, with this column's meaning instead: the sheet of the table as it was understood, other
 * sheets as they were.
 */
export function mappingWith(
  mapping: readonly TableMappingRequest[],
  table: Described,
  column: string,
  meaning: string,
): TableMappingRequest[] {
  const top = Number(/\d+/.exec(table.range)?.[0]);
  const other = columnTaking(table, column, meaning);
  return [
    ...mapping.filter(({ sheet }) => sheet !== table.sheet),
    ...(table.described ?? []).map((described) => {
      if (described.headerRows[0] !== top) return described;
      const others = described.columns.filter((one) => one.column !== column && one.column !== other);
      return {
        ...described,
        columns: meaning === 'ignored' ? others : [...others, { column, meaning }],
      };
    }),
  ];
}

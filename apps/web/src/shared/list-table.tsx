import type { ReactNode } from 'react';
import type { useLongList } from '../api/long-list';
import { DataTable, type Column } from './data-table';
import { ListStates } from './page';

interface ListTableProps<Row> {
  /** Read out as the table's name. */
  readonly caption: string;
  readonly list: ReturnType<typeof useLongList<Row>>;
  readonly columns: readonly Column<Row>[];
  /** What is said where there is nothing. */
  readonly empty: ReactNode;
}

/** A list of the API as a table, page by page as it is read, with its states; on a phone each row is a block. */
export function ListTable<Row extends { readonly id: string }>(props: ListTableProps<Row>) {
  const { list, caption, columns, empty } = props;
  return (
    <ListStates list={list} empty={empty}>
      {(rows) => (
        <DataTable
          stacked
          caption={caption}
          columns={columns}
          rows={rows}
          keyOf={({ id }) => id}
          onEnd={list.more}
        />
      )}
    </ListStates>
  );
}

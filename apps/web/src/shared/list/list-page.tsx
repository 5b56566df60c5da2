import { type ReactNode, useState } from 'react';
import type { LongList } from '../../api/long-list';
import { useText } from '../../language';
import { type Column, DataTable } from '../data-table';
import { messages } from '../messages';
import { EmptyState, ListStates, Section } from '../page';
import { type Filter, Filters } from './filters';

interface ListTableProps<Row> {
  /** Read out as the table's name. */
  readonly caption: string;
  readonly list: LongList<Row>;
  readonly columns: readonly Column<Row>[];
  /** What tells one row from another, where they have no id. */
  readonly keyOf?: (row: Row) => string;
  /** What is said where there is nothing: a title, below which `emptyWhat` says what can be done, or all of it. */
  readonly empty: ReactNode;
  readonly emptyWhat?: ReactNode;
}

/** A list of the API as a table, page by page as it is read, with its states; on a phone each row is a block. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const { list, caption, columns, keyOf = idOf, empty, emptyWhat } = props;
  const nothing =
    typeof empty === 'string' ? (
      <EmptyState title={empty}>{emptyWhat !== undefined && <p>{emptyWhat}</p>}</EmptyState>
    ) : (
      empty
    );
  return (
    <ListStates list={list} empty={nothing}>
      {(rows) => (
        <DataTable stacked caption={caption} columns={columns} rows={rows} keyOf={keyOf} onEnd={list.more} />
      )}
    </ListStates>
  );
}

const idOf = (row: object): string => ('id' in row ? String(row.id) : '');

interface ListPageProps<Row> extends Omit<ListTableProps<Row>, 'caption'> {
  /** A sentence made from their number; while that isn't known, nothing is said. */
  readonly title: string;
  /** To the right of it. */
  readonly end?: ReactNode;
  /** A new one: what leads to it, and the pane in which it is made. */
  readonly add?: { readonly label: string; readonly pane: (close: () => void) => ReactNode };
  /** The pane that a row opens by its first column. */
  readonly pane?: (row: Row, close: () => void) => ReactNode;
  readonly intro?: ReactNode;
  readonly filters?: readonly Filter[];
  /** Between the filters and the rows. */
  readonly children?: ReactNode;
}

/**
 * A page that is a list, described: its title, what it can be filtered by (kept in the address), its columns, and what a row or a
 * new one opens.
 */
export function ListPage<Row extends object>(props: ListPageProps<Row>) {
  const { title, end, add, pane, intro, filters = [], children, ...table } = props;
  const t = useText(messages);
  const [opened, setOpened] = useState<Row | 'new'>();
  const [first, ...others] = table.columns;
  const columns =
    pane === undefined || first === undefined ? table.columns : [opening(first, setOpened), ...others];
  const close = () => setOpened(undefined);
  return (
    <Section
      title={table.list.rows === undefined ? t.loading : title}
      end={
        add === undefined ? (
          end
        ) : (
          <button type="button" className="link noprint" onClick={() => setOpened('new')}>
            {add.label}
          </button>
        )
      }
    >
      {intro}
      {filters.length > 0 && <Filters filters={filters} />}
      {children}
      <ListTable {...table} caption={title} columns={columns} />
      {opened === 'new' ? add?.pane(close) : opened && pane?.(opened, close)}
    </Section>
  );
}

/** The column with a button that opens its row. */
function opening<Row>(column: Column<Row>, open: (row: Row) => void): Column<Row> {
  return {
    ...column,
    render: (row) => (
      <button type="button" className="link" onClick={() => open(row)}>
        {column.render(row)}
      </button>
    ),
  };
}

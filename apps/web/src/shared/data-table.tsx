import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useText } from '../language';
import './data-table.css';
import { messages } from './messages';

export interface Column<Row> {
  /** Names the column in the address bar and in sorting. */
  readonly key: string;
  /** With its unit, unless the table states one for all. */
  readonly title: ReactNode;
  readonly render: (row: Row) => ReactNode;
  /** Below it, of lesser weight. */
  readonly sub?: (row: Row) => ReactNode;
  /** What the column is called where `title` is more than that: in menus, and for screen readers. */
  readonly name?: string;
  /** Figures are right-aligned. */
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  readonly width?: string;
  /** For what a narrow screen does with the column. */
  readonly className?: string;
}

/** What a column shows of a row, or that and what else there is to say of the column; `wide`: on a phone it has the whole width. */
export type Cell<Row> =
  | Column<Row>['render']
  | (Omit<Column<Row>, 'key' | 'title'> & Partial<Pick<Column<Row>, 'title'>> & { readonly wide?: boolean });

/** Cells by the names of what they are called, as the columns that a table takes. */
export function columnsOf<Row, Name extends string>(
  titles: Readonly<Record<NoInfer<Name>, string>>,
  columns: Readonly<Record<Name, Cell<Row>>>,
): readonly Column<Row>[] {
  return (Object.entries(columns) as [Name, Cell<Row>][]).map(([key, described]) => {
    const { wide = false, ...column } = typeof described === 'function' ? { render: described } : described;
    return { title: titles[key], ...(wide ? { className: 'dt-wide' } : {}), ...column, key };
  });
}

export interface Sort {
  readonly key: string;
  readonly descending: boolean;
}

interface DataTableProps<Row> {
  /** Read out as the table's name. */
  readonly caption: string;
  /** The first one names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly sort?: Sort;
  readonly onSort?: (sort: Sort) => void;
  /** The sum of all rows, shown first: cells by column. */
  readonly total?: ReactNode;
  /** Bodies of the table after its rows, which neither sort nor sum has. */
  readonly after?: ReactNode;
  /** Called when the last rows come into view and there may be more. */
  readonly onEnd?: (() => void) | undefined;
  readonly rowClass?: (row: Row) => string;
  /** On a phone each row is a block of named values instead of a line that is pushed sideways. */
  readonly stacked?: boolean;
}

/** More rows than these are drawn only where they are in view; fewer are all there, for printing and for searching the page. */
const DRAW_ALL = 150;
const ROW_HEIGHT = 38;

/** A table of the page: sticky heads, sorting by its heads, a sum row, any number of rows. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    columns,
    rows,
    keyOf,
    sort,
    onSort,
    total,
    after: below,
    onEnd,
    rowClass,
    stacked = false,
  } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const [offset, setOffset] = useState(0);
  const isPrinting = usePrinting();
  const all = rows.length <= DRAW_ALL || isPrinting;
  useLayoutEffect(() => {
    // Measuring makes the browser lay out the whole page at once.
    if (all) return;
    const top = body.current?.getBoundingClientRect().top ?? 0;
    setOffset(top + window.scrollY);
  }, [all]);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
    scrollMargin: offset,
    enabled: !all,
  });
  const drawn = virtualizer.getVirtualItems();
  const [first] = drawn;
  const last = drawn.at(-1);
  const atEnd = all || last?.index === rows.length - 1;
  useLayoutEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd]);
  const before = first === undefined ? 0 : first.start - offset;
  const after = last === undefined ? 0 : virtualizer.getTotalSize() + offset - last.end;

  const draw = (row: Row, index: number) => (
    <tr
      key={keyOf(row)}
      data-index={index}
      ref={all ? undefined : virtualizer.measureElement}
      aria-rowindex={index + 2}
      className={rowClass?.(row)}
    >
      <Cells row={row} columns={columns} />
    </tr>
  );

  return (
    <ScrollFrame label={caption} className={stacked ? 'dt-frame dt-stack' : 'dt-frame'}>
      <table className="dt" aria-rowcount={rows.length + 1}>
        <caption className="vh">{caption}</caption>
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} {...(width === undefined ? {} : { style: { width } })} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody ref={body}>
          {total}
          {!all && <Space height={before} columns={columns.length} />}
          {all
            ? rows.map(draw)
            : drawn.map(({ index }) => {
                const row = rows[index];
                return row === undefined ? null : draw(row, index);
              })}
          {!all && <Space height={after} columns={columns.length} />}
        </tbody>
        {below}
      </table>
    </ScrollFrame>
  );
}

/** Whether the page is being printed: then rows are drawn whether they are in view or not. */
function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    // Drawn before the browser lays the pages out, which it does as soon as this returns.
    const begin = () => flushSync(() => setPrinting(true));
    const end = () => setPrinting(false);
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return isPrinting;
}

interface RowProps<Row> {
  readonly row: Row;
  readonly columns: readonly Column<Row>[];
}

/** A row of a body of its own, `after` the others. */
export const TableRow = <Row,>({ row, columns }: RowProps<Row>) => (
  <tr>
    <Cells row={row} columns={columns} />
  </tr>
);

const Cells = <Row,>({ row, columns }: RowProps<Row>) =>
  columns.map((column, position) => (
    <Cell key={column.key} head={position === 0} column={column}>
      {column.render(row)}
      {column.sub && <Sub>{column.sub(row)}</Sub>}
    </Cell>
  ));

function Cell<Row>(props: {
  readonly head: boolean;
  readonly column: Column<Row>;
  readonly children: ReactNode;
}) {
  const { numeric = false, className = '' } = props.column;
  const classes = `${numeric ? 'r n ' : ''}${className}`;
  return props.head ? (
    <th scope="row" className={classes}>
      {props.children}
    </th>
  ) : (
    <td className={classes} data-label={nameInBlock(props.column)}>
      {props.children}
    </td>
  );
}

function Sub({ children }: { readonly children: ReactNode }) {
  if (children === null || children === undefined || children === false) return null;
  return <span className="sub">{children}</span>;
}

/** The heading where it is text, with its unit; else what the column is called. */
const nameInBlock = <Row,>({ key, title, name = key }: Column<Row>): string =>
  typeof title === 'string' ? title : name;

/** What the column is called in a sentence. */
export const columnName = <Row,>({ key, title, name }: Column<Row>): string =>
  name ?? (typeof title === 'string' ? title : key);

function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr className="space" aria-hidden="true">
      <td colSpan={columns} style={{ height: `${Math.max(0, height)}px` }} />
    </tr>
  );
}

interface HeadProps<Row> {
  readonly column: Column<Row>;
  readonly sort: Sort | undefined;
  readonly onSort: ((sort: Sort) => void) | undefined;
}

/** Clicking sorts, clicking again turns round. Figures start with the largest. */
function Head<Row>({ column, sort, onSort }: HeadProps<Row>) {
  const t = useText(messages);
  const { key, title, numeric = false, sortable = false } = column;
  const sorted = sort?.key === key ? sort : undefined;
  const className = numeric ? 'r' : undefined;
  if (!sortable || onSort === undefined)
    return (
      <th scope="col" className={className}>
        {title}
      </th>
    );
  const next = sorted ? !sorted.descending : numeric;
  return (
    <th
      scope="col"
      className={className}
      {...(sorted ? { 'aria-sort': sorted.descending ? 'descending' : 'ascending' } : {})}
    >
      <button
        type="button"
        title={t.sort(columnName(column))}
        onClick={() => onSort({ key, descending: next })}
      >
        {title}
        {sorted && <span aria-hidden="true">{sorted.descending ? ' ↓' : ' ↑'}</span>}
      </button>
    </th>
  );
}

interface ScrollFrameProps {
  readonly label: string;
  readonly className: string;
  readonly children: ReactNode;
}

/** A frame that can be pushed sideways where its content is wider; then by keyboard as well, and only then a stop for Tab. */
export function ScrollFrame({ label, className, children }: ScrollFrameProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [isWider, setWider] = useState(false);
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setWider(element.scrollWidth > element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return (
    <div
      ref={frame}
      className={className}
      {...(isWider ? { role: 'region', 'aria-label': label, tabIndex: 0 } : {})}
    >
      {children}
    </div>
  );
}

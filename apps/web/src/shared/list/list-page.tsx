import type { QueryKey } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { type LongList, longList, useLongList } from '../../api/long-list';
import { useFormats, useText } from '../../language';
import { AddressChoice, useAddressState } from '../address-state';
import { type Cell, type Column, columnsOf, DataTable } from '../data-table';
import { DateInput } from '../form/date-input';
import type { Option } from '../form/fields';
import { type Method, useChange } from '../form/form';
import { messages } from '../messages';
import { EmptyState, ListStates, Refusal, Section } from '../page';
import './filters.css';
import { type Portion, useFold } from './fold';
import { SearchBox } from './search-box';

const Drawer = lazy(async () => ({ default: (await import('../drawer')).Drawer }));

/** Columns with titles of their own, or cells by the names of what they are called; the first one names the row. */
type Columns<Row, Name extends string> =
  | { readonly columns: readonly Column<Row>[]; readonly titles?: never; readonly cells?: never }
  | {
      readonly titles: Readonly<Record<NoInfer<Name>, string>>;
      readonly cells: Readonly<Record<Name, Cell<Row>>>;
      readonly columns?: never;
    };

type ListPageProps<Row, Name extends string> = Columns<Row, Name> & PageProps<Row>;

interface PageProps<Row> extends Omit<ListTableProps<Row>, 'caption' | 'columns'> {
  /** A sentence made from their number, or the one that says it; while the number isn't known, nothing is said. */
  readonly title: string | ((count: string) => string);
  /** To the right of it. */
  readonly end?: ReactNode;
  /** A new one: what leads to it and is the title of its pane, and how it is made there. */
  readonly add?: { readonly label: string; readonly pane: (close: () => void) => ReactNode };
  /** What stands in the pane that a row opens by its first column, which is the pane's title. */
  readonly pane?: (row: Row, close: () => void) => ReactNode;
  readonly intro?: ReactNode;
  readonly filters?: readonly Filter[];
  /** Between the filters and the rows. */
  readonly children?: ReactNode;
}

/** What the contents of a row’s pane are given. */
export interface PaneProps<Row> {
  readonly row: Row;
  readonly onClose: () => void;
}

/**
 * A page that is a list, described: its title, what it can be filtered by (kept in the address), its columns, and what a row or a
 * new one opens.
 */
export function ListPage<Row extends object, Name extends string>(props: ListPageProps<Row, Name>) {
  const { title, end, add, pane, intro, filters = [], children, columns, titles, cells, ...table } = props;
  const t = useText(messages);
  const formats = useFormats();
  const [opened, setOpened] = useState<Row | 'new'>();
  const close = () => setOpened(undefined);
  const said = typeof title === 'string' ? title : title(formats.count(table.list.total));
  const described = columns ?? columnsOf(titles, cells);
  const [first, ...others] = described;
  const opens =
    pane === undefined || first === undefined ? described : [opening(first, setOpened), ...others];
  return (
    <Section
      title={table.list.rows === undefined ? t.loading : said}
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
      <ListTable {...table} caption={said} columns={opens} />
      {opened !== undefined && (
        <Suspense>
          <Drawer title={opened === 'new' ? add?.label : first?.render(opened)} onClose={close}>
            {opened === 'new' ? add?.pane(close) : pane?.(opened, close)}
          </Drawer>
        </Suspense>
      )}
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

interface ListTableProps<Row> {
  /** Read out as the table's name. */
  readonly caption: string;
  readonly list: LongList<Row>;
  readonly columns: readonly Column<Row>[];
  /** What tells one row from another, where they have no id. */
  readonly keyOf?: (row: Row) => string;
  /** What is said where there is nothing: a title, below which `emptyWhat` says what can be done, or all of it; else that nothing matches. */
  readonly empty?: ReactNode;
  readonly emptyWhat?: ReactNode;
  /** So many rows are in sight at first; without it all are, as far as they are read. */
  readonly fold?: Portion;
}

/** A list of the API as a table, page by page as it is read, with its states; on a phone each row is a block. */
export function ListTable<Row extends object>(props: ListTableProps<Row>) {
  const t = useText(messages);
  const { list, caption, columns, keyOf = idOf, empty = t.noneMatches, emptyWhat, fold } = props;
  const { shown, rest } = useFold(list, fold ?? UNFOLDED);
  const nothing =
    typeof empty === 'string' ? (
      <EmptyState title={empty}>{emptyWhat !== undefined && <p>{emptyWhat}</p>}</EmptyState>
    ) : (
      empty
    );
  return (
    <ListStates list={list} empty={nothing}>
      {() => (
        <>
          <DataTable
            stacked
            caption={caption}
            columns={columns}
            rows={shown}
            keyOf={keyOf}
            onEnd={fold === undefined ? list.more : undefined}
          />
          {fold !== undefined && rest}
        </>
      )}
    </ListStates>
  );
}

const UNFOLDED: Portion = { desktop: Infinity, phone: Infinity };

const idOf = (row: object): string => ('id' in row ? String(row.id) : '');

interface LinkActionProps {
  readonly label: string;
  /** Of what, read out: a list has the same words in each row. */
  readonly about: string;
  readonly send: readonly [method: Method, path: string, request?: object];
  /** What is fetched anew then. */
  readonly stale: readonly QueryKey[];
}

/** What can be done to a row at once, as a link in it; what is refused is said there. */
export function LinkAction({ label, about, send: [method, path, request], stale }: LinkActionProps) {
  const change = useChange<object | undefined>(method, path, { stale });
  return (
    <>
      <button
        type="button"
        className="link noprint"
        disabled={change.isPending}
        aria-label={`${label}: ${about}`}
        onClick={() => change.mutate(request)}
      >
        {label}
      </button>
      <Refusal error={change.error} />
    </>
  );
}

interface FilterName {
  /** As the address bar has it. */
  readonly name: string;
  /** As the API calls it, where that is another name. */
  readonly param?: string;
}

interface LabelledFilter extends FilterName {
  readonly label: string;
}

/** What a list can be filtered by. */
export type Filter =
  | (LabelledFilter & { readonly kind: 'words' })
  | (LabelledFilter & {
      readonly kind: 'date';
      /** What counts while the address has none: there is always a date, and until another one is typed the former stays. */
      readonly initial?: string;
    })
  | (LabelledFilter & {
      readonly kind: 'choice';
      /** Undefined while they are not there: only what is chosen is offered. */
      readonly options: readonly Option[] | undefined;
      /** What stands for all of them. */
      readonly any?: string;
      /** One of them, which counts while the address doesn't say, in the place of all. */
      readonly initial?: string;
      /** What no longer holds with another choice. */
      readonly clears?: string;
    })
  | (LabelledFilter & {
      /** A choice among few, all of them in sight. */
      readonly kind: 'radio';
      readonly options: readonly Option[];
      readonly initial: string;
    })
  /** Chosen by a link in the list, without a control of its own. */
  | (FilterName & { readonly kind: 'link' });

/** A list of the API by what is chosen among its filters, to be given to a `ListPage`; `request` is what it was asked with. */
export function useFilteredList<Row>(key: readonly string[], path: string, filters: readonly Filter[]) {
  const { value } = useAddressState();
  const request = Object.fromEntries(
    filters.flatMap((filter) => {
      const text = value(filter.name) ?? ('initial' in filter ? filter.initial : undefined);
      return text === undefined ? [] : [[filter.param ?? filter.name, text]];
    }),
  );
  return { list: useLongList(longList<Row>(key, path, request)), filters, request };
}

/** The filters of a list, kept in the address bar. */
export function Filters({ filters }: { readonly filters: readonly Filter[] }) {
  return (
    <div className="tools filters noprint" role="search">
      {filters.map((filter) => (
        <FilterControl key={filter.name} filter={filter} />
      ))}
    </div>
  );
}

function FilterControl({ filter }: { readonly filter: Filter }) {
  const t = useText(messages);
  const { value, set } = useAddressState();
  if (filter.kind === 'link') return null;
  const { kind, name, label } = filter;
  const text = value(name) ?? '';
  switch (kind) {
    case 'words':
      return <SearchBox label={label} value={text} onChange={(words) => set({ [name]: words })} />;
    case 'date': {
      const { initial } = filter;
      return (
        <DateInput
          inline
          label={label}
          value={text === '' ? initial : text}
          onChange={(date) => (date !== undefined || initial === undefined) && set({ [name]: date })}
        />
      );
    }
    case 'choice': {
      const { initial, any = t.all, clears } = filter;
      const known = filter.options ?? (text === '' ? [] : [{ value: text, name: text }]);
      return (
        <AddressChoice
          name={name}
          label={label}
          initial={initial ?? ''}
          options={initial === undefined ? [{ value: '', name: any }, ...known] : known}
          {...(clears === undefined ? {} : { clears })}
        />
      );
    }
    case 'radio':
      return (
        <fieldset>
          <legend className="vh">{label}</legend>
          {filter.options.map((option) => (
            <label key={option.value}>
              <input
                type="radio"
                name={name}
                checked={option.value === (text === '' ? filter.initial : text)}
                onChange={() => set({ [name]: option.value === filter.initial ? undefined : option.value })}
              />
              {option.name}
            </label>
          ))}
        </fieldset>
      );
  }
}

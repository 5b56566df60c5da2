import type { Dong } from '@thongvon/kernel';
import type { FormLook } from './form-looks';
import type { FormCell, FormContent, FormRow, FormSheet } from './write-form';

/** What stands in a cell: text, whole đồng, a date, a rate (part of whole), or nothing. */
export type TableValue =
  | { readonly as: 'text'; readonly text: string | null }
  | { readonly as: 'amount'; readonly amount: Dong | null }
  | { readonly as: 'count'; readonly count: number | null }
  | { readonly as: 'date'; readonly date: string | null }
  | { readonly as: 'rate'; readonly rate: string | null };

/** Each kind of them. */
export const tableValues = {
  text: (value: string | null): TableValue => ({ as: 'text', text: value }),
  amount: (value: Dong | null): TableValue => ({ as: 'amount', amount: value }),
  count: (value: number | null): TableValue => ({ as: 'count', count: value }),
  date: (value: string | null): TableValue => ({ as: 'date', date: value }),
  /** "52.18" as percent, as it is shown. */
  rate: (value: string | null): TableValue => ({ as: 'rate', rate: value }),
};

export interface SheetTable {
  readonly name: string;
  /** Above the table. */
  readonly title: string;
  readonly note: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly TableValue[])[];
}

/** Rows above the table's first row: title, note, column titles. */
const HEAD = 3;

/** One table on a sheet of its own: title, units, header that stays in sight. */
export function tableSheet({ name, title, note, columns, rows }: SheetTable): FormSheet {
  return {
    name,
    widths: columns.map(({ width }) => width),
    merges: [],
    frozen: { rows: HEAD, columns: 1 },
    printedHeader: { first: HEAD, last: HEAD },
    rows: [
      [{ column: 0, look: 'plain', content: { type: 'text', text: title } }],
      [{ column: 0, look: 'plain', content: { type: 'text', text: note } }],
      columns.map((column, index) => ({
        column: index,
        look: 'header',
        content: { type: 'text', text: column.title },
      })),
      ...rows.map((values): FormRow => values.map(cellOf)),
    ],
  };
}

function cellOf(value: TableValue, column: number): FormCell {
  const content = contentOf(value);
  return { column, look: LOOKS[value.as], ...(content ? { content } : {}) };
}

const LOOKS: Readonly<Record<TableValue['as'], FormLook>> = {
  text: 'text',
  amount: 'amount',
  count: 'amount',
  date: 'date',
  rate: 'rate',
};

/** What isn't known stays empty: a zero would be a number. */
function contentOf(value: TableValue): FormContent | undefined {
  switch (value.as) {
    case 'text':
      return value.text === null ? undefined : { type: 'text', text: value.text };
    case 'amount':
      return value.amount === null ? undefined : { type: 'number', number: value.amount };
    case 'count':
      return value.count === null ? undefined : { type: 'number', number: value.count };
    case 'date':
      return value.date === null ? undefined : { type: 'date', date: value.date };
    case 'rate':
      return value.rate === null ? undefined : { type: 'number', number: Number(value.rate) / 100 };
  }
}

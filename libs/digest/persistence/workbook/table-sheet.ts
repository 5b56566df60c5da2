import type { Dong } from '@thongvon/kernel';
import type { FormCell, FormContent, FormLook, FormRow, FormSheet } from '@thongvon/workbook-io';

/** What stands in a cell: text, whole đồng, a date, a rate (part of whole), or nothing. */
export type Value =
  | { readonly as: 'text'; readonly text: string | null }
  | { readonly as: 'amount'; readonly amount: Dong | null }
  | { readonly as: 'count'; readonly count: number | null }
  | { readonly as: 'date'; readonly date: string | null }
  | { readonly as: 'rate'; readonly rate: string | null };

export const text = (value: string | null): Value => ({ as: 'text', text: value });
export const amount = (value: Dong | null): Value => ({ as: 'amount', amount: value });
export const count = (value: number | null): Value => ({ as: 'count', count: value });
export const date = (value: string | null): Value => ({ as: 'date', date: value });
/** "52.18" as percent, as it is shown. */
export const rate = (value: string | null): Value => ({ as: 'rate', rate: value });

export interface SheetTable {
  readonly name: string;
  /** Above the table. */
  readonly title: string;
  readonly note: string;
  readonly columns: readonly { readonly title: string; readonly width: number }[];
  readonly rows: readonly (readonly Value[])[];
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

function cellOf(value: Value, column: number): FormCell {
  const content = contentOf(value);
  return { column, look: LOOKS[value.as], ...(content ? { content } : {}) };
}

const LOOKS: Readonly<Record<Value['as'], FormLook>> = {
  text: 'text',
  amount: 'amount',
  count: 'amount',
  date: 'date',
  rate: 'rate',
};

/** What isn't known stays empty: a zero would be a number. */
function contentOf(value: Value): FormContent | undefined {
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

/** A part of a document, before it has a look. */
export type Block =
  | { readonly type: 'heading' | 'subheading'; readonly text: string }
  | { readonly type: 'paragraph'; readonly text: string }
  | { readonly type: 'items'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly table: Table }
  /** Empty lines for what a person writes by hand. */
  | { readonly type: 'lines'; readonly count: number };

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
}

export interface Column {
  readonly caption: string;
  /** Percent of the page's width. */
  readonly width: number;
  readonly align?: 'left' | 'right' | 'center';
}

export const heading = (text: string): Block => ({ type: 'heading', text });
export const subheading = (text: string): Block => ({ type: 'subheading', text });
export const paragraph = (text: string): Block => ({ type: 'paragraph', text });
export const items = (...all: string[]): Block => ({ type: 'items', items: all });
export const table = (columns: readonly Column[], rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  table: { columns, rows },
});

/* What the elements of a page are to us, by name. */

/** Bytes at the beginning in which a page names its encoding. */
export const NAMES_ENCODING = 4096;

/** Elements that begin and end a line. */
export const BLOCKS: ReadonlySet<string> = new Set(
  'p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote address center pre hr form section article caption'.split(
    ' ',
  ),
);
/** Elements whose text is bold. */
export const BOLD: ReadonlySet<string> = new Set(['b', 'strong', 'th', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements without content or end. */
export const VOID: ReadonlySet<string> = new Set(
  'img input hr link meta wbr area base embed param source track'.split(' '),
);
/** Where one of them begins or ends, no element within a cell goes on. */
export const OF_TABLES: ReadonlySet<string> = new Set(['table', 'tr', 'td', 'th']);

/** Browsers take no more rows for one cell (the HTML standard, 4.9.11). */
export const HIGHEST_SPAN = 65_534;

/** How many places a `colspan`, `rowspan` or `span` takes: at least one, at most so many. */
export function span(written: string | undefined, most: number): number {
  const count = Number.parseInt(written ?? '', 10);
  return count > 0 ? Math.min(count, most) : 1;
}

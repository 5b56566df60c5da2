import { cellName } from '../sheet-model';
import { HIGHEST_ROW, LINE_HEIGHT, linesOf } from '../writing/write-form';
import type { StylesPatch } from './styles-patch';
import { cellText, type Namespaces, xmlText } from './xml-patch';

/** A sheet of ours: a title, some lines of text, and a table. */
export interface ListSheet {
  /** Name of the tab; Excel allows 31 characters. */
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly { readonly title: string; /** In characters. */ readonly width: number }[];
  readonly rows: readonly (readonly ListCell[])[];
}

export interface ListCell {
  readonly text: string;
  /** Coloured as the marks of that tone are. */
  readonly tone?: MarkTone;
  /** Leads to a cell of the workbook. */
  readonly link?: { readonly sheet: string; readonly cell: string };
}

const FONT = '<name val="Times New Roman"/><family val="1"/>';
const SIDES = ['left', 'right', 'top', 'bottom'].map(
  (side) => `<${side} style="thin"><color rgb="FF999999"/></${side}>`,
);
const BORDER = `<border>${SIDES.join('')}<diagonal/></border>`;
const WRAPPED = '<alignment vertical="top" wrapText="1"/>';

/** The row of its table's header, as Excel counts. */
export const headerRowOf = ({ lines }: ListSheet): number => lines.length + 2;

/** The worksheet's XML, with its styles added to those of the workbook. */
export function listSheetXml(list: ListSheet, styles: StylesPatch, { main }: Namespaces): string {
  const title = styles.add({ font: `<font><b/><sz val="14"/>${FONT}</font>` });
  const line = styles.add({ font: `<font><sz val="12"/>${FONT}</font>` });
  const header = styles.add({
    font: `<font><b/><sz val="12"/>${FONT}</font>`,
    fill: 'FFD9E2EC',
    border: BORDER,
    alignment: '<alignment horizontal="center" vertical="center" wrapText="1"/>',
  });
  const above = [
    textRow(0, [list.title], title),
    ...list.lines.map((text, i) => textRow(i + 1, [text], line)),
  ];
  const headerRow = headerRowOf(list) - 1;
  const head = textRow(
    headerRow,
    list.columns.map((column) => column.title),
    header,
  );
  const widths = list.columns.map(({ width }) => width);
  const rows = list.rows.map((cells, i) => listRow(headerRow + 1 + i, cells, widths, styles));
  const top = `A${headerRow + 2}`;
  const table = `A${headerRow + 1}:${cellName(headerRow + list.rows.length, list.columns.length - 1)}`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    `<worksheet xmlns="${main}"><sheetPr><tabColor rgb="FFC00000"/><pageSetUpPr fitToPage="1"/></sheetPr>`,
    `<sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRow + 1}" topLeftCell="${top}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`,
    `<cols>${list.columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${[...above, head, ...rows].join('')}</sheetData>`,
    `<autoFilter ref="${table}"/>`,
    hyperlinks(list.rows, headerRow + 1),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter></worksheet>',
  ].join('');
}

function listRow(
  row: number,
  cells: readonly ListCell[],
  widths: readonly number[],
  styles: StylesPatch,
): string {
  const written = cells.map(({ text, tone, link }, column) => {
    const fill = tone && TONE_FILLS[tone];
    const look = link ? `<u/><sz val="12"/><color rgb="FF0B5CAD"/>` : `<sz val="12"/>`;
    const style = styles.add({
      font: `<font>${look}${FONT}</font>`,
      border: BORDER,
      alignment: WRAPPED,
      ...(fill !== undefined && { fill }),
    });
    return textCell(row, column, text, style);
  });
  // Not every program finds the height of wrapped text by itself.
  const lines = Math.max(1, ...cells.map(({ text }, column) => linesOf(text, widths[column] ?? 1)));
  return `<row r="${row + 1}" ht="${Math.min(lines * LINE_HEIGHT, HIGHEST_ROW)}" customHeight="1">${written.join('')}</row>`;
}

const textRow = (row: number, texts: readonly string[], style: number): string =>
  `<row r="${row + 1}">${texts.map((text, column) => textCell(row, column, text, style)).join('')}</row>`;

/** Inline text is never a formula, whatever it begins with. */
const textCell = (row: number, column: number, text: string, style: number): string =>
  `<c r="${cellName(row, column)}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;

function hyperlinks(rows: ListSheet['rows'], firstRow: number): string {
  const links = rows.flatMap((cells, i) =>
    cells.flatMap(({ link }, column) =>
      link ? `<hyperlink ref="${cellName(firstRow + i, column)}" location="${xmlText(placeOf(link))}"/>` : [],
    ),
  );
  return links.length === 0 ? '' : `<hyperlinks>${links.join('')}</hyperlinks>`;
}

const placeOf = ({ sheet, cell }: { sheet: string; cell: string }): string =>
  `'${sheet.replaceAll("'", "''")}'!${cell}`;

/** How grave a mark is, the gravest first. What is only `info` gets a note, no colour. */
export const MARK_TONES = ['error', 'question', 'correction', 'warning', 'info'] as const;
export type MarkTone = (typeof MARK_TONES)[number];

/** Fills that stay legible under black text and differ in lightness too, for who can't tell the hues apart. */
export const TONE_FILLS: Readonly<Record<MarkTone, string | undefined>> = {
  error: 'FFFF9C9C',
  question: 'FFFFD27F',
  correction: 'FFB7E1CD',
  warning: 'FFFFF7B2',
  info: undefined,
};

/** The first of the tones in their order; `info` where there are none. */
export function gravest(tones: readonly MarkTone[]): MarkTone {
  return MARK_TONES.find((tone) => tones.includes(tone)) ?? 'info';
}

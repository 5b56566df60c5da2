import {
  AlignmentType,
  BorderStyle,
  Table,
  TableCell,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type Paragraph,
} from 'docx';
import type { Column, Table as OutlineTable } from '../../domain/continue-or-stop/outline';
import { SIZE, text, TEXT_WIDTH } from './page';

const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER } as const;

/** A ruled table as wide as the text; its head is repeated on each page, and no row is split. */
export function ruledTable({ columns, rows }: OutlineTable): Table {
  const widths = columns.map(({ width }) => share(width));
  const rowOf = (values: readonly string[], head: boolean): TableRow =>
    new TableRow({
      tableHeader: head,
      cantSplit: true,
      children: columns.map((column, at) => ruledCell(values[at] ?? '', column, head)),
    });
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      rowOf(
        columns.map(({ caption }) => caption),
        true,
      ),
      ...rows.map((row) => rowOf(row, false)),
    ],
  });
}

function ruledCell(value: string, { width, align = 'left' }: Column, head: boolean): TableCell {
  return new TableCell({
    width: { size: share(width), type: WidthType.DXA },
    margins: { top: 50, bottom: 50, left: 90, right: 90 },
    verticalAlign: VerticalAlignTable.CENTER,
    ...(head ? { shading: { fill: 'EDEBE4' } } : {}),
    children: [text(value, { bold: head, size: SIZE.small }, { alignment: ALIGN[head ? 'center' : align] })],
  });
}

/** Columns side by side without borders, by width in percent, kept on one page. */
export function bareColumns(
  columns: readonly (readonly [children: readonly Paragraph[], width: number])[],
): Table {
  const cells = columns.map(
    ([children, width]) =>
      new TableCell({
        width: { size: share(width), type: WidthType.DXA },
        borders: NO_BORDERS,
        margins: { left: 0, right: 0 },
        children: [...children],
      }),
  );
  return new Table({
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: columns.map(([, width]) => share(width)),
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [new TableRow({ cantSplit: true, children: cells })],
  });
}

const share = (percent: number): number => Math.round((TEXT_WIDTH * percent) / 100);

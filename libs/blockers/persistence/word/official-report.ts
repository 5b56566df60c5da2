import {
  AlignmentType,
  BorderStyle,
  Document,
  Header,
  type IParagraphOptions,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { OfficialReport } from '../../domain/continue-or-stop/continue-or-stop';
import type { Block, Column, Table as OutlineTable } from '../../domain/continue-or-stop/sections';

const CENTER = { alignment: AlignmentType.CENTER } as const;
const BODY = { alignment: AlignmentType.JUSTIFIED, spacing: { before: 80, after: 80, line: 300 } } as const;
const FIRST_LINE = { indent: { firstLine: 567 } } as const;

/** The report as a Word document (.docx), laid out as decree 30/2020 asks of official papers. */
export async function officialReportAsWord(report: OfficialReport): Promise<Buffer> {
  const document = new Document({
    creator: 'Thông Vốn',
    title: report.subject,
    styles: { default: { document: { run: { font: FONT, size: SIZE.body } } } },
    sections: [
      {
        // The first page bears no number (decree 30/2020, annex I).
        properties: { page: { size: PAGE, margin: MARGIN }, titlePage: true },
        headers: { default: pageNumber(), first: new Header({ children: [] }) },
        children: [
          letterhead(report),
          ...titleOf(report),
          ...addresseesOf(report),
          ...report.body.flatMap(blockAsWord),
          gap(240),
          signatures(report),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

/** The two columns at the head of every official paper, a rule under each. */
function letterhead({ parentOffice, office, year }: OfficialReport): Table {
  const above =
    parentOffice === null ? [] : [text(parentOffice.toUpperCase(), { size: SIZE.office }, CENTER)];
  const left = [
    ...above,
    text(office.toUpperCase(), { bold: true, size: SIZE.office }, CENTER),
    rule(1200),
    text('Số: ........./BC-.........', {}, { ...CENTER, spacing: { before: 60 } }),
  ];
  const place = `................, ngày ..... tháng ..... năm ${year}`;
  const right = [
    text('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: SIZE.small }, CENTER),
    text('Độc lập - Tự do - Hạnh phúc', { bold: true }, CENTER),
    rule(700),
    text(place, { italics: true }, { ...CENTER, spacing: { before: 60 } }),
  ];
  return bareColumns([
    [left, 41],
    [right, 59],
  ]);
}

function titleOf({ title, subject }: OfficialReport): Paragraph[] {
  const around = { left: 600, right: 600 };
  return [
    text(title, { bold: true, size: SIZE.title }, { ...CENTER, spacing: { before: 360 }, keepNext: true }),
    text(subject, { bold: true }, { ...CENTER, spacing: { after: 60 }, indent: around, keepNext: true }),
    rule(3600),
  ];
}

function addresseesOf({ addressees }: OfficialReport): Paragraph[] {
  return [
    text('Kính gửi:', {}, { indent: { left: 1800 }, spacing: { before: 240 } }),
    ...listed(addressees).map((line) => text(line, {}, { indent: { left: 2700 } })),
    gap(120),
  ];
}

function blockAsWord(block: Block): (Paragraph | Table)[] {
  switch (block.type) {
    case 'heading':
      return [text(block.text, { bold: true }, { keepNext: true, spacing: { before: 240, after: 100 } })];
    case 'subheading':
      return [text(block.text, { bold: true, italics: true }, { ...BODY, ...FIRST_LINE, keepNext: true })];
    case 'paragraph':
      return [text(block.text, {}, { ...BODY, ...FIRST_LINE })];
    case 'items':
      return block.items.map((item) => text(`- ${item}`, {}, { ...BODY, indent: { left: 567 } }));
    case 'lines':
      return Array.from({ length: block.count }, dottedLine);
    case 'table':
      return [ruledTable(block.table), gap()];
  }
}

/** A dotted line to write on, as wide as the page. */
function dottedLine(): Paragraph {
  const toTheEdge = { type: TabStopType.RIGHT, position: TEXT_WIDTH, leader: LeaderType.DOT } as const;
  return text('\t', {}, { tabStops: [toTheEdge], spacing: { before: 120 } });
}

function signatures({ signer, copies }: OfficialReport): Table {
  const left = [
    text('Nơi nhận:', { bold: true, italics: true, size: SIZE.small }),
    ...listed(copies).map((line) => text(line, { size: SIZE.copies })),
  ];
  const right = [
    ...signer.map((line) => text(line, { bold: true }, { ...CENTER, keepNext: true })),
    // Room for signature, seal and name.
    text('', {}, { spacing: { after: 1700 } }),
  ];
  return bareColumns([
    [left, 50],
    [right, 50],
  ]);
}

/** "- a;" … "- z." */
const listed = (lines: readonly string[]): string[] =>
  lines.map((line, index) => `- ${line}${index === lines.length - 1 ? '.' : ';'}`);

function pageNumber(): Header {
  const number = new TextRun({ children: [PageNumber.CURRENT], size: SIZE.body });
  return new Header({ children: [new Paragraph({ ...CENTER, children: [number] })] });
}

const ALIGN = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, center: AlignmentType.CENTER } as const;
const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER } as const;

/** A ruled table as wide as the text; its head is repeated on each page, and no row is split. */
function ruledTable({ columns, rows }: OutlineTable): Table {
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
function bareColumns(columns: readonly (readonly [children: readonly Paragraph[], width: number])[]): Table {
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

/** Decree 30/2020 on clerical work: A4, Times New Roman 13 to 14, margins of 20, 20, 30 and 20 mm. */
const FONT = 'Times New Roman';
const MM = 56.7;
const PAGE = { width: 210 * MM, height: 297 * MM };
const MARGIN = { top: 20 * MM, bottom: 20 * MM, left: 30 * MM, right: 20 * MM, header: 10 * MM };
/** Width of the text between the margins. */
const TEXT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right;
/** In half points. */
const SIZE = { title: 28, body: 26, small: 24, office: 23, copies: 22 } as const;

interface Looks {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly size?: number;
}

/** A paragraph of one look. */
function text(
  value: string,
  looks: Looks = {},
  paragraph: Omit<IParagraphOptions, 'text' | 'children'> = {},
): Paragraph {
  return new Paragraph({
    ...paragraph,
    children: [new TextRun({ text: unbroken(value), size: SIZE.body, ...looks })],
  });
}

/** A number stays on one line with what it counts. */
const unbroken = (value: string): string =>
  value.replace(/(?<=\d) (?=đồng|tỷ|hộ|ngày|%)|(?<=tỷ) (?=đồng)/g, '\u00a0');

/** A short centred line: the upper border of an empty paragraph with wide indents. */
function rule(indent: number): Paragraph {
  return text(
    '',
    { size: 4 },
    {
      indent: { left: indent, right: indent },
      border: { top: { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 } },
      spacing: { before: 20, after: 0, line: 120 },
    },
  );
}

/** Room of about a line's height, so that tables do not touch what follows. */
const gap = (before = 0): Paragraph => text('', { size: 4 }, { spacing: { before, after: 40, line: 120 } });

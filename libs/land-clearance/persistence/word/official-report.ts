import {
  AlignmentType,
  Document,
  Header,
  LeaderType,
  Packer,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
  type Table,
} from 'docx';
import type { OfficialReport } from '../../domain/continue-or-stop/continue-or-stop';
import type { Block } from '../../domain/continue-or-stop/outline';
import { FONT, gap, MARGIN, PAGE, rule, SIZE, text, TEXT_WIDTH } from './page';
import { bareColumns, ruledTable } from './tables';

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

import type { CellValue } from 'exceljs';
import { formatPlainDate } from '@thongvon/kernel';
import { Paper, rate, UNIT_NAMES } from './paper';
import type { Layout, Province } from './province';
import { inGroups, type ReportDay, type Row, rowsOf, sum } from './rows';

/** The return of an office for a day, as .xlsx; the same bytes each time. With `repeated` a project stands in it twice, a mistake. */
export async function returnWorkbook(
  province: Province,
  office: number,
  on: ReportDay,
  { repeated = false } = {},
): Promise<Uint8Array> {
  const { name, layout } = province.offices[office] ?? { name: '', layout: 'source-columns' as const };
  const all = rowsOf(province, office, on);
  const rows = repeated ? [...all, ...all.slice(0, 1)] : all;
  const paper = new Paper(layout === 'source-columns' || layout === 'source-rows' ? 'dong' : 'million-dong');
  paper.row([`UBND ${province.name.toUpperCase()}`]);
  paper.row([name.toUpperCase()]);
  paper.row([`BÁO CÁO TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM ${on.planYear}`]);
  paper.row([`(Lũy kế từ ngày 01/01/${on.planYear} đến ngày ${formatPlainDate(on.day)})`]);
  paper.row([...Array<null>(8).fill(null), `Đơn vị tính: ${UNIT_NAMES[paper.unit]}`]);
  TABLES[layout](paper, rows, on);
  paper.blank();
  paper.row([null, 'NGƯỜI LẬP BIỂU', null, null, null, 'THỦ TRƯỞNG ĐƠN VỊ']);
  return paper.bytes();
}

const TABLES: Readonly<Record<Layout, (paper: Paper, rows: readonly Row[], on: ReportDay) => void>> = {
  'source-columns': sourceColumns,
  'source-rows': sourceRows,
  'carried-over': carriedOver,
  'one-source-a-row': oneSourceARow,
  'week-by-week': weekByWeek,
};

/** Groups by field, the plan split into columns of sources, payments into completed work and advances. */
function sourceColumns(paper: Paper, rows: readonly Row[], { planYear, day }: ReportDay): void {
  const sources = [...new Set(rows.flatMap(({ plannedOf }) => [...plannedOf.keys()]))];
  const n = sources.length;
  const blanks = (count: number): null[] => Array<null>(count).fill(null);
  const top = paper.row([
    ...['STT', 'Danh mục công trình, dự án', 'Mã dự án', 'Lĩnh vực', 'Tổng mức đầu tư'],
    ...[
      `Kế hoạch vốn năm ${planYear}`,
      ...blanks(n),
      `Lũy kế giải ngân đến ${formatPlainDate(day)}`,
      ...blanks(2),
    ],
    ...['Tỷ lệ giải ngân (%)', 'Khó khăn, vướng mắc'],
  ]);
  paper.row([...blanks(5), 'Tổng số', ...sources, 'Tổng số', 'Thanh toán KLHT', 'Tạm ứng']);
  paper.merge(top, 5, top, 5 + n);
  paper.merge(top, 6 + n, top, 8 + n);
  for (const column of [0, 1, 2, 3, 4, 9 + n, 10 + n]) paper.merge(top, column, top + 1, column);
  const amounts = (of: readonly Row[]): CellValue[] => [
    paper.amount(sum(of, ({ planned }) => planned ?? 0n)),
    ...sources.map((label) => paper.amount(sum(of, ({ plannedOf }) => plannedOf.get(label) ?? 0n))),
    ...[
      paper.amount(sum(of, ({ disbursed }) => disbursed)),
      paper.amount(sum(of, ({ completed }) => completed)),
      paper.amount(sum(of, ({ advance }) => advance)),
    ],
    rateOf(of),
  ];
  paper.row([null, 'TỔNG CỘNG', null, null, null, ...amounts(rows)]);
  const fields = [...new Set(rows.map(({ project }) => project.field))];
  fields.forEach((field, nth) => {
    const group = rows.filter(({ project }) => project.field === field);
    paper.row([roman(nth), field, null, null, null, ...amounts(group)]);
    group.forEach((row, index) => {
      const { code, name, totalInvestment } = row.project;
      paper.row([
        index + 1,
        name,
        code,
        field,
        paper.amount(totalInvestment),
        ...(row.planned === null
          ? [...blanks(n + 1), ...amounts([row]).slice(n + 1, n + 4), null]
          : amounts([row])),
        row.note,
      ]);
    });
  });
}

/** A row for each project and, below it, one for each of its sources. */
function sourceRows(paper: Paper, rows: readonly Row[], { planYear }: ReportDay): void {
  paper.row([
    ...['STT', 'Mã dự án', 'Tên dự án', `Kế hoạch vốn năm ${planYear}`, 'Lũy kế giải ngân'],
    ...['Trong đó: thanh toán KLHT', 'Tạm ứng chưa thu hồi', 'Tỷ lệ (%)', 'Khó khăn, vướng mắc'],
  ]);
  const amounts = (of: readonly Row[]): CellValue[] => [
    paper.amount(sum(of, ({ planned }) => planned ?? 0n)),
    paper.amount(sum(of, ({ disbursed }) => disbursed)),
    paper.amount(sum(of, ({ completed }) => completed)),
    paper.amount(sum(of, ({ advance }) => advance)),
    rateOf(of),
  ];
  paper.row([null, null, 'TỔNG SỐ', ...amounts(rows)]);
  rows.forEach((row, index) => {
    const { code, name } = row.project;
    const [planned, ...others] = amounts([row]);
    paper.row([index + 1, code, name, row.planned === null ? null : planned, ...others, row.note]);
    for (const [label, { disbursed, completed, advance }] of row.disbursedOf) {
      const of = row.plannedOf.get(label);
      paper.row([
        ...['+', null, label, of === undefined ? null : paper.amount(of)],
        ...[disbursed, completed, advance].map((part) => paper.amount(part)),
      ]);
    }
  });
}

/** This year's plan beside the one carried over, in triệu đồng, with an index row. */
function carriedOver(paper: Paper, rows: readonly Row[], { planYear, day }: ReportDay): void {
  const top = paper.row([
    ...['STT', 'Danh mục dự án', 'Mã số dự án', 'Tổng mức đầu tư'],
    `Kế hoạch vốn năm ${planYear - 1} kéo dài sang năm ${planYear}`,
    `Kế hoạch vốn năm ${planYear}`,
    ...[`Lũy kế giải ngân từ đầu năm đến ${formatPlainDate(day)}`, null, null, null],
    ...[`Tỷ lệ giải ngân kế hoạch năm ${planYear} (%)`, 'Khó khăn, vướng mắc'],
  ]);
  paper.row([...Array<null>(6).fill(null), 'Vốn kéo dài', `Vốn kế hoạch năm ${planYear}`]);
  paper.row([...Array<null>(7).fill(null), 'Tổng số', 'Thanh toán KLHT', 'Tạm ứng theo chế độ chưa thu hồi']);
  for (const column of [0, 1, 2, 3, 4, 5, 10, 11]) paper.merge(top, column, top + 2, column);
  paper.merge(top, 6, top, 9);
  paper.merge(top + 1, 6, top + 2, 6);
  paper.merge(top + 1, 7, top + 1, 9);
  paper.row(Array.from({ length: 12 }, (_, index) => index + 1));
  const amounts = (of: readonly Row[]): CellValue[] => [
    paper.amount(sum(of, ({ project }) => project.totalInvestment)),
    paper.amount(sum(of, ({ carried }) => carried?.planned ?? 0n)),
    paper.amount(sum(of, ({ planned }) => planned ?? 0n)),
    paper.amount(sum(of, ({ carried }) => carried?.disbursed ?? 0n)),
    paper.amount(sum(of, ({ disbursed }) => disbursed)),
    paper.amount(sum(of, ({ completed }) => completed)),
    paper.amount(sum(of, ({ advance }) => advance)),
    rateOf(of),
  ];
  paper.row([null, `TỔNG SỐ (${rows.length} dự án)`, null, ...amounts(rows)]);
  rows.forEach((row, index) => {
    const cells = amounts([row]);
    if (row.carried === null) cells[1] = cells[3] = null;
    if (row.planned === null) cells[2] = null;
    paper.row([index + 1, row.project.name, row.project.code, ...cells, row.note]);
  });
}

/** A commune's plain table: a row for each source of a project, in triệu đồng. */
function oneSourceARow(paper: Paper, rows: readonly Row[], { planYear, day }: ReportDay): void {
  paper.row([
    ...['STT', 'Mã dự án', 'Tên công trình, dự án', 'Nguồn vốn', `Kế hoạch vốn năm ${planYear}`],
    ...[`Đã giải ngân đến ${formatPlainDate(day)}`, 'Tỷ lệ giải ngân (%)', 'Khó khăn, vướng mắc'],
  ]);
  let number = 0;
  for (const { project, plannedOf, disbursedOf, note } of rows) {
    for (const [label, { disbursed }] of disbursedOf) {
      number += 1;
      const planned = plannedOf.get(label) ?? null;
      paper.row([
        ...[number, project.code, project.name, label, planned === null ? null : paper.amount(planned)],
        ...[paper.amount(disbursed), rate(disbursed, planned), note],
      ]);
    }
  }
  const planned = sum(rows, (row) => row.planned ?? 0n);
  const disbursed = sum(rows, (row) => row.disbursed);
  paper.row([
    null,
    null,
    'Cộng',
    null,
    paper.amount(planned),
    paper.amount(disbursed),
    rate(disbursed, planned),
  ]);
}

/** A weekly workbook with the period before, the week and the whole, in groups, in triệu đồng. */
function weekByWeek(paper: Paper, rows: readonly Row[], { planYear, day }: ReportDay): void {
  paper.row([
    ...[
      'STT',
      'Tên dự án',
      'Mã dự án',
      `Tổng kế hoạch vốn năm ${planYear} đã giao`,
      'Số giải ngân đến cuối kỳ trước',
    ],
    ...[
      'Số giải ngân trong tuần',
      `Tổng số giải ngân đến ngày ${formatPlainDate(day)}`,
      'Tỷ lệ giải ngân (%)',
    ],
    ...['Khó khăn, vướng mắc'],
  ]);
  const amounts = (of: readonly Row[]): CellValue[] => [
    paper.amount(sum(of, (row) => row.planned ?? 0n)),
    paper.amount(sum(of, (row) => row.before)),
    paper.amount(sum(of, (row) => row.disbursed - row.before)),
    paper.amount(sum(of, (row) => row.disbursed)),
    rateOf(of),
  ];
  paper.row([null, 'TỔNG CỘNG', null, ...amounts(rows)]);
  for (const { letter, heading, items } of inGroups(rows, planYear)) {
    paper.row([letter, heading, null, ...amounts(items)]);
    items.forEach((row, index) => {
      const [planned, ...others] = amounts([row]);
      const { name, code } = row.project;
      paper.row([index + 1, name, code, row.planned === null ? null : planned, ...others, row.note]);
    });
  }
}

const roman = (nth: number): string =>
  ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV'][nth] ??
  String(nth);

function rateOf(rows: readonly Row[]): number | null {
  const planned = sum(rows, (row) => row.planned ?? 0n);
  return rate(
    sum(rows, (row) => row.disbursed),
    planned,
  );
}

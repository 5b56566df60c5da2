// Made-up workbooks in the layout of demo/returns, of any number of projects. The same arguments give the same bytes'
// content, so that every contender reads the same file.
import ExcelJS from 'exceljs';

const FIELDS = [
  'Giao thông - đường bộ',
  'Giao thông - cầu',
  'Nghĩa trang',
  'Khu dân cư',
  'Thủy lợi',
  'Trường học',
];
/** Columns F, G, H of the return, and what the plan calls them. */
const SOURCES = ['Ngân sách tỉnh', 'Ngân sách huyện', 'Nguồn khác'];
const AMOUNT = '#,##0';

/** The Wednesday of the nth week of 2023. */
const weekly = (nth) => new Date(Date.UTC(2023, 0, 4 + 7 * nth));

const planned = (index) => 50_000_000 + ((index * 7_919_317) % 1_000_000_000);
/** Grows week by week, and stays below the plan. */
const disbursed = (index, week) => Math.floor((planned(index) * (week + 1)) / 60) - (index % 97);

const project = (index) => ({
  code: String(7_000_000 + index),
  name: `Nâng cấp, mở rộng tuyến đường số ${index + 1} đoạn qua thôn ${(index % 12) + 1}`,
  field: FIELDS[index % FIELDS.length],
  source: index % SOURCES.length,
  planned: planned(index),
});

/** A board's weekly return: one row per project, 13 columns, groups with their sums, as .xlsx. */
export function returnWorkbook({ projects, week }) {
  const date = weekly(week);
  const day = `${date.getUTCDate()}/${date.getUTCMonth() + 1}/2023`;
  const rows = Array.from({ length: projects }, (_, index) => {
    const { code, name, field, source, planned } = project(index);
    const total = disbursed(index, week);
    const advance = Math.floor(total / 10);
    const bySource = SOURCES.map((_, nth) => (nth === source ? planned : null));
    return { field, cells: [code, field, planned, ...bySource, total, total - advance, advance], name };
  });
  const { book, sheet } = newSheet('Giải ngân', [6, 60, 12, 24, 18, 18, 18, 18, 18, 18, 18, 12, 40]);
  sheet.addRow(['BÁO CÁO TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023']);
  sheet.addRow([`(Số liệu đến ngày ${day})`]);
  sheet.addRow([...Array(12), 'ĐVT: đồng']);
  sheet.addRow([]);
  sheet.addRow([
    ...[
      'STT',
      'Danh mục công trình, dự án',
      'Mã dự án',
      'Lĩnh vực',
      'Kế hoạch vốn năm 2023',
      null,
      null,
      null,
    ],
    ...[`Giải ngân đến ${day}`, null, null, 'Tỷ lệ giải ngân (%)', 'Khó khăn, vướng mắc / Ghi chú'],
  ]);
  sheet.addRow([
    ...[null, null, null, null, 'Tổng số', 'NS Trung ương, tỉnh', 'NS huyện', 'Nguồn khác'],
    ...['Tổng số', 'Thanh toán KLHT', 'Tạm ứng'],
  ]);
  for (const range of ['A5:A6', 'B5:B6', 'C5:C6', 'D5:D6', 'E5:H5', 'I5:K5', 'L5:L6', 'M5:M6'])
    sheet.mergeCells(range);
  addSum(sheet, null, 'TỔNG CỘNG', rows);
  FIELDS.forEach((field, nth) => {
    const group = rows.filter((row) => row.field === field);
    if (group.length === 0) return;
    addSum(sheet, ['I', 'II', 'III', 'IV', 'V', 'VI'][nth], field, group);
    group.forEach(({ name, cells }, index) => addAmounts(sheet, [index + 1, name, ...cells]));
  });
  return book.xlsx.writeBuffer();
}

/** The decision that gives each of those projects its plan, one source each, as .xlsx. */
export function planWorkbook({ projects, owner }) {
  const { book, sheet } = newSheet('Phụ lục', [6, 12, 60, 30, 20, 18, 20]);
  sheet.addRow(['PHỤ LỤC']);
  sheet.addRow(['KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023']);
  sheet.addRow(['(Kèm theo Quyết định số 9001/QĐ-UBND ngày 15/12/2022)']);
  sheet.addRow([...Array(6), 'ĐVT: đồng']);
  sheet.addRow([
    'STT',
    'Mã dự án',
    'Tên dự án',
    'Chủ đầu tư',
    'Nguồn vốn',
    'Kế hoạch vốn năm 2023',
    'Ghi chú',
  ]);
  for (let index = 0; index < projects; index += 1) {
    const { code, name, source, planned } = project(index);
    sheet.addRow([index + 1, code, name, owner, SOURCES[source], planned]);
  }
  return book.xlsx.writeBuffer();
}

function newSheet(name, widths) {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet(name);
  sheet.columns = widths.map((width) => ({ width }));
  return { book, sheet };
}

function addSum(sheet, number, title, rows) {
  const sums = [2, 3, 4, 5, 6, 7, 8].map((at) => rows.reduce((sum, { cells }) => sum + (cells[at] ?? 0), 0));
  addAmounts(sheet, [number, title, null, null, ...sums]).font = { bold: true };
}

function addAmounts(sheet, values) {
  const [plan, given] = [values[4], values[8]];
  const row = sheet.addRow([...values, Math.round((given / plan) * 1_000_000) / 10_000]);
  for (let column = 5; column <= 11; column += 1) row.getCell(column).numFmt = AMOUNT;
  return row;
}

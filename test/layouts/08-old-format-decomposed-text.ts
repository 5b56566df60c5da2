import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { millionsText, percentText, sum } from './support/units';

// A board whose machine still saves .xls, 2024: decomposed accents, non-breaking spaces, amounts typed as "12.345,678",
// last month's sheet hidden and a hidden helper column.

interface Row {
  readonly code: string;
  readonly name: string;
  readonly planned: bigint;
  readonly disbursed: bigint;
  readonly note?: string;
}

// prettier-ignore
const ROWS: readonly Row[] = [
  { code: '7930045', name: 'Đường tránh đèo Bà Lụa', planned: 24_350_750_000n, disbursed: 15_002_125_000n },
  { code: '7930561', name: 'Nhà thi đấu đa năng huyện Sơn Hòa Hạ', planned: 9_800_500_000n, disbursed: 4_410_225_000n, note: 'Chậm vật liệu cát' },
  { code: '7931188', name: 'Cấp nước sinh hoạt buôn Krông Mới', planned: 3_112_345_000n, disbursed: 3_112_345_000n },
  { code: '7932007', name: 'Cầu treo thôn Đá Chồng', planned: 1_875_250_000n, disbursed: 562_575_000n },
  { code: '7932614', name: 'Kiên cố hóa kênh chính trạm bơm Phú Sơn', planned: 11_640_008_000n, disbursed: 850_500_000n, note: 'Vướng 02 hộ' },
];

const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.disbursed;
const earlier = (row: Row): Row => ({ ...row, disbursed: row.disbursed / 2n });

export const oldFormatDecomposedText: Layout = {
  name: '08-old-format-decomposed-text',
  alsoSavedAs: 'xls',
  build: () =>
    workbook({
      T4: (paper) => {
        table(paper, '30/4/2024', ROWS.map(earlier));
        paper.sheet.state = 'hidden';
      },
      T5: (paper) => table(paper, '31/5/2024', ROWS),
    }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2024-05-31',
    planYear: 2024,
    total: { planned: sum(ROWS, planned).toString(), disbursed: sum(ROWS, disbursed).toString() },
    projects: ROWS.map((row) => ({
      code: row.code,
      name: row.name,
      planned: row.planned.toString(),
      disbursed: row.disbursed.toString(),
    })),
  },
};

function table(paper: Paper, date: string, rows: readonly Row[]): void {
  paper.row(typed('UBND HUYỆN SƠN HÒA HẠ'));
  paper.row(typed('BAN QLDA ĐẦU TƯ XÂY DỰNG'));
  paper.row(typed('BÁO CÁO TÌNH HÌNH GIẢI NGÂN VỐN ĐẦU TƯ NĂM 2024'));
  paper.row(typed(`(Số liệu tính đến ngày ${date})`));
  paper.cells({ G: typed('ĐVT: Triệu đồng') });
  // prettier-ignore
  paper.row(
    ...['STT', 'Tên dự án', 'Mã số DA', 'Mã KB', 'Kế hoạch vốn năm 2024', 'Lũy kế giải ngân đến ngày báo cáo', 'Tỷ lệ', 'Ghi chú'].map(typed),
  );
  paper.sheet.getColumn('D').hidden = true;
  rows.forEach((row, index) => {
    paper.row(
      index + 1,
      typed(row.name),
      `${row.code}\u00a0`,
      'KB0161',
      ...amounts([row]),
      row.note && typed(row.note),
    );
  });
  paper.row(null, typed('Tổng cộng'), null, null, ...amounts(rows));
}

const amounts = (rows: readonly Row[]): string[] => [
  millionsText(sum(rows, planned)),
  millionsText(sum(rows, disbursed)),
  percentText(sum(rows, disbursed), sum(rows, planned)),
];

/** As some keyboards and phones write Vietnamese: letters and accents apart, and spaces that don't break. */
const typed = (text: string): string => text.normalize('NFD').replace(/ (?=\S+$)/, '\u00a0');

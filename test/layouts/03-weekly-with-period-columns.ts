import type { Layout } from './support/layout';
import { formula, shown, workbook, type Filled, type Paper } from './support/paper';
import { inBillions, inMillions, sum } from './support/units';

// A district board's week of 2022: units in the captions (tỷ for the investment, triệu for the rest), the week and the
// month next to the cumulative column, two estimates after it, rates as fractions from formulas, the total last and
// its rate once more in a row of its own.

interface Row {
  readonly code: string;
  readonly name: string;
  readonly investment: bigint;
  readonly before: bigint;
  readonly planned: bigint;
  readonly week: bigint;
  readonly month: bigint;
  readonly disbursed: bigint;
  readonly estimate: bigint;
  readonly progress: string;
}

// prettier-ignore
const ROWS: readonly Row[] = [
  { code: '7841102', name: 'Đường ĐH.21 đoạn Cẩm Tú - Cẩm Lương Đông', investment: 84_500_000_000n, before: 30_250_000_000n, planned: 18_500_000_000n, week: 412_500_000n, month: 1_250_300_000n, disbursed: 11_873_450_000n, estimate: 18_500_000_000n, progress: 'Đang thi công nền đường' },
  { code: '7841877 ', name: 'Trường THPT Hậu Sơn - Nhà hiệu bộ', investment: 21_900_000_000n, before: 9_000_000_000n, planned: 8_200_000_000n, week: 0n, month: 0n, disbursed: 6_014_220_000n, estimate: 7_900_000_000n, progress: 'Hoàn thiện' },
  { code: '7850340', name: 'Đê bao chống lũ xã Vĩnh Thịnh Tây', investment: 112_750_000_000n, before: 41_000_000_000n, planned: 25_600_000_000n, week: 1_120_000_000n, month: 3_408_115_000n, disbursed: 9_450_730_000n, estimate: 22_000_000_000n, progress: 'Đạt 40% khối lượng' },
  { code: '7866015', name: 'Chợ trung tâm thị trấn Phú Đông', investment: 35_000_000_000n, before: 0n, planned: 6_000_000_000n, week: 0n, month: 245_000_000n, disbursed: 245_000_000n, estimate: 4_500_000_000n, progress: 'Khởi công 05/9/2022' },
  { code: '7867329', name: 'Trạm y tế xã Vĩnh Hòa Bắc', investment: 6_450_000_000n, before: 0n, planned: 3_100_000_000n, week: 98_750_000n, month: 98_750_000n, disbursed: 1_023_400_000n, estimate: 3_100_000_000n, progress: 'Xây thô' },
  { code: '7870904', name: 'Khu tái định cư Bãi Giữa (giai đoạn 1)', investment: 58_300_000_000n, before: 12_500_000_000n, planned: 14_750_500_000n, week: 0n, month: 0n, disbursed: 0n, estimate: 5_000_000_000n, progress: 'Vướng 14 hộ chưa nhận tiền' },
];

const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.disbursed;

export const weeklyWithPeriodColumns: Layout = {
  name: '03-weekly-with-period-columns',
  build: () => workbook({ 'Tuan 38': table }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2022-09-22',
    planYear: 2022,
    total: { planned: sum(ROWS, planned).toString(), disbursed: sum(ROWS, disbursed).toString() },
    projects: ROWS.map((row) => ({
      code: row.code.trim(),
      name: row.name,
      planned: row.planned.toString(),
      disbursed: row.disbursed.toString(),
    })),
  },
};

function table(paper: Paper): void {
  paper.row('BAN QLDA ĐẦU TƯ XÂY DỰNG HUYỆN PHÚ ĐÔNG');
  paper.row('BÁO CÁO TUẦN TÌNH HÌNH THỰC HIỆN VÀ GIẢI NGÂN CÁC DỰ ÁN NĂM 2022');
  paper.row('(Tuần 38, từ ngày 16/9/2022 đến ngày 22/9/2022)');
  // prettier-ignore
  paper.cells({ A: 'STT', B: 'Mã dự án', C: 'Tên dự án', D: 'Tổng mức đầu tư (tỷ đồng)', E: 'Lũy kế vốn đã bố trí đến hết năm 2021 (triệu đồng)', F: 'Kế hoạch vốn năm 2022 (triệu đồng)', G: 'Giải ngân (triệu đồng)', J: 'Tỷ lệ giải ngân', K: 'Ước giải ngân (triệu đồng)', M: 'Tiến độ thực hiện' });
  paper.cells({
    G: 'Trong tuần',
    H: 'Trong tháng 9',
    I: 'Lũy kế từ đầu năm',
    K: 'Đến 31/12/2022',
    L: 'Đến 31/01/2023',
  });
  paper.merge(
    'A2:M2',
    'A3:M3',
    'G4:I4',
    'K4:L4',
    ...['A', 'B', 'C', 'D', 'E', 'F', 'J', 'M'].map((column) => `${column}4:${column}5`),
  );
  ROWS.forEach((row, index) => {
    paper.row(index + 1, row.code, row.name, ...amounts([row], paper.at), row.progress);
  });
  paper.row(null, null, 'Tổng cộng', ...amounts(ROWS, paper.at));
  const rate = Number(sum(ROWS, disbursed)) / Number(sum(ROWS, planned));
  paper.row(null, null, 'Tỷ lệ so với kế hoạch', null, null, null, null, null, shown(rate, '0.0%'));
  paper.blank();
  paper.cells({ C: 'Người lập', I: 'Giám đốc' });
}

function amounts(rows: readonly Row[], at: number): Filled[] {
  const rate = Number(sum(rows, disbursed)) / Number(sum(rows, planned));
  return [
    inBillions(sum(rows, (row) => row.investment)),
    ...[
      sum(rows, (row) => row.before),
      sum(rows, planned),
      sum(rows, (row) => row.week),
      sum(rows, (row) => row.month),
      sum(rows, disbursed),
    ].map((amount) => shown(inMillions(amount), '#,##0.0')),
    shown(formula(`I${at}/F${at}`, rate), '0.00%'),
    inMillions(sum(rows, (row) => row.estimate)),
    inMillions(sum(rows, (row) => row.estimate)),
  ];
}

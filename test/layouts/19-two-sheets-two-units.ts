import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { dotted, inMillions, percent, sum } from './support/units';

// A board's monthly workbook of 2023: disbursement in đồng as text, land clearance in triệu as numbers, a summary for
// the leaders in tỷ and a sheet for a chart. The plan is what was assigned first plus what was added or taken back. The two tables say the same projects; only those are read.

interface Row {
  readonly code: string;
  readonly name: string;
  readonly first: bigint;
  readonly added: bigint;
  readonly month: bigint;
  readonly disbursed: bigint;
}

interface Clearance {
  readonly code: string;
  readonly households: number;
  readonly paid: number;
  readonly handedOver: number;
  readonly compensation: bigint;
  readonly compensated: bigint;
  readonly blocker: string;
}

// prettier-ignore
const ROWS: readonly Row[] = [
  { code: '7899001', name: 'Đường Bắc - Nam thị xã Hòa Lạc Mới', first: 40_000_000_000n, added: 2_000_000_000n, month: 1_250_000_000n, disbursed: 17_845_230_500n },
  { code: '7899356', name: 'Hạ tầng khu công nghệ Đồi Thông', first: 70_000_000_000n, added: -4_700_000_000n, month: 0n, disbursed: 22_000_000_000n },
  { code: '7900783', name: 'Trường THCS Thạch Bình Đông', first: 9_450_000_000n, added: 0n, month: 412_345_678n, disbursed: 9_012_345_678n },
  { code: '7901550', name: 'Cải tạo chợ Săn', first: 0n, added: 5_120_000_000n, month: 0n, disbursed: 0n },
  { code: '7902114', name: 'Trạm bơm tiêu Lại Thượng Nhỏ', first: 10_000_000_000n, added: 3_775_000_000n, month: 2_100_900_000n, disbursed: 6_300_900_000n },
];

// prettier-ignore
const CLEARANCE: readonly Clearance[] = [
  { code: '7899001', households: 134, paid: 98, handedOver: 91, compensation: 55_200_000_000n, compensated: 38_450_500_000n, blocker: '36 hộ chưa nhận tiền' },
  { code: '7899356', households: 210, paid: 75, handedOver: 60, compensation: 120_450_000_000n, compensated: 41_000_000_000n, blocker: 'Chưa phê duyệt phương án đợt 3' },
  { code: '7902114', households: 12, paid: 12, handedOver: 12, compensation: 2_310_000_000n, compensated: 2_310_000_000n, blocker: '' },
];

const planned = (row: Row): bigint => row.first + row.added;
const disbursed = (row: Row): bigint => row.disbursed;
const nameOf = (code: string): string => ROWS.find((row) => row.code === code)?.name ?? '';

export const twoSheetsTwoUnits: Layout = {
  name: '19-two-sheets-two-units',
  build: () =>
    workbook({ 'Tóm tắt': summary, 'Giai ngan': disbursements, 'Den bu GPMB': clearance, 'Bieu do': chart }),
  expected: {
    kinds: ['disbursement', 'land-clearance'],
    asOf: '2023-07-31',
    planYear: 2023,
    total: { planned: sum(ROWS, planned).toString(), disbursed: sum(ROWS, disbursed).toString() },
    projects: ROWS.map((row) => ({
      code: row.code,
      name: row.name,
      planned: planned(row).toString(),
      disbursed: row.disbursed.toString(),
    })),
    landClearance: CLEARANCE.map((row) => ({
      ...row,
      name: nameOf(row.code),
      compensation: row.compensation.toString(),
      compensated: row.compensated.toString(),
      blocker: row.blocker || null,
    })),
  },
};

function summary(paper: Paper): void {
  paper.row('MỘT SỐ NÉT CHÍNH THÁNG 7/2023');
  paper.row('- Kế hoạch vốn năm 2023: 135,6 tỷ đồng; đã giải ngân 55,2 tỷ đồng, đạt 40,7%.');
  paper.row('- Công tác GPMB: 185/356 hộ đã nhận tiền; 163/356 hộ đã bàn giao mặt bằng.');
}

function disbursements(paper: Paper): void {
  paper.row('BAN QLDA THỊ XÃ HÒA LẠC MỚI');
  paper.row('GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023');
  paper.row('Lũy kế đến 31/07/2023');
  paper.cells({ J: 'Đơn vị: VNĐ' });
  // prettier-ignore
  paper.row(
    'STT', 'Mã dự án', 'Tên dự án', 'Kế hoạch vốn giao đầu năm', 'Vốn bổ sung, điều chỉnh trong năm', 'Tổng kế hoạch vốn năm 2023', 'Lũy kế giải ngân đến tháng 6', 'Giải ngân trong tháng 7', 'Lũy kế giải ngân đến tháng 7', 'Tỷ lệ %',
  );
  ROWS.forEach((row, index) => paper.row(index + 1, row.code, row.name, ...amounts([row])));
  paper.row(null, null, 'Tổng', ...amounts(ROWS));
}

function clearance(paper: Paper): void {
  paper.row('BAN QLDA THỊ XÃ HÒA LẠC MỚI');
  paper.row('TÌNH HÌNH ĐỀN BÙ, GIẢI PHÓNG MẶT BẰNG');
  paper.row('Lũy kế đến 31/07/2023');
  paper.cells({ H: 'Đơn vị: triệu đồng' });
  // prettier-ignore
  paper.row(
    'STT', 'Mã dự án', 'Tên dự án', 'Tổng số hộ', 'Số hộ đã nhận tiền', 'Số hộ đã bàn giao MB', 'Kinh phí phê duyệt', 'Kinh phí đã chi trả', 'Tồn tại, vướng mắc',
  );
  CLEARANCE.forEach((row, index) => {
    // prettier-ignore
    paper.row(
      index + 1, row.code, nameOf(row.code), row.households, row.paid, row.handedOver, inMillions(row.compensation), inMillions(row.compensated), row.blocker || null,
    );
  });
}

function chart(paper: Paper): void {
  paper.row('Dự án', 'Tỷ lệ');
  for (const row of ROWS) paper.row(row.name, percent(row.disbursed, planned(row)) / 100);
}

const amounts = (rows: readonly Row[]): (string | number)[] => [
  dotted(sum(rows, (row) => row.first)),
  dotted(sum(rows, (row) => row.added)),
  dotted(sum(rows, planned)),
  dotted(sum(rows, (row) => row.disbursed - row.month)),
  dotted(sum(rows, (row) => row.month)),
  dotted(sum(rows, disbursed)),
  percent(sum(rows, disbursed), sum(rows, planned)),
];

import type { Layout } from './support/layout';
import { shown, workbook, type Filled, type Paper } from './support/paper';
import { inMillions, sum } from './support/units';

// A commune of 2026 with one table for all: plan, disbursement and land clearance of each project on one row, "x" where
// no land is needed, and a second sheet of construction debts whose amounts are no return.

interface Row {
  readonly code: string;
  readonly name: string;
  readonly planned: bigint;
  readonly disbursed: bigint;
  readonly clearance?: readonly [households: number, paid: number, handedOver: number, blocker: string];
}

// prettier-ignore
const ROWS: readonly Row[] = [
  { code: '8111045', name: 'Đường liên xã Hòa Khương - Hòa Phú Mới', planned: 8_500_000_000n, disbursed: 3_412_650_000n, clearance: [47, 30, 28, '17 hộ chưa thống nhất giá'] },
  { code: '8111902', name: 'Trường Tiểu học số 2 (khối phòng chức năng)', planned: 5_250_000_000n, disbursed: 4_998_120_000n },
  { code: '8112338', name: 'Khu thể thao thôn Phú Sơn', planned: 1_900_000_000n, disbursed: 570_000_000n, clearance: [8, 8, 8, 'Không'] },
  { code: '8113077', name: 'Kè suối Đá, đoạn cầu Ngầm', planned: 12_640_500_000n, disbursed: 0n, clearance: [23, 0, 0, 'Chưa lập phương án bồi thường'] },
  { code: '8114410', name: 'Cải tạo trụ sở Trung tâm hành chính công xã', planned: 980_000_000n, disbursed: 733_900_000n },
];

const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.disbursed;

export const oneTableForEverything: Layout = {
  name: '20-one-table-for-everything',
  build: () => workbook({ 'BC tuần': table, 'Nợ XDCB': debts }),
  expected: {
    kinds: ['disbursement', 'land-clearance'],
    asOf: '2026-11-19',
    planYear: 2026,
    total: { planned: sum(ROWS, planned).toString(), disbursed: sum(ROWS, disbursed).toString() },
    projects: ROWS.map((row) => ({
      code: row.code,
      name: row.name,
      planned: row.planned.toString(),
      disbursed: row.disbursed.toString(),
    })),
    landClearance: ROWS.flatMap(({ code, name, clearance }) => {
      if (!clearance) return [];
      const [households, paid, handedOver, blocker] = clearance;
      const money = { compensation: null, compensated: null };
      return [
        { code, name, households, paid, handedOver, ...money, ...(blocker !== 'Không' && { blocker }) },
      ];
    }),
  },
};

function table(paper: Paper): void {
  paper.row('UBND XÃ HÒA KHƯƠNG MỚI');
  paper.row('PHÒNG KINH TẾ');
  paper.blank();
  paper.row('BÁO CÁO TUẦN VỀ TIẾN ĐỘ THỰC HIỆN, GIẢI NGÂN VÀ GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN NĂM 2026');
  paper.row('(Báo cáo tuần 47, số liệu đến hết ngày 19/11/2026)');
  paper.merge('A4:K4', 'A5:K5');
  paper.cells({
    A: 'STT',
    B: 'Tên dự án',
    C: 'Mã dự án',
    D: 'Vốn năm 2026 (triệu đồng)',
    G: 'Giải phóng mặt bằng (hộ)',
    J: 'Tồn tại, vướng mắc',
    K: 'Ghi chú',
  });
  paper.cells({
    D: 'Kế hoạch',
    E: 'Lũy kế giải ngân',
    F: 'Tỷ lệ',
    G: 'Tổng số',
    H: 'Đã chi trả',
    I: 'Đã bàn giao',
  });
  paper.merge('D6:F6', 'G6:I6', ...['A', 'B', 'C', 'J', 'K'].map((column) => `${column}6:${column}7`));
  ROWS.forEach((row, index) => {
    const [households, paid, handedOver, blocker] = row.clearance ?? ['x', 'x', 'x', null];
    paper.row(index + 1, row.name, row.code, ...amounts([row]), households, paid, handedOver, blocker);
  });
  paper.row(null, 'TỔNG CỘNG', null, ...amounts(ROWS), ...[0, 1, 2].map((place) => clearanceTotal(place)));
}

function debts(paper: Paper): void {
  paper.row('TỔNG HỢP NỢ ĐỌNG XÂY DỰNG CƠ BẢN ĐẾN 31/10/2026');
  paper.cells({ E: 'Đơn vị tính: triệu đồng' });
  paper.row('STT', 'Tên công trình', 'Nhà thầu', 'Giá trị quyết toán', 'Đã thanh toán', 'Còn nợ');
  paper.row(1, 'Nhà văn hóa thôn Hòa Phú', 'Công ty TNHH Xây dựng Mẫu', 1_250.5, 900, 350.5);
  paper.row(2, 'Đường GTNT tổ 5', 'Công ty CP Ví Dụ', 640, 500, 140);
}

const amounts = (rows: readonly Row[]): Filled[] => [
  shown(inMillions(sum(rows, planned)), '#,##0.0'),
  shown(inMillions(sum(rows, disbursed)), '#,##0.0'),
  shown(Number((Number(sum(rows, disbursed)) / Number(sum(rows, planned))).toFixed(4)), '0.0%'),
];

const clearanceTotal = (place: number): number =>
  ROWS.reduce((all, { clearance }) => all + Number(clearance?.[place] ?? 0), 0);

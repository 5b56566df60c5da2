import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { inMillions, sum } from './support/units';

// A provincial adjustment of 2025, also kept as .ods: what was assigned, increase, decrease, and what holds afterwards;
// only the last is the new plan. One project loses all; decreases are positive numbers under "Giảm".

interface Row {
  readonly code: string;
  readonly name: string;
  readonly owner: string;
  readonly source: string;
  readonly before: bigint;
  readonly change: bigint;
  readonly reason: string;
}

// prettier-ignore
const ROWS: readonly Row[] = [
  { code: '7801442', name: 'Đường tỉnh 312B đoạn qua xã Phú Lộc', owner: 'Ban QLDA giao thông', source: 'Ngân sách tỉnh', before: 45_000_000_000n, change: -12_500_000_000n, reason: 'Vướng mặt bằng, không giải ngân hết' },
  { code: '7801442', name: 'Đường tỉnh 312B đoạn qua xã Phú Lộc', owner: 'Ban QLDA giao thông', source: 'Ngân sách trung ương', before: 20_000_000_000n, change: 5_000_000_000n, reason: 'Bổ sung theo tiến độ' },
  { code: '7812560', name: 'Bệnh viện Lao và Bệnh phổi', owner: 'Ban QLDA dân dụng', source: 'Xổ số kiến thiết', before: 18_250_000_000n, change: 9_100_500_000n, reason: 'Có khối lượng' },
  { code: '7820031', name: 'Hồ chứa nước Khe Tre', owner: 'Ban QLDA nông nghiệp', source: 'Ngân sách tỉnh', before: 7_600_500_000n, change: -7_600_500_000n, reason: 'Dừng thực hiện' },
  { code: '7838877', name: 'Trường THPT Nguyễn Khuyến - Khối phòng bộ môn', owner: 'Ban QLDA dân dụng', source: 'Ngân sách tỉnh', before: 3_000_000_000n, change: 6_000_000_000n, reason: 'Đẩy nhanh tiến độ' },
  { code: '7840116', name: 'Kè sông Lam đoạn xã Hưng Lĩnh Mới', owner: 'Ban QLDA nông nghiệp', source: 'Dự phòng ngân sách tỉnh', before: 0n, change: 4_250_000_000n, reason: 'Khắc phục sạt lở khẩn cấp' },
];

const after = (row: Row): bigint => row.before + row.change;

export const adjustmentUpAndDown: Layout = {
  name: '12-adjustment-up-and-down',
  alsoSavedAs: 'ods',
  build: () => workbook({ 'PL kem QD': table }),
  expected: {
    kinds: ['plan'],
    planYear: 2025,
    decision: { number: '1567/QĐ-UBND', date: '2025-08-20', mode: 'adjustment' },
    total: { planned: sum(ROWS, after).toString() },
    allocations: ROWS.map((row) => ({
      code: row.code,
      name: row.name,
      planType: 'current-year' as const,
      sourceLabel: row.source,
      planned: after(row).toString(),
    })),
  },
};

function table(paper: Paper): void {
  paper.cells({ J: 'PHỤ LỤC I' });
  paper.row('DANH MỤC DỰ ÁN ĐIỀU CHỈNH KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2025');
  paper.row('(Kèm theo Quyết định số 1567/QĐ-UBND ngày 20/8/2025 của Ủy ban nhân dân tỉnh)');
  paper.cells({ J: 'Đơn vị: Triệu đồng' });
  paper.merge('A2:J2', 'A3:J3');
  // prettier-ignore
  paper.row(
    'STT', 'Tên dự án', 'Mã số dự án', 'Chủ đầu tư', 'Nguồn vốn', 'Kế hoạch vốn năm 2025 đã giao', 'Điều chỉnh', null,
    'Kế hoạch vốn năm 2025 sau điều chỉnh', 'Lý do điều chỉnh',
  );
  paper.cells({ G: 'Tăng', H: 'Giảm' });
  paper.merge('G5:H5', ...['A', 'B', 'C', 'D', 'E', 'F', 'I', 'J'].map((column) => `${column}5:${column}6`));
  paper.row(null, 'TỔNG SỐ', null, null, null, ...amounts(ROWS));
  ROWS.forEach((row, index) => {
    paper.row(index + 1, row.name, row.code, row.owner, row.source, ...amounts([row]), row.reason);
  });
}

const amounts = (rows: readonly Row[]): (number | null)[] => [
  inMillions(sum(rows, (row) => row.before)),
  orBlank(sum(rows, ({ change }) => (change > 0n ? change : 0n))),
  orBlank(sum(rows, ({ change }) => (change < 0n ? -change : 0n))),
  inMillions(sum(rows, after)),
];

const orBlank = (amount: bigint): number | null => (amount === 0n ? null : inMillions(amount));

import type { Layout } from './support/layout';
import { workbook, type Filled, type Paper } from './support/paper';
import { inThousands, sum } from './support/units';

// A people's council's plan of 2024: one column per source under "Trong đó", the medium-term plan and what was assigned
// before stand before this year's, whose own column comes first among its sources; blank where a source gives nothing.

const SOURCES = ['NSTW', 'NS tỉnh', 'NS huyện', 'Tiền sử dụng đất', 'XSKT'] as const;

interface Row {
  readonly code: string;
  readonly name: string;
  readonly years: string;
  readonly mediumTerm: bigint;
  readonly before: bigint;
  readonly planned: Partial<Record<(typeof SOURCES)[number], bigint>>;
}

// prettier-ignore
const DEBTS: readonly Row[] = [
  { code: '7755120', name: 'Trường Tiểu học Kim Sơn Đông', years: '2021-2023', mediumTerm: 14_500_000_000n, before: 13_100_000_000n, planned: { 'NS huyện': 1_400_000_000n } },
  { code: '7756903', name: 'Nâng cấp đường Lê Lợi kéo dài', years: '2020-2022', mediumTerm: 30_250_000_000n, before: 28_000_000_000n, planned: { 'NS tỉnh': 1_250_000_000n, 'Tiền sử dụng đất': 1_000_000_000n } },
];

// prettier-ignore
const ONGOING: readonly Row[] = [
  { code: '7872214', name: 'Hồ điều hòa phía Bắc thị trấn Yên Phú', years: '2022-2025', mediumTerm: 92_000_000_000n, before: 41_500_000_000n, planned: { NSTW: 12_000_000_000n, 'NS tỉnh': 6_350_000_000n, 'Tiền sử dụng đất': 9_875_500_000n } },
  { code: '7873008', name: 'Trung tâm văn hóa thể thao huyện', years: '2023-2025', mediumTerm: 45_000_000_000n, before: 11_000_000_000n, planned: { 'NS huyện': 7_200_000_000n, XSKT: 5_000_000_000n } },
  { code: '7873911', name: 'Đường trục xã Yên Thịnh - Yên Lạc Mới', years: '2022-2024', mediumTerm: 28_400_000_000n, before: 17_650_000_000n, planned: { 'NS tỉnh': 4_000_000_000n, 'NS huyện': 3_640_250_000n } },
];

// prettier-ignore
const STARTED: readonly Row[] = [
  { code: '8000412', name: 'Trạm y tế xã Yên Hòa Thượng', years: '2024-2025', mediumTerm: 7_800_000_000n, before: 0n, planned: { XSKT: 3_500_000_000n } },
  { code: '8001077', name: 'Chỉnh trang khu trung tâm hành chính', years: '2024-2026', mediumTerm: 60_000_000_000n, before: 0n, planned: { 'Tiền sử dụng đất': 18_000_000_000n } },
];

const ALL = [...DEBTS, ...ONGOING, ...STARTED];
const planned = (row: Row): bigint => sum(Object.values(row.planned), (amount) => amount);

export const planSourcesAsColumns: Layout = {
  name: '11-plan-sources-as-columns',
  build: () => workbook({ 'Biểu 01-NQ': table }),
  expected: {
    kinds: ['plan'],
    planYear: 2024,
    decision: { number: '45/NQ-HĐND', date: '2023-12-08', mode: 'initial' },
    total: { planned: sum(ALL, planned).toString() },
    allocations: ALL.flatMap((row) =>
      Object.entries(row.planned).map(([sourceLabel, amount]) => ({
        code: row.code,
        name: row.name,
        planType: 'current-year' as const,
        sourceLabel,
        planned: amount.toString(),
      })),
    ),
  },
};

function table(paper: Paper): void {
  paper.cells({ A: 'HỘI ĐỒNG NHÂN DÂN', L: 'Biểu số 01' });
  paper.row('HUYỆN YÊN PHÚ');
  paper.blank();
  paper.row('KẾ HOẠCH ĐẦU TƯ CÔNG NĂM 2024');
  paper.row(
    '(Ban hành kèm theo Nghị quyết số 45/NQ-HĐND ngày 08 tháng 12 năm 2023 của Hội đồng nhân dân huyện Yên Phú)',
  );
  paper.cells({ L: 'Đơn vị tính: nghìn đồng' });
  paper.merge('A4:M4', 'A5:M5');
  // prettier-ignore
  const top = paper.row(
    'TT', 'Danh mục dự án', 'Mã dự án', 'Thời gian KC-HT', 'Kế hoạch trung hạn giai đoạn 2021-2025',
    'Lũy kế vốn đã bố trí đến hết năm 2023', 'Kế hoạch năm 2024', null, null, null, null, null, 'Ghi chú',
  );
  paper.cells({ G: 'Tổng số', H: 'Trong đó' });
  paper.row(null, null, null, null, null, null, null, ...SOURCES);
  // prettier-ignore
  paper.merge(
    ...['A', 'B', 'C', 'D', 'E', 'F', 'M'].map((column) => `${column}${top}:${column}${top + 2}`),
    `G${top}:L${top}`, `G${top + 1}:G${top + 2}`, `H${top + 1}:L${top + 1}`,
  );
  paper.row(null, 'TỔNG CỘNG', null, null, ...amounts(ALL));
  group(paper, 'A', 'TRẢ NỢ, QUYẾT TOÁN CÔNG TRÌNH HOÀN THÀNH', DEBTS);
  group(paper, 'B', 'CÔNG TRÌNH CHUYỂN TIẾP', ONGOING);
  group(paper, 'C', 'CÔNG TRÌNH KHỞI CÔNG MỚI', STARTED);
}

function group(paper: Paper, letter: string, title: string, rows: readonly Row[]): void {
  paper.row(letter, title, null, null, ...amounts(rows));
  rows.forEach((row, index) => paper.row(index + 1, row.name, row.code, row.years, ...amounts([row])));
}

function amounts(rows: readonly Row[]): Filled[] {
  return [
    inThousands(sum(rows, (row) => row.mediumTerm)),
    inThousands(sum(rows, (row) => row.before)),
    inThousands(sum(rows, planned)),
    ...SOURCES.map((source) => {
      const amount = sum(rows, (row) => row.planned[source] ?? 0n);
      return amount === 0n ? null : inThousands(amount);
    }),
  ];
}

import type { Layout } from './support/layout';
import { shown, workbook, type Paper } from './support/paper';
import { inBillions } from './support/units';

// A board's land-clearance table of 2023: one header row, tỷ đồng in the captions, groups by field of work, no
// codes, the as-of date in a cell of its own and due dates as real dates, counts typed as text with leading zeros.

interface Row {
  readonly name: string;
  readonly households: number;
  readonly paid: number;
  readonly handedOver: number;
  readonly compensation: bigint;
  readonly compensated: bigint;
  readonly blocker: string | null;
  readonly unit: string | null;
  readonly due: string | null;
}

// prettier-ignore
const GROUPS: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  ['Dự án giao thông', [
    { name: 'Đường tránh phía Tây thị trấn Nam Sơn', households: 86, paid: 61, handedOver: 55, compensation: 32_450_000_000n, compensated: 21_870_000_000n, blocker: 'Chưa có đất tái định cư cho 9 hộ', unit: 'UBND thị trấn Nam Sơn', due: '2023-10-31' },
    { name: 'Cầu Bến Cát và đường dẫn', households: 24, paid: 24, handedOver: 20, compensation: 8_120_000_000n, compensated: 8_120_000_000n, blocker: '04 hộ đã nhận tiền nhưng chưa di dời', unit: 'Tổ vận động huyện', due: '2023-09-15' },
  ]],
  ['Dự án thủy lợi, đô thị', [
    { name: 'Hồ Khe Chè', households: 41, paid: 0, handedOver: 0, compensation: 15_300_000_000n, compensated: 0n, blocker: 'Chờ phê duyệt giá đất', unit: 'Phòng Tài nguyên và Môi trường', due: '2023-12-20' },
    { name: 'Khu đô thị Nam Sơn 3', households: 152, paid: 140, handedOver: 138, compensation: 64_875_500_000n, compensated: 60_014_250_000n, blocker: null, unit: null, due: null },
    { name: 'Nghĩa trang nhân dân huyện (mở rộng)', households: 9, paid: 7, handedOver: 7, compensation: 1_240_000_000n, compensated: 968_000_000n, blocker: 'Thiếu hồ sơ thừa kế của 02 hộ', unit: 'UBND xã Nam Tiến', due: '2023-09-30' },
  ]],
];

const ALL = GROUPS.flatMap(([, rows]) => rows);

export const boardLandClearance: Layout = {
  name: '18-board-land-clearance',
  build: () => workbook({ Sheet2: table }),
  expected: {
    kinds: ['land-clearance'],
    asOf: '2023-08-25',
    planYear: 2023,
    landClearance: ALL.map(({ unit, ...row }) => ({
      code: null,
      ...row,
      compensation: row.compensation.toString(),
      compensated: row.compensated.toString(),
      responsibleUnit: unit,
    })),
  },
};

function table(paper: Paper): void {
  paper.row('BAN QLDA HUYỆN NAM SƠN');
  paper.row('TỔNG HỢP CÔNG TÁC GIẢI PHÓNG MẶT BẰNG CÁC DỰ ÁN TRỌNG ĐIỂM NĂM 2023');
  paper.cells({ B: 'Số liệu đến ngày:', C: shown(dateCell('2023-08-25'), 'dd/mm/yyyy') });
  paper.blank();
  // prettier-ignore
  paper.row(
    'TT', 'Dự án', 'Số hộ bị ảnh hưởng', 'Số hộ đã nhận tiền', 'Số hộ đã bàn giao', 'Tổng kinh phí BT, HT (tỷ đồng)',
    'Kinh phí đã chi trả (tỷ đồng)', 'Vướng mắc', 'Cơ quan chủ trì', 'Thời gian hoàn thành',
  );
  GROUPS.forEach(([title, rows], index) => {
    paper.row(['I', 'II'][index], title, ...amounts(rows));
    rows.forEach((row, place) => {
      const due = row.due === null ? null : dateCell(row.due);
      paper.row(place + 1, row.name, ...amounts([row]), row.blocker, row.unit, due);
    });
  });
  paper.row(null, 'Tổng cộng', ...amounts(ALL));
}

/** A cell's date is a day without zone; exceljs takes it from the UTC parts. */
const dateCell = (date: string): Date => new Date(`${date}T00:00:00Z`);

function amounts(rows: readonly Row[]): (number | string)[] {
  const count = (value: (row: Row) => number): string =>
    rows
      .reduce((all, row) => all + value(row), 0)
      .toString()
      .padStart(2, '0');
  const money = (value: (row: Row) => bigint): number =>
    inBillions(rows.reduce((all, row) => all + value(row), 0n));
  return [
    count((row) => row.households),
    count((row) => row.paid),
    count((row) => row.handedOver),
    money((row) => row.compensation),
    money((row) => row.compensated),
  ];
}

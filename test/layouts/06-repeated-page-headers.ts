import type { Layout } from './support/layout';
import { shown, workbook, type Filled, type Paper } from './support/paper';
import { percent, sum } from './support/units';

// An education board of 2019: the header and its column numbers stand again at the top of each printed page, the
// districts are groups with the total of theirs, codes begin with zero, amounts are numbers in đồng, "x" where no advance was taken.

interface Row {
  readonly code: string;
  readonly name: string;
  readonly planned: bigint;
  readonly completed: bigint;
  readonly advance: bigint;
}

// prettier-ignore
const DISTRICTS: readonly (readonly [district: string, rows: readonly Row[]])[] = [
  ['Huyện Bình Tân Thượng', [
    { code: '0712045', name: 'Trường THPT Trần Đại - Khối 8 phòng học', planned: 5_600_000_000n, completed: 4_987_654_321n, advance: 0n },
    { code: '0712046', name: 'Trường THPT Lương Thế - Nhà đa năng', planned: 3_250_000_000n, completed: 1_000_000_000n, advance: 975_000_000n },
    { code: '0712098', name: 'Trung tâm GDNN-GDTX Bình Tân Thượng', planned: 1_480_000_000n, completed: 1_480_000_000n, advance: 0n },
  ]],
  ['Huyện Cái Nước Đông', [
    { code: '0713310', name: 'Trường THPT Cái Nước Đông - Cải tạo', planned: 2_900_000_000n, completed: 0n, advance: 870_000_000n },
    { code: '0713377', name: 'Trường PTDTNT Hòa Thạnh', planned: 12_750_000_000n, completed: 8_004_112_000n, advance: 1_200_450_000n },
  ]],
  ['Thị xã Vĩnh An', [
    { code: '0714001', name: 'Trường THPT chuyên Vĩnh An - Ký túc xá', planned: 18_000_000_000n, completed: 15_333_870_500n, advance: 0n },
    { code: '0714029', name: 'Trường THPT Phan Chu - Sân, tường rào', planned: 765_432_000n, completed: 765_432_000n, advance: 0n },
    { code: '0714055', name: 'Thiết bị dạy học khối THPT', planned: 4_120_000_000n, completed: 0n, advance: 0n },
  ]],
];

const ALL = DISTRICTS.flatMap(([, rows]) => rows);
const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.completed + row.advance;

export const repeatedPageHeaders: Layout = {
  name: '06-repeated-page-headers',
  build: () => workbook({ 'Sheet1 (2)': table }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2019-12-31',
    planYear: 2019,
    total: { planned: sum(ALL, planned).toString(), disbursed: sum(ALL, disbursed).toString() },
    projects: ALL.map((row) => ({
      code: row.code,
      name: row.name,
      planned: row.planned.toString(),
      disbursed: disbursed(row).toString(),
    })),
  },
};

function table(paper: Paper): void {
  paper.row('SỞ GIÁO DỤC VÀ ĐÀO TẠO');
  paper.row('BAN QUẢN LÝ DỰ ÁN CHUYÊN NGÀNH');
  paper.blank();
  paper.cells({ C: 'BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ NĂM 2019' });
  paper.cells({ C: 'Thời điểm báo cáo: 31-12-2019' });
  paper.cells({ H: 'Đơn vị tính: đồng VN' });
  DISTRICTS.forEach(([district, rows], page) => {
    pageHeader(paper);
    if (page === 0) paper.row(null, null, 'TỔNG CỘNG', ...amounts(ALL));
    paper.row(['I', 'II', 'III'][page], null, district, ...amounts(rows));
    rows.forEach((row, index) => {
      const [plan, completed, advance, ...rest] = amounts([row]);
      // "x": not applicable, no advance was ever taken.
      paper.row(index + 1, codeCell(row), row.name, plan, completed, advance === 0 ? 'x' : advance, ...rest);
    });
  });
  paper.blank();
  paper.cells({ C: 'LẬP BIỂU', F: 'GIÁM ĐỐC' });
}

/** Someone typed some codes as numbers, and gave the cells a format that shows the zero in front. */
const codeCell = ({ code }: Row): Filled => (code.startsWith('0714') ? shown(Number(code), '0000000') : code);

function pageHeader(paper: Paper): void {
  // prettier-ignore
  const top = paper.row(
    'STT', 'Mã dự án', 'Tên dự án / Chủ đầu tư', 'Kế hoạch vốn được giao', 'Giá trị giải ngân', null, null, 'Tỷ lệ', 'Ghi chú',
  );
  paper.cells({ E: 'KLHT', F: 'Tạm ứng', G: 'Tổng' });
  paper.merge(
    `E${top}:G${top}`,
    ...['A', 'B', 'C', 'D', 'H', 'I'].map((column) => `${column}${top}:${column}${top + 1}`),
  );
  paper.row('(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)=(5)+(6)', '(8)=(7)/(4)', '(9)');
}

const amounts = (rows: readonly Row[]): number[] => [
  Number(sum(rows, planned)),
  Number(sum(rows, (row) => row.completed)),
  Number(sum(rows, (row) => row.advance)),
  Number(sum(rows, disbursed)),
  percent(sum(rows, disbursed), sum(rows, planned)),
];

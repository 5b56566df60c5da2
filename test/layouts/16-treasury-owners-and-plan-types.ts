import type { Layout } from './support/layout';
import { shown, workbook, type Filled, type Paper } from './support/paper';
import { inMillions, percent, sum } from './support/units';

// A district Treasury's statement of 2021: also kept as .xls: section A is the plan carried over, B this
// year's, each with a subtotal per project owner in a row without number or code; triệu đồng with an accounting format that shows zero as "-".

interface Row {
  readonly code: string;
  readonly name: string;
  readonly planned: bigint;
  readonly completed: bigint;
  readonly advance: bigint;
}

type Owner = readonly [name: string, rows: readonly Row[]];

const BOARD = 'Ban QLDA ĐTXD huyện Tân Thạnh';
const TOWN = 'UBND thị trấn Tân Thạnh';

// prettier-ignore
const CARRIED: readonly Owner[] = [
  [BOARD, [
    { code: '7745001', name: 'Lộ N3 liên xã Tân Bình - Tân Hòa', planned: 3_120_500_000n, completed: 3_120_500_000n, advance: 0n },
    { code: '7750672', name: 'Trường Tiểu học Kiến Bình Mới', planned: 845_000_000n, completed: 500_000_000n, advance: 45_000_000n },
  ]],
];

// prettier-ignore
const THIS_YEAR: readonly Owner[] = [
  [BOARD, [
    { code: '7745001', name: 'Lộ N3 liên xã Tân Bình - Tân Hòa', planned: 9_000_000_000n, completed: 4_115_230_000n, advance: 1_000_000_000n },
    { code: '7751880', name: 'Cống hở rạch Bà Vàng', planned: 5_400_000_000n, completed: 0n, advance: 1_620_000_000n },
    { code: '7752034', name: 'Đê bao lửng khu 3', planned: 7_250_750_000n, completed: 7_000_125_000n, advance: 0n },
  ]],
  [TOWN, [
    { code: '7760019', name: 'Vỉa hè đường Trần Công', planned: 1_200_000_000n, completed: 1_134_000_000n, advance: 0n },
    { code: '7760245', name: 'Đèn chiếu sáng khu phố 2', planned: 430_000_000n, completed: 0n, advance: 0n },
  ]],
];

const rowsOf = (owners: readonly Owner[]): Row[] => owners.flatMap(([, rows]) => rows);
const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.completed + row.advance;
const amountsOf = (rows: readonly Row[]): { planned: string; disbursed: string } => ({
  planned: sum(rows, planned).toString(),
  disbursed: sum(rows, disbursed).toString(),
});
const ALL = [...rowsOf(CARRIED), ...rowsOf(THIS_YEAR)];
const NAMES = new Map(ALL.map(({ code, name }) => [code, name]));

export const treasuryOwnersAndPlanTypes: Layout = {
  name: '16-treasury-owners-and-plan-types',
  alsoSavedAs: 'xls',
  build: () => workbook({ F01: table }),
  expected: {
    kinds: ['treasury'],
    asOf: '2021-09-15',
    planYear: 2021,
    total: amountsOf(rowsOf(THIS_YEAR)),
    byPlanType: { 'carried-over': amountsOf(rowsOf(CARRIED)) },
    projects: [...NAMES].map(([code, name]) => {
      const [now, carried] = [THIS_YEAR, CARRIED].map((owners) =>
        rowsOf(owners).filter((row) => row.code === code),
      );
      return {
        code,
        name,
        byPlanType: {
          ...(now?.length && { 'current-year': amountsOf(now) }),
          ...(carried?.length && { 'carried-over': amountsOf(carried) }),
        },
      };
    }),
  },
};

function table(paper: Paper): void {
  paper.cells({ A: 'KBNN TÂN THẠNH', H: 'Mẫu F01-08/BC-KSC' });
  paper.blank();
  paper.row('BÁO CÁO KẾT QUẢ KIỂM SOÁT CHI VỐN ĐẦU TƯ NIÊN ĐỘ 2021');
  paper.row('Từ ngày 01/01/2021 đến ngày 15/09/2021');
  paper.cells({ H: 'Đơn vị: tr. đồng' });
  paper.merge('A3:H3', 'A4:H4');
  paper.row(
    'STT',
    'Mã dự án',
    'Đơn vị / Dự án',
    'Kế hoạch vốn',
    'Lũy kế vốn thanh toán',
    null,
    null,
    'Tỷ lệ (%)',
  );
  paper.cells({ E: 'Tổng số', F: 'Khối lượng hoàn thành', G: 'Tạm ứng' });
  paper.merge('E6:G6', ...['A', 'B', 'C', 'D', 'H'].map((column) => `${column}6:${column}7`));
  section(paper, 'A', 'VỐN NĂM 2020 KÉO DÀI SANG NĂM 2021', CARRIED);
  section(paper, 'B', 'VỐN KẾ HOẠCH NĂM 2021', THIS_YEAR);
  paper.row(null, null, 'TỔNG CỘNG (A+B)', ...amounts(ALL));
}

function section(paper: Paper, letter: string, title: string, owners: readonly Owner[]): void {
  paper.row(letter, null, title, ...amounts(rowsOf(owners)));
  owners.forEach(([owner, rows]) => {
    paper.row(null, null, owner, ...amounts(rows));
    rows.forEach((row, place) => paper.row(place + 1, row.code, row.name, ...amounts([row])));
  });
}

const amounts = (rows: readonly Row[]): Filled[] => [
  ...[
    sum(rows, planned),
    sum(rows, disbursed),
    sum(rows, (row) => row.completed),
    sum(rows, (row) => row.advance),
  ].map((amount) => shown(inMillions(amount), '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-')),
  percent(sum(rows, disbursed), sum(rows, planned)),
];

import type { Layout } from './support/layout';
import { formula, workbook, type Filled, type Paper } from './support/paper';
import { inThousands, sum } from './support/units';

// A finance office of 2021: long names go on in a row of their own, a project's row is hidden (and counted), subtotals
// stand above their groups and are formulas, one formula was saved without its value, "Tr.đó" rows split a project. The
// plan stands as assigned and as adjusted, and what is left counts from the second.

interface Row {
  readonly code: string;
  readonly name: readonly [string] | readonly [string, string];
  readonly assigned: bigint;
  readonly planned: bigint;
  readonly disbursed: bigint;
  readonly clearance?: readonly [planned: bigint, disbursed: bigint];
  readonly hidden?: true;
}

// prettier-ignore
const GROUPS: readonly (readonly [title: string, rows: readonly Row[]])[] = [
  ['Lĩnh vực giao thông', [
    { code: '7850017', name: ['Cải tạo, nâng cấp đường giao thông từ', 'trung tâm xã Mường Lang đi bản Nà Sa'], assigned: 10_000_000_000n, planned: 12_640_000_000n, disbursed: 8_015_330_000n, clearance: [1_400_000_000n, 1_122_000_000n] },
    { code: '7850233', name: ['Cầu bản Nậm Pung'], assigned: 4_500_000_000n, planned: 4_300_000_000n, disbursed: 4_120_777_000n },
    { code: '7851100', name: ['Đường nội thị thị trấn Mường Lang'], assigned: 2_050_000_000n, planned: 2_050_000_000n, disbursed: 615_000_000n, hidden: true },
  ]],
  ['Lĩnh vực giáo dục', [
    { code: '7852318', name: ['Trường PTDTBT Tiểu học Nà Sa,', 'hạng mục nhà ở bán trú học sinh'], assigned: 4_000_000_000n, planned: 3_715_500_000n, disbursed: 3_000_000_000n },
    { code: '7852940', name: ['Trường Mầm non Hoa Ban'], assigned: 1_500_000_000n, planned: 1_980_000_000n, disbursed: 0n },
  ]],
];

const ALL = GROUPS.flatMap(([, rows]) => rows);
const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.disbursed;

export const wrappedNamesAndFormulas: Layout = {
  name: '10-wrapped-names-and-formulas',
  build: () => workbook({ BC: table }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2021-11-30',
    planYear: 2021,
    total: { planned: sum(ALL, planned).toString(), disbursed: sum(ALL, disbursed).toString() },
    projects: ALL.map((row) => ({
      code: row.code,
      name: row.name.join(' '),
      planned: row.planned.toString(),
      disbursed: row.disbursed.toString(),
    })),
  },
};

function table(paper: Paper): void {
  paper.row('UBND HUYỆN MƯỜNG LANG');
  paper.row('PHÒNG TÀI CHÍNH - KẾ HOẠCH');
  paper.row(null, 'BÁO CÁO TÌNH HÌNH THỰC HIỆN VÀ GIẢI NGÂN VỐN ĐẦU TƯ PHÁT TRIỂN NĂM 2021');
  paper.row(null, 'Từ 01/01/2021 đến 30/11/2021');
  paper.cells({ G: 'ĐVT: Ngàn đồng' });
  paper.row(
    'STT',
    'Công trình',
    'Mã công trình',
    'Kế hoạch năm 2021',
    'Kế hoạch năm 2021 điều chỉnh',
    'Giải ngân',
    'Còn lại',
  );
  const [firstTotal, secondTotal] = subtotalRows(paper.at);
  const whole = (column: string): string => `${column}${firstTotal}+${column}${secondTotal}`;
  paper.row(null, 'TỔNG SỐ', null, ...amounts(ALL, paper.at, whole));
  GROUPS.forEach(([title, rows], group) => {
    const first = paper.at + 1;
    const last = first + rows.reduce((count, row) => count + rowsOf(row), 0) - 1;
    // The "Tr.đó" rows would count twice; SUMIF leaves them out.
    const ofGroup = (column: string): string =>
      `SUMIF(A${first}:A${last},">0",${column}${first}:${column}${last})`;
    paper.row(['I', 'II'][group], title, null, ...amounts(rows, paper.at, ofGroup));
    rows.forEach((row, index) => project(paper, index + 1, row));
  });
  paper.blank();
  paper.row(null, 'Người lập biểu', null, 'Mường Lang, ngày 02 tháng 12 năm 2021');
  paper.row(null, 'Mẫu 02/2021', null, 'TRƯỞNG PHÒNG', 2021);
}

function project(paper: Paper, number: number, row: Row): void {
  const [name, rest] = row.name;
  const at = paper.at;
  const left = inThousands(row.planned - row.disbursed);
  // Written by a program that doesn't calculate: the formula has no saved value.
  const remaining = row.code === '7852318' ? { formula: `E${at}-F${at}` } : formula(`E${at}-F${at}`, left);
  paper.row(
    number,
    name,
    row.code,
    inThousands(row.assigned),
    inThousands(row.planned),
    inThousands(row.disbursed),
    remaining,
  );
  if (row.hidden) paper.sheet.getRow(at).hidden = true;
  if (rest !== undefined) paper.row(null, rest);
  if (row.clearance) {
    const [clearancePlanned, clearanceDisbursed] = row.clearance;
    paper.row(
      null,
      'Tr.đó: bồi thường GPMB',
      null,
      inThousands(clearancePlanned),
      inThousands(clearanceDisbursed),
    );
  }
}

const rowsOf = (row: Row): number => row.name.length + (row.clearance ? 1 : 0);

function subtotalRows(total: number): [number, number] {
  const [, rows = []] = GROUPS[0] ?? [];
  const first = total + 1;
  return [first, first + 1 + rows.reduce((count, row) => count + rowsOf(row), 0)];
}

function amounts(rows: readonly Row[], at: number, text: (column: string) => string): Filled[] {
  const [plan, paid] = [sum(rows, planned), sum(rows, disbursed)];
  return [
    formula(text('D'), inThousands(sum(rows, (row) => row.assigned))),
    formula(text('E'), inThousands(plan)),
    formula(text('F'), inThousands(paid)),
    formula(`E${at}-F${at}`, inThousands(plan - paid)),
  ];
}

import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { millionsText, sum } from './support/units';

// A commune's plan of 2026 as its council decided it: text amounts in triệu with one decimal ("3.463,5"), a section per
// source with sub-groups, numbers that start anew in each, no codes for new works; the total stands last.

interface Row {
  readonly code: string | null;
  readonly name: string;
  readonly investment: bigint;
  readonly planned: bigint;
}

type Group = readonly [title: string, rows: readonly Row[]];

// prettier-ignore
const SECTIONS: readonly (readonly [letter: string, source: string, groups: readonly Group[]])[] = [
  ['A', 'Nguồn ngân sách xã', [
    ['Công trình chuyển tiếp', [
      { code: '8103320', name: 'Đường bê tông xóm Đồi - xóm Bãi', investment: 4_870_500_000n, planned: 1_250_000_000n },
      { code: '8104118', name: 'Trường Mầm non xã Tiên Lãng Đông', investment: 12_640_000_000n, planned: 3_463_500_000n },
    ]],
    ['Công trình xây dựng mới', [
      { code: null, name: 'Nhà văn hóa xóm Trại', investment: 1_980_300_000n, planned: 980_300_000n },
    ]],
  ]],
  ['B', 'Nguồn tiền sử dụng đất', [
    ['Công trình chuyển tiếp', [
      { code: '8105027', name: 'Hạ tầng khu dân cư Cửa Đình', investment: 22_450_000_000n, planned: 6_700_000_000n },
    ]],
    ['Công trình xây dựng mới', [
      { code: null, name: 'Nghĩa trang nhân dân xóm Bãi', investment: 2_750_000_000n, planned: 1_100_500_000n },
      { code: null, name: 'Nâng cấp tuyến mương tiêu T3', investment: 3_105_800_000n, planned: 1_450_800_000n },
    ]],
  ]],
];

const rowsOf = (groups: readonly Group[]): Row[] => groups.flatMap(([, rows]) => rows);
const ALL = SECTIONS.flatMap(([, , groups]) => rowsOf(groups));
const planned = (row: Row): bigint => row.planned;

export const communePlanSourceSections: Layout = {
  name: '13-commune-plan-source-sections',
  build: () => workbook({ 'Phụ lục NQ': table }),
  expected: {
    kinds: ['plan'],
    planYear: 2026,
    decision: { number: '07/NQ-HĐND', date: '2025-12-25', mode: 'initial' },
    total: { planned: sum(ALL, planned).toString() },
    allocations: SECTIONS.flatMap(([, sourceLabel, groups]) =>
      rowsOf(groups).map((row) => ({
        code: row.code,
        name: row.name,
        planType: 'current-year' as const,
        sourceLabel,
        planned: row.planned.toString(),
      })),
    ),
  },
};

function table(paper: Paper): void {
  paper.row('HĐND XÃ TIÊN LÃNG ĐÔNG');
  paper.row('PHÂN BỔ KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2026');
  paper.row('(Kèm theo Nghị quyết số 07/NQ-HĐND, ngày 25/12/2025 của HĐND xã)');
  paper.cells({ E: 'Đơn vị tính: triệu đồng' });
  paper.merge('A2:F2', 'A3:F3');
  paper.row('TT', 'Nội dung', 'Mã dự án', 'Tổng mức đầu tư', 'Kế hoạch vốn 2026', 'Ghi chú');
  for (const [letter, source, groups] of SECTIONS) {
    paper.row(letter, source, null, null, oneDecimal(sum(rowsOf(groups), planned)));
    groups.forEach(([title, rows], index) => {
      paper.row(['I', 'II'][index], title, null, null, oneDecimal(sum(rows, planned)));
      rows.forEach((row, place) => {
        paper.row(`${place + 1}`, row.name, row.code, oneDecimal(row.investment), oneDecimal(row.planned));
      });
    });
  }
  paper.row(null, 'TỔNG CỘNG (A + B)', null, null, oneDecimal(sum(ALL, planned)));
  paper.blank();
  paper.row(null, 'Bằng chữ: Mười bốn tỷ, chín trăm bốn mươi lăm triệu, một trăm nghìn đồng.');
}

function oneDecimal(amount: bigint): string {
  const text = millionsText(amount);
  return text.includes(',') ? text : `${text},0`;
}

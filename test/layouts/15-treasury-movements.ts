import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { sum } from './support/units';

// A regional Treasury's statement of 2025: the owner's 7-digit code before the project's, chapter and section codes as
// numbers after it, movements of the month (advance, completed work, recovery) before the cumulative columns, the
// balance after them; đồng, capitals.

interface Row {
  readonly owner: string;
  readonly code: string;
  readonly name: string;
  readonly section: number;
  readonly source: string;
  readonly planned: bigint;
  readonly month: readonly [advance: bigint, completed: bigint, recovered: bigint];
  readonly completed: bigint;
  readonly advance: bigint;
}

const CITY = 'Ban QLDA ĐTXD số 2';
const COMMUNE = 'UBND xã Trà Linh Tây';

// prettier-ignore
const ROWS: readonly Row[] = [
  { owner: CITY, code: '8020117', name: 'ĐƯỜNG VÀNH ĐAI TÂY ĐOẠN 2', section: 292, source: 'Ngân sách trung ương', planned: 120_000_000_000n, month: [0n, 8_450_231_000n, 1_200_000_000n], completed: 66_120_345_678n, advance: 9_000_000_000n },
  { owner: CITY, code: '8020117', name: 'ĐƯỜNG VÀNH ĐAI TÂY ĐOẠN 2', section: 292, source: 'Ngân sách địa phương', planned: 35_600_000_000n, month: [2_000_000_000n, 0n, 0n], completed: 12_875_000_000n, advance: 6_500_000_000n },
  { owner: CITY, code: '8021902', name: 'NHÀ MÁY NƯỚC KHE SANH NHỎ', section: 311, source: 'Ngân sách địa phương', planned: 18_750_000_000n, month: [0n, 1_002_003_004n, 0n], completed: 9_771_204_118n, advance: 0n },
  { owner: COMMUNE, code: '8077001', name: 'TRƯỜNG TIỂU HỌC TRÀ LINH', section: 72, source: 'Ngân sách địa phương', planned: 4_300_000_000n, month: [0n, 0n, 0n], completed: 0n, advance: 1_290_000_000n },
  { owner: COMMUNE, code: '8077113', name: 'ĐƯỜNG VÀO KHU SẢN XUẤT SUỐI BÙN', section: 292, source: 'CTMTQG xây dựng nông thôn mới', planned: 2_150_000_000n, month: [0n, 645_000_000n, 0n], completed: 1_935_000_000n, advance: 0n },
  { owner: COMMUNE, code: '8077206', name: 'NHÀ SINH HOẠT CỘNG ĐỒNG THÔN 4', section: 161, source: 'CTMTQG xây dựng nông thôn mới', planned: 900_000_000n, month: [0n, 0n, 0n], completed: 0n, advance: 0n },
];

const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.completed + row.advance;

export const treasuryMovements: Layout = {
  name: '15-treasury-movements',
  build: () => workbook({ Rpt_DTXDCB: table }),
  expected: {
    kinds: ['treasury'],
    asOf: '2025-10-31',
    planYear: 2025,
    total: { planned: sum(ROWS, planned).toString(), disbursed: sum(ROWS, disbursed).toString() },
    projects: [...new Set(ROWS.map(({ code }) => code))].map((code) => {
      const rows = ROWS.filter((row) => row.code === code);
      return {
        code,
        name: rows[0]?.name ?? '',
        planned: sum(rows, planned).toString(),
        disbursed: sum(rows, disbursed).toString(),
        bySource: Object.fromEntries(
          rows.map((row) => [
            row.source,
            { planned: row.planned.toString(), disbursed: disbursed(row).toString() },
          ]),
        ),
      };
    }),
  },
};

function table(paper: Paper): void {
  paper.row('KHO BẠC NHÀ NƯỚC KHU VỰC XIX');
  paper.row('PHÒNG GIAO DỊCH SỐ 4');
  paper.blank();
  paper.row('BÁO CÁO TÌNH HÌNH THANH TOÁN VỐN ĐẦU TƯ XDCB');
  paper.row('THÁNG 10 NĂM 2025');
  paper.row('(Số liệu đến 17h00 ngày 31/10/2025)');
  paper.cells({ Q: 'Đơn vị tính: VND' });
  paper.merge('A4:Q4', 'A5:Q5', 'A6:Q6');
  // prettier-ignore
  paper.row(
    'STT', 'MÃ ĐVQHNS', 'CHỦ ĐẦU TƯ', 'MÃ DỰ ÁN', 'TÊN DỰ ÁN', 'CHƯƠNG', 'KHOẢN', 'NGUỒN VỐN', 'KẾ HOẠCH VỐN NĂM',
    'THANH TOÁN TRONG THÁNG', null, null, 'LŨY KẾ THANH TOÁN TỪ ĐẦU NĂM', null, null, 'SỐ VỐN CÒN LẠI', 'TỶ LỆ',
  );
  paper.cells({
    J: 'TẠM ỨNG',
    K: 'KLHT',
    L: 'THU HỒI TẠM ỨNG',
    M: 'KLHT',
    N: 'TẠM ỨNG CHƯA THU HỒI',
    O: 'TỔNG CỘNG',
  });
  paper.merge(
    'J8:L8',
    'M8:O8',
    ...['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'P', 'Q'].map((column) => `${column}8:${column}9`),
  );
  paper.row('TỔNG CỘNG', null, null, null, null, null, null, null, ...amounts(ROWS));
  ROWS.forEach((row, index) => {
    const [unit, chapter] = row.owner === CITY ? ['3027714', 599] : ['1125508', 800];
    // prettier-ignore
    paper.row(
      index + 1, unit, row.owner, row.code, row.name, chapter, row.section, row.source, ...amounts([row]),
    );
  });
  paper.blank();
  paper.cells({ A: 'NGƯỜI LẬP', D: 'KẾ TOÁN TRƯỞNG', L: 'GIÁM ĐỐC' });
}

function amounts(rows: readonly Row[]): number[] {
  const [plan, paid] = [sum(rows, planned), sum(rows, disbursed)];
  return [
    ...[
      plan,
      sum(rows, ({ month }) => month[0]),
      sum(rows, ({ month }) => month[1]),
      sum(rows, ({ month }) => month[2]),
      sum(rows, (row) => row.completed),
      sum(rows, (row) => row.advance),
      paid,
      plan - paid,
    ].map(Number),
    Number((Number(paid) / Number(plan)).toFixed(4)),
  ];
}

import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { inMillions, percent, sum } from './support/units';

// A district finance office of 2023: one section per source, whose row carries the subtotal; a project of two sources
// stands in both sections. Codes are numbers, the title is in capitals, the
// date is a month's end; a hidden column has the owners' codes, which look like a project's.

interface Row {
  readonly code: string;
  readonly name: string;
  readonly owner: string;
  readonly planned: bigint;
  readonly disbursed: bigint;
}

const OWNER_CODES: Readonly<Record<string, number>> = {
  'Ban QLDA huyện': 3025167,
  'Phòng Kinh tế và Hạ tầng': 1049921,
  'Phòng Giáo dục và Đào tạo': 1050338,
  'UBND thị trấn Đại Sơn': 1061142,
  'Ban QLDA đô thị': 3030415,
  'UBND xã Đại Hòa Bắc': 1061150,
};

// prettier-ignore
const SECTIONS: readonly (readonly [number: string, source: string, rows: readonly Row[]])[] = [
  ['A', 'NGUỒN NGÂN SÁCH TỈNH HỖ TRỢ', [
    { code: '7904411', name: 'Đường Nguyễn Trung - Cầu Ông Dư', owner: 'Ban QLDA huyện', planned: 14_200_000_000n, disbursed: 9_340_512_000n },
    { code: '7904586', name: 'Nâng cấp hồ Cây Khế', owner: 'Phòng Kinh tế và Hạ tầng', planned: 6_750_000_000n, disbursed: 1_234_000_000n },
    { code: '7911030', name: 'Trường TH&THCS Sơn Trạch Mới', owner: 'Phòng Giáo dục và Đào tạo', planned: 4_000_000_000n, disbursed: 3_998_750_000n },
  ]],
  ['B', 'NGUỒN THU TIỀN SỬ DỤNG ĐẤT', [
    { code: '7904411', name: 'Đường Nguyễn Trung - Cầu Ông Dư', owner: 'Ban QLDA huyện', planned: 3_800_000_000n, disbursed: 3_100_250_500n },
    { code: '7920067', name: 'Khu dân cư Đồng Lách', owner: 'Ban QLDA đô thị', planned: 22_500_000_000n, disbursed: 5_080_000_000n },
    { code: '7921905', name: 'Vỉa hè, cây xanh đường Lê Thánh', owner: 'UBND thị trấn Đại Sơn', planned: 1_950_000_000n, disbursed: 0n },
  ]],
  ['C', 'NGUỒN CHƯƠNG TRÌNH MTQG XÂY DỰNG NÔNG THÔN MỚI', [
    { code: '7911030', name: 'Trường TH&THCS Sơn Trạch Mới', owner: 'Phòng Giáo dục và Đào tạo', planned: 2_600_000_000n, disbursed: 1_415_000_000n },
    { code: '7933218', name: 'Nước sạch tập trung xã Đại Hòa Bắc', owner: 'UBND xã Đại Hòa Bắc', planned: 5_125_400_000n, disbursed: 2_050_000_000n },
  ]],
];

const ALL = SECTIONS.flatMap(([, source, rows]) => rows.map((row) => ({ ...row, source })));
const CODES = [...new Set(ALL.map(({ code }) => code))];
const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.disbursed;

export const sourceSections: Layout = {
  name: '05-source-sections',
  build: () => workbook({ 'GN T8': table }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2023-08-31',
    planYear: 2023,
    total: { planned: sum(ALL, planned).toString(), disbursed: sum(ALL, disbursed).toString() },
    projects: CODES.map((code) => {
      const rows = ALL.filter((row) => row.code === code);
      return {
        code,
        name: rows[0]?.name ?? '',
        planned: sum(rows, planned).toString(),
        disbursed: sum(rows, disbursed).toString(),
        bySource: Object.fromEntries(
          rows.map((row) => [
            row.source,
            { planned: row.planned.toString(), disbursed: row.disbursed.toString() },
          ]),
        ),
      };
    }),
  },
};

function table(paper: Paper): void {
  paper.cells({ A: 'UBND HUYỆN ĐẠI SƠN', E: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' });
  paper.cells({ A: 'PHÒNG TÀI CHÍNH - KẾ HOẠCH', E: 'Độc lập - Tự do - Hạnh phúc' });
  paper.blank();
  paper.row('TÌNH HÌNH GIẢI NGÂN VỐN XDCB NĂM 2023 TRÊN ĐỊA BÀN HUYỆN');
  paper.row('(TÍNH ĐẾN HẾT THÁNG 8/2023)');
  paper.cells({ H: 'Đvt: Tr.đ' });
  paper.merge('A4:H4', 'A5:H5');
  paper.row(
    'STT',
    'DANH MỤC CÔNG TRÌNH',
    'MÃ CĐT',
    'CHỦ ĐẦU TƯ',
    'MÃ DỰ ÁN',
    'KH VỐN NĂM 2023',
    'LŨY KẾ GIẢI NGÂN',
    '% GN',
  );
  paper.sheet.getColumn('C').hidden = true;
  paper.row(null, 'TỔNG CỘNG (A+B+C)', null, null, null, ...amounts(ALL));
  for (const [number, source, rows] of SECTIONS) {
    paper.row(number, source, null, null, null, ...amounts(rows));
    rows.forEach((row, index) => {
      paper.row(index + 1, row.name, OWNER_CODES[row.owner], row.owner, Number(row.code), ...amounts([row]));
    });
  }
  paper.blank();
  paper.cells({ B: 'Nơi nhận:', E: 'Đại Sơn, ngày 06 tháng 9 năm 2023' });
  paper.cells({ B: '- Thường trực Huyện ủy;', E: 'TRƯỞNG PHÒNG' });
  paper.row(null, '- Lưu: VT (02 bản).');
}

const amounts = (rows: readonly Row[]): number[] => [
  inMillions(sum(rows, planned)),
  inMillions(sum(rows, disbursed)),
  percent(sum(rows, disbursed), sum(rows, planned)),
];

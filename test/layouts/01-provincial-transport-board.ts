import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { inMillions, percent, sum } from './support/units';

// A provincial board of 2024: a cover and an instruction sheet, four header rows with "Tổng số" three times, plain
// numbers as column numbers, this year's plan next to the one carried over.

interface Row {
  readonly code: string;
  readonly name: string;
  readonly decision: string;
  readonly investment: bigint;
  readonly carried: bigint;
  readonly central: bigint;
  readonly provincial: bigint;
  readonly carriedPaid: bigint;
  readonly completed: bigint;
  readonly advance: bigint;
  readonly note?: string;
}

// prettier-ignore
const ONGOING: readonly Row[] = [
  { code: '7810231', name: 'Đường nối Quốc lộ 21 với đường vành đai phía Đông', decision: '1124/QĐ-UBND ngày 14/5/2021', investment: 1_245_680_000_000n, carried: 18_420_500_000n, central: 145_000_000_000n, provincial: 62_350_000_000n, carriedPaid: 18_420_500_000n, completed: 98_764_215_000n, advance: 21_340_000_000n, note: 'Còn 1,2 km chưa bàn giao mặt bằng' },
  { code: '7815507', name: 'Cầu Vạn Ninh và đường dẫn hai đầu cầu', decision: '2087/QĐ-UBND ngày 30/8/2021', investment: 486_200_000_000n, carried: 0n, central: 80_000_000_000n, provincial: 15_725_800_000n, carriedPaid: 0n, completed: 71_002_400_000n, advance: 4_105_350_000n },
  { code: '7822914', name: 'Cải tạo, nâng cấp ĐT.484 đoạn Km3+200 - Km18+750', decision: '567/QĐ-UBND ngày 9/3/2022', investment: 312_450_000_000n, carried: 6_512_345_000n, central: 0n, provincial: 88_600_000_000n, carriedPaid: 2_150_000_000n, completed: 39_871_660_000n, advance: 12_500_000_000n },
];

// prettier-ignore
const STARTED: readonly Row[] = [
  { code: '7961120', name: 'Xây dựng tuyến tránh phía Nam thị trấn Lâm Hà Mới', decision: '3012/QĐ-UBND ngày 28/11/2023', investment: 640_000_000_000n, carried: 0n, central: 50_000_000_000n, provincial: 20_000_000_000n, carriedPaid: 0n, completed: 1_250_000_000n, advance: 18_000_000_000n, note: 'Đang lựa chọn nhà thầu gói 03' },
  { code: '7962078', name: 'Cầu Bến Trại', decision: '3145/QĐ-UBND ngày 12/12/2023', investment: 215_300_000_000n, carried: 0n, central: 0n, provincial: 30_500_000_000n, carriedPaid: 0n, completed: 0n, advance: 9_150_000_000n },
];

const ALL = [...ONGOING, ...STARTED];
const planned = (row: Row): bigint => row.central + row.provincial;
const paid = (row: Row): bigint => row.completed + row.advance;

export const provincialTransportBoard: Layout = {
  name: '01-provincial-transport-board',
  build: () => workbook({ Bìa: cover, 'Huong dan': instructions, 'BC T9': table }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2024-09-30',
    planYear: 2024,
    total: { planned: sum(ALL, planned).toString(), disbursed: sum(ALL, paid).toString() },
    byPlanType: {
      'carried-over': {
        planned: sum(ALL, (row) => row.carried).toString(),
        disbursed: sum(ALL, (row) => row.carriedPaid).toString(),
      },
    },
    projects: ALL.map((row) => ({
      code: row.code,
      name: row.name,
      planned: planned(row).toString(),
      disbursed: paid(row).toString(),
      byPlanType: {
        'current-year': { planned: planned(row).toString(), disbursed: paid(row).toString() },
        ...(row.carried > 0n && {
          'carried-over': { planned: row.carried.toString(), disbursed: row.carriedPaid.toString() },
        }),
      },
    })),
  },
};

function cover(paper: Paper): void {
  paper.row('UBND TỈNH LÂM HÀ MỚI');
  paper.row('BAN QUẢN LÝ DỰ ÁN ĐẦU TƯ XÂY DỰNG CÁC CÔNG TRÌNH GIAO THÔNG');
  paper.row('Số: 415/BC-BQLDA');
  paper.blank(3);
  paper.cells({ C: 'BÁO CÁO' });
  paper.cells({ C: 'TÌNH HÌNH THỰC HIỆN KẾ HOẠCH ĐẦU TƯ CÔNG THÁNG 9 NĂM 2024' });
  paper.blank();
  paper.cells({ C: 'Lâm Hà Mới, ngày 04 tháng 10 năm 2024' });
}

function instructions(paper: Paper): void {
  paper.row('HƯỚNG DẪN LẬP BIỂU');
  paper.row(1, 'Cột 7: kế hoạch vốn năm trước được phép kéo dài; ghi số theo quyết định, đơn vị triệu đồng');
  paper.row(2, 'Cột 8 = cột 9 + cột 10');
  paper.row(3, 'Cột 12 = cột 13 + cột 14; số liệu đã đối chiếu với Kho bạc đến hết ngày cuối tháng');
  paper.row(4, 'Gửi về Sở Tài chính trước ngày 05 hằng tháng, điện thoại 0263.000.415');
}

function table(paper: Paper): void {
  paper.cells({ A: 'UBND TỈNH LÂM HÀ MỚI', N: 'Biểu số 01' });
  paper.row('BAN QLDA ĐTXD CÁC CÔNG TRÌNH GIAO THÔNG');
  paper.blank();
  paper.row('TÌNH HÌNH GIẢI NGÂN KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2024');
  paper.row(
    '(Lũy kế từ ngày 01/01/2024 đến ngày 30/9/2024, kèm theo Báo cáo số 415/BC-BQLDA ngày 04/10/2024)',
  );
  paper.cells({ P: 'Đơn vị: Triệu đồng' });
  // prettier-ignore
  const header = paper.row(
    'STT', 'Danh mục dự án', 'Mã số dự án', 'Quyết định đầu tư', null, null,
    'Kế hoạch vốn năm 2023 kéo dài sang năm 2024', 'Kế hoạch vốn năm 2024', null, null,
    'Lũy kế giải ngân từ đầu năm đến 30/9/2024', null, null, null,
    'Tỷ lệ giải ngân kế hoạch năm 2024 (%)', 'Ghi chú',
  );
  paper.cells({
    D: 'Số, ngày, tháng, năm',
    E: 'Tổng mức đầu tư',
    H: 'Tổng số',
    I: 'Trong đó',
    K: 'Vốn kéo dài',
    L: 'Vốn kế hoạch năm 2024',
  });
  paper.cells({ E: 'Tổng số', F: 'Trong đó: NSTW', I: 'NSTW', J: 'NS tỉnh', L: 'Tổng số', M: 'Trong đó' });
  paper.cells({ M: 'Thanh toán KLHT', N: 'Tạm ứng theo chế độ chưa thu hồi' });
  const last = header + 3;
  // prettier-ignore
  paper.merge(
    ...['A', 'B', 'C', 'G', 'O', 'P'].map((column) => `${column}${header}:${column}${last}`),
    `D${header}:F${header}`, `D${header + 1}:D${last}`, `E${header + 1}:F${header + 1}`,
    `E${header + 2}:E${last}`, `F${header + 2}:F${last}`,
    `H${header}:J${header}`, `H${header + 1}:H${last}`, `I${header + 1}:J${header + 1}`,
    `I${header + 2}:I${last}`, `J${header + 2}:J${last}`,
    `K${header}:N${header}`, `K${header + 1}:K${last}`, `L${header + 1}:N${header + 1}`,
    `L${header + 2}:L${last}`, `M${header + 2}:N${header + 2}`,
    'A4:P4', 'A5:P5',
  );
  paper.row(...Array.from({ length: 16 }, (_, index) => index + 1));
  totals(paper, null, `TỔNG SỐ (${ALL.length} dự án)`, ALL);
  group(paper, 'I', 'Dự án chuyển tiếp (03 dự án)', ONGOING);
  group(paper, 'II', 'Dự án khởi công mới năm 2024', STARTED);
  paper.blank();
  paper.cells({ L: 'Lâm Hà Mới, ngày 04 tháng 10 năm 2024' });
  paper.cells({ B: 'NGƯỜI LẬP BIỂU', L: 'GIÁM ĐỐC' });
}

function group(paper: Paper, number: string, title: string, rows: readonly Row[]): void {
  totals(paper, number, title, rows);
  rows.forEach((row, index) => {
    // prettier-ignore
    paper.row(
      index + 1, row.name, row.code, row.decision, ...amounts([row]), percent(paid(row), planned(row)), row.note,
    );
  });
}

function totals(paper: Paper, number: string | null, title: string, rows: readonly Row[]): void {
  paper.row(number, title, null, null, ...amounts(rows), percent(sum(rows, paid), sum(rows, planned)));
}

const amounts = (rows: readonly Row[]): number[] =>
  [
    sum(rows, (row) => row.investment),
    sum(rows, (row) => (row.central > 0n ? row.investment / 2n : 0n)),
    sum(rows, (row) => row.carried),
    sum(rows, planned),
    sum(rows, (row) => row.central),
    sum(rows, (row) => row.provincial),
    sum(rows, (row) => row.carriedPaid),
    sum(rows, paid),
    sum(rows, (row) => row.completed),
    sum(rows, (row) => row.advance),
  ].map(inMillions);

import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { dotted, percentText, sum } from './support/units';

// A commune of late 2025: every amount typed as text in đồng, "-" for nothing, subtotals under each group, projects
// numbered in one group, dashed in another, starred in the third; a footnote with amounts and a telephone number.

interface Row {
  readonly name: string;
  readonly place: string;
  readonly planned: bigint;
  readonly disbursed: bigint;
  readonly note?: string;
}

// prettier-ignore
const ONGOING: readonly Row[] = [
  { name: 'Đường liên thôn Phước Lộc - Hòa Tây', place: 'Thôn Phước Lộc', planned: 2_450_000_000n, disbursed: 2_112_345_000n },
  { name: 'Trường Mầm non Họa Mi (04 phòng học)', place: 'Thôn Hòa Tây', planned: 3_800_000_000n, disbursed: 1_905_600_500n, note: 'Chờ nghiệm thu phòng cháy' },
  { name: 'Kênh tưới nội đồng HTX Tân Mỹ', place: 'Thôn Tân Mỹ', planned: 675_000_000n, disbursed: 675_000_000n },
];

// prettier-ignore
const STARTED: readonly Row[] = [
  { name: 'Sửa chữa trụ sở UBND xã', place: 'Trung tâm xã', planned: 1_200_000_000n, disbursed: 0n, note: 'Chưa có dự toán được duyệt' },
  { name: 'Hệ thống điện chiếu sáng đường trung tâm xã', place: 'Trung tâm xã', planned: 890_500_000n, disbursed: 267_150_000n },
];

// prettier-ignore
const DEBTS: readonly Row[] = [
  { name: 'Nhà văn hóa thôn Mỹ Trung', place: 'Thôn Mỹ Trung', planned: 152_300_000n, disbursed: 152_300_000n },
  { name: 'Bê tông hóa đường GTNT thôn Mỹ Hậu', place: 'Thôn Mỹ Hậu', planned: 98_765_000n, disbursed: 0n, note: 'Đang trình quyết toán' },
];

const ALL = [...ONGOING, ...STARTED, ...DEBTS];
const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.disbursed;

export const communeInText: Layout = {
  name: '02-commune-in-text',
  build: () => workbook({ Sheet1: table }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2025-11-15',
    planYear: 2025,
    total: { planned: sum(ALL, planned).toString(), disbursed: sum(ALL, disbursed).toString() },
    projects: ALL.map((row) => ({
      code: null,
      name: row.name,
      planned: row.planned.toString(),
      disbursed: row.disbursed.toString(),
    })),
  },
};

function table(paper: Paper): void {
  paper.cells({ A: 'ỦY BAN NHÂN DÂN', E: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM' });
  paper.cells({ A: 'XÃ AN MỸ THƯỢNG', E: 'Độc lập - Tự do - Hạnh phúc' });
  paper.blank();
  paper.row('BIỂU TỔNG HỢP TIẾN ĐỘ GIẢI NGÂN VỐN ĐẦU TƯ CÔNG');
  paper.row('Đến ngày 15 tháng 11 năm 2025');
  paper.cells({ E: '(Đơn vị tính: đồng)' });
  paper.merge('A4:H4', 'A5:H5', 'E6:H6');
  // prettier-ignore
  paper.row(
    'TT', 'Nội dung', 'Địa điểm xây dựng', 'Chủ đầu tư', 'Kế hoạch vốn năm 2025', 'Giải ngân đến ngày 15/11/2025', 'Tỷ lệ (%)', 'Khó khăn, vướng mắc',
  );
  group(paper, 'I', 'CÔNG TRÌNH CHUYỂN TIẾP TỪ XÃ CŨ', ONGOING, (index) => index + 1);
  group(paper, 'II', 'CÔNG TRÌNH XÂY DỰNG MỚI', STARTED, () => '-');
  group(paper, 'III', 'TRẢ NỢ CÔNG TRÌNH HOÀN THÀNH', DEBTS, () => '*');
  paper.row(null, 'TỔNG CỘNG (I+II+III)', null, null, ...amounts(ALL));
  paper.blank();
  paper.row(
    'Ghi chú: Số liệu đã đối chiếu với Kho bạc Nhà nước khu vực ngày 14/11/2025, riêng nguồn NTM là 1.905.600.500 đồng.',
  );
  paper.cells({ F: 'An Mỹ Thượng, ngày 17 tháng 11 năm 2025' });
  paper.cells({ B: 'Người lập biểu', F: 'KT. CHỦ TỊCH' });
  paper.cells({ B: '(ĐT: 0905.000.111)', F: 'PHÓ CHỦ TỊCH' });
}

function group(
  paper: Paper,
  number: string,
  title: string,
  rows: readonly Row[],
  numberOf: (index: number) => number | string,
): void {
  paper.row(number, title);
  rows.forEach((row, index) => {
    paper.row(numberOf(index), row.name, row.place, 'UBND xã', ...amounts([row]), row.note);
  });
  paper.row(null, `Cộng ${number}`, null, null, ...amounts(rows));
}

function amounts(rows: readonly Row[]): string[] {
  const paid = sum(rows, disbursed);
  return [
    dotted(sum(rows, planned)),
    paid === 0n ? '-' : dotted(paid),
    percentText(paid, sum(rows, planned)),
  ];
}

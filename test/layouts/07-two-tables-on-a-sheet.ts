import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { inMillions, percent, sum } from './support/units';

// A regional board of 2026: this year's plan in one table and the plan carried over in a second one under it, each with
// its own header and total; most projects of the second also stand in the first.

interface Row {
  readonly code: string;
  readonly name: string;
  readonly planned: bigint;
  readonly disbursed: bigint;
}

// prettier-ignore
const THIS_YEAR: readonly Row[] = [
  { code: '8012207', name: 'Đường ven biển đoạn Hải Lộc - Hải Thanh Mới', planned: 95_000_000_000n, disbursed: 61_245_780_000n },
  { code: '8014450', name: 'Cải tạo nút giao ngã tư Bình Yên', planned: 12_400_000_000n, disbursed: 3_720_000_000n },
  { code: '8023391', name: 'Trường THCS Nghi Lâm Đông', planned: 8_950_500_000n, disbursed: 8_102_340_000n },
  { code: '8040076', name: 'Nạo vét sông Cầu Chày nhánh Đông', planned: 17_300_000_000n, disbursed: 0n },
  { code: '8040991', name: 'Trụ sở Công an xã Tân Nghi', planned: 4_600_000_000n, disbursed: 2_011_650_000n },
];

// prettier-ignore
const CARRIED: readonly Row[] = [
  { code: '8012207', name: 'Đường ven biển đoạn Hải Lộc - Hải Thanh Mới', planned: 7_120_450_000n, disbursed: 7_120_450_000n },
  { code: '8023391', name: 'Trường THCS Nghi Lâm Đông', planned: 1_035_000_000n, disbursed: 640_200_000n },
  { code: '7988120', name: 'Hạ tầng cụm công nghiệp Nghi Tân', planned: 3_300_000_000n, disbursed: 0n },
];

const planned = (row: Row): bigint => row.planned;
const disbursed = (row: Row): bigint => row.disbursed;
const amountsOf = (rows: readonly Row[]): { planned: string; disbursed: string } => ({
  planned: sum(rows, planned).toString(),
  disbursed: sum(rows, disbursed).toString(),
});
const NAMES = new Map([...THIS_YEAR, ...CARRIED].map(({ code, name }) => [code, name]));

export const twoTablesOnASheet: Layout = {
  name: '07-two-tables-on-a-sheet',
  build: () => workbook({ 'Báo cáo': table }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2026-10-23',
    planYear: 2026,
    total: amountsOf(THIS_YEAR),
    byPlanType: { 'carried-over': amountsOf(CARRIED) },
    projects: [...NAMES].map(([code, name]) => {
      const [now, carried] = [THIS_YEAR, CARRIED].map((rows) => rows.filter((row) => row.code === code));
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
  paper.row('BAN QUẢN LÝ DỰ ÁN KHU VỰC NGHI TÂN');
  paper.row('BÁO CÁO NHANH KẾT QUẢ GIẢI NGÂN VỐN ĐẦU TƯ CÔNG');
  paper.row('Số liệu đến 16h00 ngày 23/10/2026; đơn vị: triệu đồng');
  paper.blank();
  part(paper, 'I. KẾ HOẠCH VỐN NĂM 2026', 'Kế hoạch năm 2026', THIS_YEAR);
  paper.blank(2);
  part(paper, 'II. KẾ HOẠCH VỐN NĂM 2025 KÉO DÀI SANG NĂM 2026', 'Vốn kéo dài', CARRIED);
  paper.blank();
  paper.cells({ D: 'PHÓ GIÁM ĐỐC' });
}

function part(paper: Paper, title: string, plan: string, rows: readonly Row[]): void {
  paper.row(title);
  paper.row('Stt', 'Tên dự án', 'Mã DA', plan, 'Đã giải ngân', 'Còn lại chưa giải ngân', 'Đạt tỷ lệ (%)');
  rows.forEach((row, index) => {
    paper.row((index + 1).toString().padStart(2, '0'), row.name, row.code, ...amounts([row]));
  });
  paper.row(null, 'Cộng', null, ...amounts(rows));
}

const amounts = (rows: readonly Row[]): number[] => [
  inMillions(sum(rows, planned)),
  inMillions(sum(rows, disbursed)),
  inMillions(sum(rows, planned) - sum(rows, disbursed)),
  percent(sum(rows, disbursed), sum(rows, planned)),
];

import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { inThousands, percent, sum } from './support/units';

// A provincial department at the end of the thirteenth month: 1.000 đồng, number, code and name merged over a project's
// source rows, the total above with its own breakdown by source. The figures of 31/01/2022 are those of plan year 2021.
// What the Prime Minister and what the province assigned stand side by side: the second holds, they don't add up.

type Part = readonly [
  source: string,
  assignedByPrimeMinister: bigint,
  planned: bigint,
  completed: bigint,
  advance: bigint,
];

interface Project {
  readonly code: string;
  readonly name: string;
  readonly parts: readonly Part[];
}

const CENTRAL = 'Ngân sách trung ương';
const PROVINCIAL = 'Ngân sách tỉnh';
const LOTTERY = 'Xổ số kiến thiết';

// prettier-ignore
const PROJECTS: readonly Project[] = [
  { code: '7690114', name: 'Hồ chứa nước Suối Đá', parts: [[CENTRAL, 45_000_000_000n, 45_000_000_000n, 38_120_455_000n, 2_000_000_000n], [PROVINCIAL, 9_840_000_000n, 12_300_000_000n, 12_300_000_000n, 0n]] },
  { code: '7702450', name: 'Bệnh viện đa khoa khu vực Tân Phú Tây', parts: [[CENTRAL, 20_000_000_000n, 20_000_000_000n, 19_874_000_000n, 0n], [PROVINCIAL, 6_400_000_000n, 8_000_000_000n, 6_450_120_000n, 1_100_000_000n], [LOTTERY, 12_000_000_000n, 15_000_000_000n, 15_000_000_000n, 0n]] },
  { code: '7713998', name: 'Trường Cao đẳng nghề tỉnh (giai đoạn 2)', parts: [[LOTTERY, 7_800_000_000n, 9_750_000_000n, 7_301_235_000n, 0n]] },
  { code: '7725067', name: 'Đường Hồ Nước Trong - Đá Bàn', parts: [[CENTRAL, 60_000_000_000n, 60_000_000_000n, 21_000_500_000n, 14_700_000_000n], [PROVINCIAL, 4_400_000_000n, 5_500_000_000n, 0n, 1_650_000_000n]] },
  { code: '7730021', name: 'Kè chống sạt lở sông Ba Khe', parts: [[PROVINCIAL, 5_800_000_000n, 7_250_000_000n, 7_249_999_000n, 0n], [LOTTERY, 1_600_000_000n, 2_000_000_000n, 1_480_000_000n, 0n]] },
];

const PARTS = PROJECTS.flatMap(({ parts }) => parts);
const planned = ([, , amount]: Part): bigint => amount;
const disbursed = ([, , , completed, advance]: Part): bigint => completed + advance;

export const provinceMergedSourceRows: Layout = {
  name: '04-province-merged-source-rows',
  build: () => workbook({ 'Bieu 2': table }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2022-01-31',
    planYear: 2021,
    total: { planned: sum(PARTS, planned).toString(), disbursed: sum(PARTS, disbursed).toString() },
    projects: PROJECTS.map(({ code, name, parts }) => ({
      code,
      name,
      planned: sum(parts, planned).toString(),
      disbursed: sum(parts, disbursed).toString(),
      bySource: Object.fromEntries(
        parts.map((part) => [
          part[0],
          { planned: planned(part).toString(), disbursed: disbursed(part).toString() },
        ]),
      ),
    })),
  },
};

function table(paper: Paper): void {
  paper.cells({ A: 'SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN', J: 'Phụ lục 2' });
  paper.blank();
  paper.row('KẾT QUẢ GIẢI NGÂN KẾ HOẠCH ĐẦU TƯ CÔNG NĂM 2021');
  paper.row('(Số liệu giải ngân đến hết ngày 31/01/2022)');
  paper.cells({ J: 'ĐVT: 1.000 đồng' });
  // prettier-ignore
  paper.row(
    'Số TT', 'Mã số dự án (QHNS)', 'Tên dự án', 'Nguồn vốn', 'Kế hoạch năm 2021', null, 'Giải ngân kế hoạch năm 2021', null, null, 'Tỷ lệ (%)',
  );
  paper.cells({ E: 'TTg giao', F: 'Địa phương giao', G: 'Cộng', H: 'Khối lượng hoàn thành', I: 'Tạm ứng' });
  paper.merge(
    'A3:J3',
    'A4:J4',
    'E6:F6',
    'G6:I6',
    ...['A', 'B', 'C', 'D', 'J'].map((column) => `${column}6:${column}7`),
  );
  paper.row('A', 'B', 'C', 'D', '1', '2', '3=4+5', '4', '5', '6=3/2');
  paper.row(null, null, 'TỔNG CỘNG', null, ...amounts(PARTS));
  paper.row(null, null, 'Trong đó:');
  for (const source of [CENTRAL, PROVINCIAL, LOTTERY]) {
    paper.row(null, null, `- ${source}`, null, ...amounts(PARTS.filter((part) => part[0] === source)));
  }
  PROJECTS.forEach(({ code, name, parts }, index) => {
    const first = paper.at;
    for (const part of parts) paper.row(index + 1, code, name, part[0], ...amounts([part]));
    const last = paper.at - 1;
    if (last > first) paper.merge(...['A', 'B', 'C'].map((column) => `${column}${first}:${column}${last}`));
  });
}

const amounts = (parts: readonly Part[]): number[] => [
  inThousands(sum(parts, ([, amount]) => amount)),
  inThousands(sum(parts, planned)),
  inThousands(sum(parts, disbursed)),
  inThousands(sum(parts, ([, , , completed]) => completed)),
  inThousands(sum(parts, ([, , , , advance]) => advance)),
  percent(sum(parts, disbursed), sum(parts, planned)),
];

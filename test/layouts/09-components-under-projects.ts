import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { inMillions, sum } from './support/units';

// A board of 2020 that lists each project's cost components under it (1 → "1,1" → "1.1.1."), with the disbursement
// before the plan and the code in the last but one column. Components add up to their project: they are no projects.

interface Part {
  readonly name: string;
  readonly planned: bigint;
  readonly disbursed: bigint;
  readonly parts?: readonly Part[];
}

interface Project {
  readonly code: string;
  readonly name: string;
  readonly parts: readonly Part[];
}

// prettier-ignore
const PROJECTS: readonly Project[] = [
  { code: '7733902', name: 'Đường Trần Phú nối dài', parts: [
    { name: 'Chi phí xây dựng', planned: 22_000_000_000n, disbursed: 13_450_000_000n, parts: [
      { name: 'Gói thầu số 05: nền, mặt đường', planned: 15_000_000_000n, disbursed: 11_200_000_000n },
      { name: 'Gói thầu số 06: thoát nước, vỉa hè', planned: 7_000_000_000n, disbursed: 2_250_000_000n },
    ] },
    { name: 'Chi phí bồi thường GPMB', planned: 9_500_000_000n, disbursed: 6_120_345_000n },
    { name: 'Chi phí QLDA, tư vấn, khác', planned: 1_850_000_000n, disbursed: 712_400_000n },
  ] },
  { code: '7735118', name: 'Công viên bờ kè sông Cái Nhỏ', parts: [
    { name: 'Chi phí xây dựng', planned: 6_300_000_000n, disbursed: 1_890_000_000n },
    { name: 'Chi phí thiết bị', planned: 1_150_000_000n, disbursed: 0n },
  ] },
  { code: '7740266', name: 'Trường Mẫu giáo Sao Mai', parts: [
    { name: 'Chi phí xây dựng', planned: 4_875_000_000n, disbursed: 4_402_118_000n },
    { name: 'Chi phí thiết bị', planned: 640_000_000n, disbursed: 640_000_000n },
    { name: 'Dự phòng', planned: 120_000_000n, disbursed: 0n },
  ] },
  { code: '7741903', name: 'Trạm xử lý nước thải cụm CN Tân Lập', parts: [
    { name: 'Chi phí tư vấn', planned: 2_100_000_000n, disbursed: 987_650_000n },
  ] },
];

const planned = (part: Part): bigint => part.planned;
const disbursed = (part: Part): bigint => part.disbursed;
const PARTS = PROJECTS.flatMap(({ parts }) => parts);

export const componentsUnderProjects: Layout = {
  name: '09-components-under-projects',
  build: () => workbook({ 'Phụ biểu 01': table }),
  expected: {
    kinds: ['disbursement'],
    asOf: '2020-10-20',
    planYear: 2020,
    total: { planned: sum(PARTS, planned).toString(), disbursed: sum(PARTS, disbursed).toString() },
    projects: PROJECTS.map(({ code, name, parts }) => ({
      code,
      name,
      planned: sum(parts, planned).toString(),
      disbursed: sum(parts, disbursed).toString(),
    })),
  },
};

function table(paper: Paper): void {
  paper.row('THÀNH PHỐ TÂN LẬP');
  paper.row('BAN QLDA ĐTXD THÀNH PHỐ');
  paper.blank();
  paper.row('CHI TIẾT GIẢI NGÂN CÁC DỰ ÁN SỬ DỤNG VỐN ĐẦU TƯ CÔNG NĂM 2020');
  paper.row('Ngày chốt số liệu: 20.10.2020');
  paper.cells({ G: 'Đv: triệu đồng' });
  paper.merge('A4:H4', 'A5:H5');
  paper.row(
    'TT',
    'Dự án / Hạng mục chi phí',
    'Giải ngân từ đầu năm',
    'Tỷ lệ %',
    'Kế hoạch vốn năm 2020',
    'Còn phải giải ngân',
    'Mã dự án',
    'Ghi chú',
  );
  PROJECTS.forEach((project, index) => {
    const number = (index + 1).toString();
    paper.row(index + 1, project.name, ...amounts(project.parts), project.code);
    project.parts.forEach((part, position) => {
      // "1,1" and not "1.1": typed where the comma is the decimal sign, but kept as text.
      paper.row(`${number},${position + 1}`, part.name, ...amounts([part]));
      part.parts?.forEach((item, place) => {
        paper.row(`${number}.${position + 1}.${place + 1}.`, item.name, ...amounts([item]));
      });
    });
  });
  paper.row(null, 'TỔNG SỐ', ...amounts(PARTS));
}

const amounts = (parts: readonly Part[]): number[] => [
  inMillions(sum(parts, disbursed)),
  Number(((Number(sum(parts, disbursed)) / Number(sum(parts, planned))) * 100).toFixed(1)),
  inMillions(sum(parts, planned)),
  inMillions(sum(parts, planned) - sum(parts, disbursed)),
];

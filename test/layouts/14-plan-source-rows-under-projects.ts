import type { Layout } from './support/layout';
import { workbook, type Paper } from './support/paper';
import { sum } from './support/units';

// A district's plan of 2022 in đồng: a project's row carries its sum, rows "+ source" under it split that sum.
// The decision's number was typed with spaces.

interface Project {
  readonly code: string;
  readonly name: string;
  readonly sources: Readonly<Record<string, bigint>>;
}

// prettier-ignore
const PROJECTS: readonly Project[] = [
  { code: '7900114', name: 'Đường Hồ Chí Minh đi xã Đăk Rô Mới', sources: { 'Ngân sách tỉnh': 15_000_000_000n, 'Ngân sách huyện': 4_327_550_000n } },
  { code: '7900820', name: 'Trường THCS Lê Hồng', sources: { 'Ngân sách huyện': 2_875_400_000n, 'Xổ số kiến thiết': 3_000_000_000n } },
  { code: '7901266', name: 'Thủy lợi Ia Mơ Nhỏ', sources: { 'Ngân sách trung ương': 21_000_000_000n, 'Ngân sách tỉnh': 2_500_000_000n, 'Ngân sách huyện': 1_111_111_000n } },
  { code: '7903015', name: 'Sân vận động huyện Đăk Sơn', sources: { 'Tiền sử dụng đất': 6_000_000_000n, 'Ngân sách huyện': 500_000_000n } },
  { code: '7903944', name: 'Chợ Đăk Sơn', sources: { 'Tiền sử dụng đất': 3_200_000_000n, 'Ngân sách tỉnh': 800_000_000n } },
];

const planned = ({ sources }: Project): bigint => sum(Object.values(sources), (amount) => amount);

export const planSourceRowsUnderProjects: Layout = {
  name: '14-plan-source-rows-under-projects',
  build: () => workbook({ 'KH 2022': table }),
  expected: {
    kinds: ['plan'],
    planYear: 2022,
    decision: { number: '3344/QĐ-UBND', date: '2021-12-20', mode: 'initial' },
    total: { planned: sum(PROJECTS, planned).toString() },
    allocations: PROJECTS.flatMap(({ code, name, sources }) =>
      Object.entries(sources).map(([sourceLabel, amount]) => ({
        code,
        name,
        planType: 'current-year' as const,
        sourceLabel,
        planned: amount.toString(),
      })),
    ),
  },
};

function table(paper: Paper): void {
  paper.row('PHỤ LỤC GIAO KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2022');
  paper.row('(Kèm theo Quyết định số: 3344 /QĐ-UBND ngày 20 /12/2021 của UBND huyện Đăk Sơn)');
  paper.cells({ E: 'Đơn vị tính: đồng' });
  paper.merge('A1:F1', 'A2:F2');
  paper.row('STT', 'Danh mục dự án', 'Chủ đầu tư', 'Mã dự án', 'Vốn giao năm 2022', 'Ghi chú');
  paper.row(null, 'Tổng cộng', null, null, Number(sum(PROJECTS, planned)));
  PROJECTS.forEach((project, index) => {
    paper.row(index + 1, project.name, 'BQL huyện', project.code, Number(planned(project)));
    for (const [source, amount] of Object.entries(project.sources)) {
      paper.row('+', source, null, null, Number(amount));
    }
  });
  paper.blank();
  paper.cells({ D: 'TM. ỦY BAN NHÂN DÂN' });
}

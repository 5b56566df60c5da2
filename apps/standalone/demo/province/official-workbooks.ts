import { type Dong, formatPlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import { COURSES, figuresOfCourse } from './course';
import { Paper } from './paper';
import {
  decidedOn,
  type DecisionMoment,
  decisionNumber,
  plannedOn,
  type Province,
  treasuryLines,
} from './province';
import { courseOf, entriesOf, inGroups, type PlanEntry, type ReportDay, sum } from './rows';

/** The annex of a decision on the plan, as .xlsx. */
export async function planWorkbook(
  province: Province,
  year: PlanYear,
  moment: DecisionMoment,
): Promise<Uint8Array> {
  const entries = entriesOf(province, year, moment);
  const paper = new Paper('dong');
  paper.row(['PHỤ LỤC']);
  paper.row([
    moment === 'initial'
      ? `KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM ${year}`
      : `${moment === 'adjustment' ? 'ĐIỀU CHỈNH' : 'BỔ SUNG'} KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM ${year}`,
  ]);
  const on = formatPlainDate(decidedOn(year, moment));
  paper.row([
    `(Kèm theo Quyết định số ${decisionNumber(year, moment)} ngày ${on} của UBND ${province.name})`,
  ]);
  paper.row([...Array<null>(7).fill(null), 'Đơn vị tính: đồng']);
  const carries = entries.some(({ planType }) => planType === 'carried-over');
  const caption =
    moment === 'initial'
      ? `Kế hoạch vốn năm ${year}`
      : `Kế hoạch vốn năm ${year} sau ${moment === 'adjustment' ? 'điều chỉnh' : 'bổ sung'}`;
  paper.row([
    ...['STT', 'Mã dự án', 'Danh mục dự án', 'Lĩnh vực', 'Chủ đầu tư', 'Nguồn vốn', caption],
    ...(carries ? [`Kế hoạch vốn năm ${year - 1} kéo dài sang năm ${year}`] : []),
  ]);
  const ofType = (of: readonly PlanEntry[], type: PlanType): Dong =>
    sum(of, ({ planType, amount }) => (planType === type ? amount : 0n));
  const sums = (of: readonly PlanEntry[]) => [
    paper.amount(ofType(of, 'current-year')),
    ...(carries ? [paper.amount(ofType(of, 'carried-over'))] : []),
  ];
  paper.row([...[null, null, 'TỔNG SỐ', null, null, null], ...sums(entries)]);
  for (const { letter, heading, items } of inGroups(entries, year)) {
    paper.row([...[letter, null, heading, null, null, null], ...sums(items)]);
    items.forEach(({ project, planType, label, amount }, index) => {
      const owner = province.offices[project.office]?.name ?? null;
      paper.row([
        ...[index + 1, project.code, project.name, project.field, owner, label],
        ...(planType === 'current-year' ? [paper.amount(amount)] : [null, paper.amount(amount)]),
      ]);
    });
  }
  return paper.bytes();
}

/** The Treasury's statement of the province, by source, in đồng. */
export async function treasuryWorkbook(province: Province, on: ReportDay): Promise<Uint8Array> {
  const paper = new Paper('dong');
  const day = formatPlainDate(on.day);
  paper.row(['KHO BẠC NHÀ NƯỚC KHU VỰC']);
  paper.row(['BÁO CÁO TÌNH HÌNH THANH TOÁN VỐN ĐẦU TƯ XDCB']);
  paper.row([`NĂM ${on.planYear}`]);
  paper.row([`(Số liệu đến 17h00 ngày ${day})`]);
  paper.row([...Array<null>(8).fill(null), 'Đơn vị tính: VND']);
  const top = paper.row([
    ...['STT', 'CHỦ ĐẦU TƯ', 'MÃ DỰ ÁN', 'TÊN DỰ ÁN', 'NGUỒN VỐN', 'KẾ HOẠCH VỐN NĂM'],
    ...['LŨY KẾ THANH TOÁN TỪ ĐẦU NĂM', null, null],
  ]);
  paper.row([...Array<null>(6).fill(null), 'KLHT', 'TẠM ỨNG CHƯA THU HỒI', 'TỔNG CỘNG']);
  paper.merge(top, 6, top, 8);
  for (const column of [0, 1, 2, 3, 4, 5]) paper.merge(top, column, top + 1, column);
  let number = 0;
  for (const project of province.projects) {
    const course = courseOf(project, on.planYear, 'current-year');
    if (!course) continue;
    treasuryLines(course).forEach((line, at) => {
      const source = course.sources[at];
      const planned = source && plannedOn(source, on.planYear, on.day);
      const { disbursed, completed, advance } = figuresOfCourse(COURSES, line, on.week);
      if (!source || planned === undefined || (planned === null && disbursed === 0n)) return;
      number += 1;
      const owner = province.offices[project.office]?.name ?? null;
      paper.row([
        ...[number, owner, project.code, project.name.toUpperCase(), source.label],
        ...[planned === null ? null : paper.amount(planned)],
        ...[completed, advance, disbursed].map((part) => paper.amount(part)),
      ]);
    });
  }
  return paper.bytes();
}

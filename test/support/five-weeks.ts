import { addDays, formatPlainDate, plainDate } from '@thongvon/kernel';
import { clearanceTable, planTable, weeklyTable, type SmallRow } from './small-returns';
import { BOARD, COMMUNES, startWeeklyDistrict, type WeeklyDistrict } from './weekly-district';

/** Of the communes: who sends nothing in the fifth week, who sends it late, whose return is sent back. */
export const [SILENT, LATE, SENT_BACK] = COMMUNES;
const PROVINCE = 'Ngân sách tỉnh';
export const DISTRICT = 'Ngân sách huyện';
/** The cut-offs of the five weeks. */
export const WEEKS = ['2023-06-01', '2023-06-08', '2023-06-15', '2023-06-22', '2023-06-29'] as const;
export const LAST = WEEKS[4];

/** What each project has disbursed by the end of each week, as [completed, advance] in million đồng. */
type Course = readonly (readonly [completed: number, advance: number])[];
interface Story {
  readonly code: string;
  readonly name: string;
  readonly source: string;
  readonly planned: number;
  readonly carriedOver?: number;
  readonly course: Course;
  /** What the board expects by 31/1, said in the last week. */
  readonly estimate?: number;
}
const steady = (...sums: number[]): Course => sums.map((sum) => [sum, 0]);

const STORIES: readonly Story[] = [
  {
    code: '7000001',
    name: 'Đường Một',
    source: DISTRICT,
    planned: 10000,
    course: steady(6000, 6500, 7000, 7500, 8000),
    estimate: 10000,
  },
  {
    code: '7000002',
    name: 'Cầu Hai',
    source: DISTRICT,
    planned: 10000,
    course: steady(1000, 1000, 1000, 1000, 1000),
  },
  { code: '7000003', name: 'Trường Ba', source: PROVINCE, planned: 4000, course: steady(0, 0, 0, 0, 0) },
  {
    code: '7000004',
    name: 'Chợ Bốn',
    source: PROVINCE,
    planned: 3000,
    course: steady(2600, 2700, 2800, 2900, 3200),
  },
  {
    code: '7000005',
    name: 'Kênh Năm',
    source: PROVINCE,
    planned: 5000,
    course: steady(3000, 3200, 3400, 3500, 3300),
  },
  {
    code: '7000006',
    name: 'Kè Sáu',
    source: PROVINCE,
    planned: 6000,
    course: [
      [2000, 100],
      [2000, 600],
      [2000, 1100],
      [2000, 1600],
      [2000, 2100],
    ],
  },
  {
    code: '7000007',
    name: 'Trạm Bảy',
    source: PROVINCE,
    planned: 2000,
    carriedOver: 500,
    course: steady(1000, 1100, 1200, 1300, 1400),
    estimate: 1700,
  },
];
export const OF_COMMUNES: readonly SmallRow[] = [
  { code: '7000011', name: 'Đường xã Phú', source: DISTRICT, planned: 100, completed: 90 },
  { code: '7000012', name: 'Đường xã Sa', source: DISTRICT, planned: 100, completed: 90 },
];

/** The day of the figures of a week: the day before its cut-off, DD/MM/YYYY. */
export const dayBefore = (week: string): string => formatPlainDate(addDays(plainDate(week), -1));

/** What the board reports in a week (0 to 4). */
export const rowsOf = (week: number): SmallRow[] =>
  STORIES.map(({ course, carriedOver: _, estimate, ...project }) => {
    const [completed, advance] = course[week] ?? [0, 0];
    const said = estimate !== undefined && week === 4 ? { estimate } : {};
    return { ...project, completed, advance, ...said };
  });

/** A district that lives through the weeks of these stories. */
export interface StoriedDistrict extends WeeklyDistrict {
  /** The reporter of an office, by its name. */
  reporter(office: string): ReturnType<WeeklyDistrict['reporters']['get']> & object;
  /** Has the board send and the office approve the return of a week (0 to 4) on its Thursday. */
  live(week: number): Promise<void>;
}

/** Its plans, its clearance, and its first three weeks, frozen. */
export async function startStoriedDistrict(): Promise<StoriedDistrict> {
  const district = await startWeeklyDistrict('2023-05-29');
  const reporter: StoriedDistrict['reporter'] = (office) => {
    const found = district.reporters.get(office);
    if (!found) throw new Error(`no reporter of ${office}`);
    return found;
  };
  const live = async (week: number): Promise<void> => {
    const thursday = WEEKS[week] ?? LAST;
    district.moveTo(thursday, '09:00');
    await district.approve(reporter(BOARD), await weeklyTable(dayBefore(thursday), rowsOf(week)));
  };
  const { finance } = district;
  await district.approve(finance, await planTable('1/QĐ-UBND', '15/12/2022', BOARD, STORIES));
  const communes = OF_COMMUNES.map(({ completed: _, ...row }) => row);
  await district.approve(finance, await planTable('2/QĐ-UBND', '16/12/2022', LATE, communes.slice(0, 1)));
  await district.approve(finance, await planTable('3/QĐ-UBND', '17/12/2022', SENT_BACK, communes.slice(1)));
  await district.approve(
    reporter(BOARD),
    await clearanceTable('28/5/2023', [
      {
        code: '7000002',
        name: 'Cầu Hai',
        households: 10,
        handedOver: 4,
        blocker: {
          text: 'Vướng 06 hộ chưa nhận tiền bồi thường',
          unit: 'UBND xã Bình Phú',
          due: '20/6/2023',
        },
      },
      { code: '7000006', name: 'Kè Sáu', households: 5, handedOver: 5 },
      { code: '7000001', name: 'Đường Một', households: 8, handedOver: 8 },
    ]),
  );
  for (const week of [0, 1, 2]) {
    await live(week);
    await district.freeze(WEEKS[week] ?? LAST);
  }
  return { ...district, reporter, live };
}

import { plainDate } from '@thongvon/kernel';
import type { LandClearanceReading, ProjectReading, Reading, SheetReading } from '@thongvon/return-reader';
import type { PlacedRow } from '@thongvon/land-clearance';
import { reportedProjects as reported, type ReportedProject } from './reported-texts';

const TEXT = 'Người dân không đồng thuận vị trí nghĩa trang; 327 mộ chưa cải táng';
const sheet = (
  name: string,
  role: SheetReading['role'],
  column: string,
  caption: string,
  meaning: string,
): SheetReading => ({
  name,
  role,
  unit: 'dong',
  headerRows: [1],
  columns: [{ column, path: [caption], meaning }],
});
const noted = (note: string | null, row: number): ProjectReading => ({
  code: '7928830',
  name: 'Nghĩa trang',
  planned: null,
  disbursed: null,
  lines: [],
  cell: { sheet: 'Giải ngân', cell: `B${row}` },
  field: null,
  owner: null,
  note,
  totalInvestment: null,
});
const cleared = (blocker: string | null): LandClearanceReading => ({
  code: '7928830',
  name: 'Nghĩa trang',
  households: 52,
  inventoried: null,
  approved: null,
  paid: null,
  handedOver: null,
  area: null,
  areaHandedOver: null,
  graves: null,
  compensation: null,
  compensated: null,
  blocker,
  responsibleUnit: 'UBND xã Bình Phú',
  due: plainDate('2023-05-31'),
  cells: { households: { sheet: 'GPMB', cell: 'D13' }, blocker: { sheet: 'GPMB', cell: 'M13' } },
});
const reading = (parts: Partial<Reading>, caption = 'Khó khăn, vướng mắc / Ghi chú'): Reading => ({
  kinds: ['disbursement', 'land-clearance'],
  asOf: plainDate('2023-06-21'),
  planYear: 2023,
  coverage: 'full',
  decision: null,
  sheets: [
    sheet('Giải ngân', 'disbursement', 'M', caption, 'note'),
    sheet('GPMB', 'land-clearance', 'M', 'Khó khăn, vướng mắc', 'blocker'),
  ],
  total: { planned: null, disbursed: null, rate: null, denominator: 'current-year-plan' },
  byPlanType: {},
  projects: [],
  allocations: [],
  landClearance: [],
  findings: [],
  ...parts,
});

const placed = (row: LandClearanceReading): PlacedRow => ({
  row,
  code: row.code,
  name: row.name,
  part: row.segment ?? null,
});
const reportedProjects = (of: Reading): ReportedProject[] => reported(of, of.landClearance.map(placed));

describe('what a return says stands in the way', () => {
  it('is reported once when the same text stands on two sheets, with both cells and what either knows', () => {
    expect(
      reportedProjects(reading({ projects: [noted(`${TEXT} `, 23)], landClearance: [cleared(TEXT)] })),
    ).toEqual([
      {
        code: '7928830',
        name: 'Nghĩa trang',
        place: { sheet: 'GPMB', cell: 'M13' },
        texts: [
          {
            text: TEXT,
            responsibleUnit: 'UBND xã Bình Phú',
            due: '2023-05-31',
            part: null,
            opens: true,
            cells: [
              { sheet: 'GPMB', cell: 'M13' },
              { sheet: 'Giải ngân', cell: 'M23' },
            ],
          },
        ],
      },
    ]);
  });

  it('is reported of the part whose row says it, once for each part', () => {
    const parts = ['Đợt 1', 'Đợt 2'].map((segment) => ({ ...cleared(TEXT), segment }));
    const [project] = reportedProjects(reading({ projects: [noted(TEXT, 23)], landClearance: parts }));
    expect(project?.texts.map(({ part, cells }) => [part, cells.length])).toEqual([
      ['Đợt 1', 2],
      ['Đợt 2', 1],
    ]);
  });

  it('is reported twice when the texts differ', () => {
    const [project] = reportedProjects(
      reading({ projects: [noted('Nhà thầu dừng thi công', 23)], landClearance: [cleared(TEXT)] }),
    );
    expect(project?.texts.map(({ text }) => text)).toEqual([TEXT, 'Nhà thầu dừng thi công']);
  });

  it.each(['Không', 'không có vướng mắc.', 'Đảm bảo tiến độ', '-', ' '])(
    'is nothing when the cell says "%s"',
    (note) => {
      expect(reportedProjects(reading({ projects: [noted(note, 23)] }))).toMatchObject([{ texts: [] }]);
    },
  );

  it('opens a blocker under a caption for obstacles and notes only where it speaks of an obstacle', () => {
    const opens = (note: string, caption?: string) =>
      reportedProjects(reading({ projects: [noted(note, 23)] }, caption))[0]?.texts.map((text) => text.opens);
    expect(opens('Đang bổ sung hồ sơ')).toEqual([false]);
    expect(opens('Chưa di dời đường điện')).toEqual([true]);
    expect(opens('Đang bổ sung hồ sơ', 'Khó khăn, vướng mắc')).toEqual([true]);
  });

  it('leaves out what stands in a column of mere notes', () => {
    expect(reportedProjects(reading({ projects: [noted('Thanh toán đợt 2', 23)] }, 'Ghi chú'))).toEqual([]);
  });

  it('says where a text would stand when there is none', () => {
    expect(reportedProjects(reading({ projects: [noted(null, 23)] }))).toMatchObject([
      { texts: [], place: { sheet: 'Giải ngân', cell: 'M23' } },
    ]);
  });
});

import fc from 'fast-check';
import { plainDate } from '@thongvon/kernel';
import type { LandClearanceReading, ProjectReading, Reading, SheetReading } from '@thongvon/return-reader';
import type { PlacedRow } from '@thongvon/land-clearance';
import {
  type KnownBlocker,
  matchBlockers as match,
  reportedProjects as reported,
  type ReportedProject,
  textKey,
} from './reported-texts';

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

const open = (id: string, ...texts: string[]): KnownBlocker => ({ id, texts, open: true, segmentId: null });
const closed = (id: string, ...texts: string[]): KnownBlocker => ({
  id,
  texts,
  open: false,
  segmentId: null,
});
const matchBlockers = (texts: readonly string[], known: readonly KnownBlocker[]): (string | undefined)[] =>
  match(
    texts.map((text) => ({ text, segmentId: null })),
    known,
  ).map((blocker) => blocker?.id);
const REFUSED = '04 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung';

describe('which blocker a text names', () => {
  it('is the same for the same words, however they are accented, spaced or punctuated', () => {
    expect(textKey('04 HỘ không nhận  tiền;')).toBe(textKey('4 hộ không nhận tiền'));
    expect(
      matchBlockers(['4 hộ KHÔNG nhận tiền - không phối hợp kiểm đếm bổ sung.'], [open('a', REFUSED)]),
    ).toEqual(['a']);
  });

  it('is the same when only the numbers have changed', () => {
    expect(
      matchBlockers(['02 hộ không nhận tiền, không phối hợp kiểm đếm bổ sung'], [open('a', REFUSED)]),
    ).toEqual(['a']);
  });

  it('is the same when most words are', () => {
    expect(
      matchBlockers(['Còn 02 hộ không nhận tiền và không phối hợp kiểm đếm'], [open('a', REFUSED)]),
    ).toEqual(['a']);
  });

  it('is another when the words are others', () => {
    expect(matchBlockers(['Chưa di dời đường điện 22kV'], [open('a', REFUSED)])).toEqual([undefined]);
  });

  it('is a closed one only by the very same words', () => {
    const gone = closed('a', REFUSED);
    expect(matchBlockers([REFUSED], [gone])).toEqual(['a']);
    expect(matchBlockers(['Còn 02 hộ không nhận tiền và không phối hợp kiểm đếm'], [gone])).toEqual([
      undefined,
    ]);
  });

  it('is distinguished by number where two differ in nothing else', () => {
    const known = [open('a', 'Vướng 04 hộ thôn 1'), open('b', 'Vướng 07 hộ thôn 2')];
    expect(matchBlockers(['Vướng 7 hộ thôn 2', 'Vướng 3 hộ thôn 1'], known)).toEqual(['b', 'a']);
  });

  it('is none of another segment, and may be one that nobody has placed', () => {
    const [here, there, somewhere] = [
      { ...open('a', REFUSED), segmentId: '1' },
      { ...open('b', REFUSED), segmentId: '2' },
      open('c', REFUSED),
    ];
    expect(match([{ text: REFUSED, segmentId: '2' }], [here, there])).toEqual([there]);
    expect(match([{ text: REFUSED, segmentId: '3' }], [here, there])).toEqual([undefined]);
    expect(match([{ text: REFUSED, segmentId: '3' }], [here, somewhere])).toEqual([somewhere]);
  });

  it('names no blocker twice, and finds each text among itself', () => {
    const words = fc.array(fc.constantFrom('hộ', 'đất', 'giá', 'mộ', 'điện', '4', '12'), {
      minLength: 1,
      maxLength: 6,
    });
    const texts = fc.uniqueArray(
      words.map((all) => all.join(' ')),
      { minLength: 1, maxLength: 5, selector: textKey },
    );
    fc.assert(
      fc.property(texts, (given) => {
        const known = given.map((text, index) => open(`${index}`, text));
        expect(matchBlockers(given, known)).toEqual(known.map(({ id }) => id));
        const others = matchBlockers(given, known.slice(0, 2)).filter((id) => id !== undefined);
        expect(new Set(others).size).toBe(others.length);
      }),
    );
  });
});

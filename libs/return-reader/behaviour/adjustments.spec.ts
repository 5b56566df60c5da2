import fc from 'fast-check';
import type { Reading } from '../model/reading';
import { complaints, meanings, readSheets, readTable, withAnswer, type Rows } from '../testing/read-sheet';

type Cells = readonly (number | string | null)[];

const CAPTIONS = [
  'KHV giao đầu năm',
  'Điều chỉnh tăng',
  'Điều chỉnh giảm',
  'KHV sau điều chỉnh',
  'Giải ngân',
];

const table = (captions: readonly string[], rows: readonly Cells[]): Rows => [
  ['STT', 'Tên dự án', ...captions],
  ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, ...row]),
];

const planned = ({ projects }: Reading): unknown => projects.map((project) => project.planned);

const HOLDS: readonly Cells[] = [
  [1000, 200, null, 1200, 600],
  [2000, null, 300, 1700, 900],
  [500, null, null, 500, 100],
];
const DIFFERS: readonly Cells[] = [[1000, 200, null, 1300, 600], ...HOLDS.slice(1)];

describe('increases and decreases of a plan', () => {
  it('are notes where they make the plan after them of the one before', () => {
    const reading = readTable(table(CAPTIONS, HOLDS));
    expect([complaints(reading), planned(reading)]).toEqual([[], ['1200000000', '1700000000', '500000000']]);
    expect(meanings(reading)).toMatchObject({ C: 'ignored', D: 'ignored', E: 'ignored', F: 'planned' });
  });

  it.each([
    ['Kế hoạch vốn năm 2023', 'Bổ sung', 'Cắt giảm', 'Tổng kế hoạch vốn', 'Giải ngân'],
    ['Vốn giao năm 2023', 'Tăng', 'Giảm', 'Kế hoạch vốn được giao', 'Giải ngân'],
  ])(
    'show which of two plans is the one after them, whatever its caption: %s | %s | %s | %s',
    (...captions) => {
      const reading = readTable(table(captions, HOLDS));
      expect([complaints(reading), planned(reading)]).toEqual([
        [],
        ['1200000000', '1700000000', '500000000'],
      ]);
    },
  );

  it('that are written with a minus, or in one column, make it as well', () => {
    const minus = HOLDS.map(([before, more, less, ...rest]) => [
      before ?? null,
      more ?? null,
      typeof less === 'number' ? -less : null,
      ...rest,
    ]);
    expect(complaints(readTable(table(CAPTIONS, minus)))).toEqual([]);
    const net = HOLDS.map(([before, more, less, ...rest]) => [
      before ?? null,
      Number(more ?? 0) - Number(less ?? 0),
      ...rest,
    ]);
    const captions = ['KHV giao đầu năm', 'Điều chỉnh tăng (+), giảm (-)', ...CAPTIONS.slice(3)];
    expect(complaints(readTable(table(captions, net)))).toEqual([]);
  });

  it('that don’t make it are asked about with the row and every plan that it could be', () => {
    const rows = table(CAPTIONS, DIFFERS);
    const reading = readTable(rows);
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
    const [question] = reading.findings;
    expect(question?.message).toContain(
      'ở 1 dòng, C + D − E không bằng cột F (dòng 5: tính được 1.200, ghi 1.300)',
    );
    expect(question?.choices?.map(({ value, effect }) => [value, effect?.total.planned])).toEqual([
      ['F=planned,C=ignored,D=ignored,E=ignored', '3500000000'],
      ['C=planned,D=planned-increase,E=planned-decrease,F=ignored', '3400000000'],
      ['C=planned,D=ignored,E=ignored,F=ignored', '3500000000'],
    ]);
    for (const { value, effect } of question?.choices ?? []) {
      if (!question) throw new Error('not asked');
      const { code, sheet, cell } = question;
      const answer = { code, sheet, cell, asks: 'column' as const, value, reason: null };
      const answered = readTable(rows, [], withAnswer({}, answer));
      expect([complaints(answered), answered.total.planned]).toEqual([[], effect?.total.planned]);
    }
  });

  it('that don’t make its total are asked about too', () => {
    const total: Rows = [...table(CAPTIONS, HOLDS), [null, 'Tổng cộng', 3500, 250, 300, 3400, 1600]];
    expect(complaints(readTable(total))).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
  });

  it('against rates that divide by the plan before them are asked about', () => {
    const captions = ['Vốn giao năm 2023', 'Tăng', 'Giảm', 'Kế hoạch vốn được giao', 'Giải ngân', 'Tỷ lệ %'];
    const rows = HOLDS.map((row) => [...row, (Number(row[4]) / Number(row[0])) * 100]);
    const reading = readTable(table(captions, rows));
    expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
    expect(reading.findings[0]?.message).toContain('tính theo kế hoạch trước điều chỉnh');
  });

  it('alone in a return are no plan, unless a person says that they are it', () => {
    const rows = table(
      ['Điều chỉnh tăng', 'Điều chỉnh giảm', 'Giải ngân'],
      [
        [200, null, 600],
        [null, 300, 900],
      ],
    );
    const [question] = readTable(rows).findings;
    expect(question?.choices?.map(({ value, effect }) => [value, effect?.total.planned])).toEqual([
      ['C=planned,D=ignored', '200000000'],
      ['D=planned,C=ignored', '300000000'],
      ['C=planned-increase,D=planned-decrease', null],
      ['C=ignored,D=ignored', null],
    ]);
  });

  it('alone in a decision enter no ledger: it says what to add', () => {
    const rows: Rows = [
      ['ĐIỀU CHỈNH KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023'],
      ['(Kèm theo Quyết định số 9300/QĐ-UBND ngày 20/6/2023)'],
      ['ĐVT: triệu đồng'],
      ...table(
        ['Điều chỉnh tăng', 'Điều chỉnh giảm'],
        [
          [200, null],
          [null, 300],
        ],
      ),
    ];
    const columns = [
      { sheet: 'KH', column: 'C', meaning: 'planned-increase' },
      { sheet: 'KH', column: 'D', meaning: 'planned-decrease' },
    ];
    expect(complaints(readSheets([{ name: 'KH', rows }]))).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
    expect(complaints(readSheets([{ name: 'KH', rows }], { columns }))).toEqual(['RET-COLUMN-UNKNOWN C4']);
  });

  it('of any table confirm the plan after them just where they make it on every row', () => {
    const project = fc.record({
      before: fc.integer({ min: 100, max: 9000 }),
      more: fc.integer({ min: 0, max: 900 }),
      less: fc.integer({ min: 0, max: 99 }),
      off: fc.oneof(
        { weight: 4, arbitrary: fc.constant(0) },
        { weight: 1, arbitrary: fc.integer({ min: 20, max: 500 }) },
      ),
    });
    fc.assert(
      fc.property(fc.array(project, { minLength: 2, maxLength: 6 }), (projects) => {
        const after = ({ before, more, less, off }: (typeof projects)[number]): number =>
          before + more - less + off;
        const reading = readTable(
          table(
            CAPTIONS,
            projects.map((one) => [one.before, one.more, one.less, after(one), 50]),
          ),
        );
        const isOff = projects.some(({ off }) => off > 0);
        if (isOff) expect(complaints(reading)).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
        else expect(planned(reading)).toEqual(projects.map((one) => `${after(one)}000000`));
      }),
      { numRuns: 60 },
    );
  });
});

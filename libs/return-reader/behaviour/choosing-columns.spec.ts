import fc from 'fast-check';
import { longRun } from '../../../test/long/long-run';
import {
  answerQuestion,
  complaints,
  exclusiveMeanings,
  meanings,
  readSheets,
  readTable,
  type Rows,
  TITLE,
} from '../testing/read-sheet';

const TWO_OF_EACH: Rows = [
  [
    'STT',
    'Tên dự án',
    'Mã dự án',
    'Kế hoạch vốn tỉnh giao',
    'Kế hoạch vốn huyện giao',
    'Giải ngân theo CĐT',
    'Giải ngân theo Kho bạc',
  ],
  [1, 'Đường A', '7900001', 100, 120, 50, 40],
  [2, 'Đường B', '7900002', 200, 220, 60, 55],
  [null, 'Cộng', null, 300, 340, 110, 95],
];

describe('a column that a person has chosen', () => {
  it('excludes the others that might have been meant', () => {
    const read = (options = {}) => readTable(TWO_OF_EACH, [], options);
    const first = answerQuestion(read(), 0, 'D');
    const both = answerQuestion(read(first), 0, 'F', first);
    expect(complaints(read(both))).toEqual([]);
    expect(meanings(read(both))).toMatchObject({ D: 'planned', E: 'ignored', F: 'disbursed', G: 'ignored' });
    expect(read(both).total).toMatchObject({ planned: '300000000', disbursed: '110000000' });
  });

  it('is not joined by a column that only another one kept out: the plan before its adjustment', () => {
    const reading = readTable(
      [
        ['STT', 'Tên dự án', 'Kế hoạch vốn trước điều chỉnh', 'Kế hoạch vốn sau điều chỉnh', 'Giải ngân'],
        [1, 'Đường A', 90, 100, 50],
      ],
      [],
      { columns: [{ sheet: 'GN', column: 'D', meaning: 'planned' }] },
    );
    expect(complaints(reading)).toEqual([]);
    expect(meanings(reading)).toMatchObject({ C: 'ignored', D: 'planned' });
  });

  it('says which of two columns of one source or plan type is meant, as such', () => {
    const reading = readTable([
      [
        'STT',
        'Tên dự án',
        'Kế hoạch vốn năm 2023',
        'Vốn kéo dài tỉnh giao',
        'Vốn kéo dài huyện giao',
        'Giải ngân',
      ],
      [1, 'Đường A', 100, 10, 20, 50],
    ]);
    const asked = reading.findings.find(({ cell }) => cell === 'D4');
    expect(asked?.choices?.map(({ value }) => value)).toEqual([
      'D=planned:carried-over,E=ignored',
      'E=planned:carried-over,D=ignored',
    ]);
  });

  it.each([
    ['an answer', { columns: ['D', 'E'].map((column) => ({ sheet: 'GN', column, meaning: 'planned' })) }],
    [
      'a description of the table',
      {
        tables: [
          {
            sheet: 'GN',
            headerRows: [4, 4] as const,
            kind: 'disbursement' as const,
            columns: ['B=name', 'C=code', 'D=planned', 'E=planned', 'F=disbursed'].map((said) => {
              const [column = '', meaning = ''] = said.split('=');
              return { column, meaning };
            }),
          },
        ],
      },
    ],
  ])('is asked about where %s gives two columns the same meaning; neither is read', (_, options) => {
    const reading = readTable(TWO_OF_EACH, [], options);
    const asked = reading.findings.find(({ cell }) => cell === 'D4');
    expect(asked).toMatchObject({ code: 'RET-COLUMN-AMBIGUOUS', severity: 'question', asks: 'column' });
    expect(reading.total.planned).toBeNull();
  });

  it('of the codes is one; two are asked about', () => {
    const columns = ['C', 'D'].map((column) => ({ sheet: 'GN', column, meaning: 'code' }));
    const rows: Rows = [
      ['STT', 'Tên dự án', 'Mã QHNS', 'Mã số', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', '7900001', '7900009', 100, 50],
    ];
    expect(complaints(readTable(rows, [], { columns }))).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
  });
});

/** Captions that may each be the plan, or the disbursement, of which nothing says which one counts. */
const PLANS = ['Kế hoạch vốn tỉnh giao', 'Kế hoạch vốn huyện giao', 'Kế hoạch vốn HĐND giao', 'Vốn bố trí'];
const SPENT = ['Giải ngân theo CĐT', 'Giải ngân theo Kho bạc', 'Giải ngân theo biên bản'];

describe('any table with columns that compete', () => {
  it('has choices that settle all of them, and never two columns with the same meaning', () => {
    const tables = fc
      .record({
        plans: fc.shuffledSubarray(PLANS, { minLength: 1, maxLength: 4 }),
        spent: fc.shuffledSubarray(SPENT, { minLength: 1, maxLength: 3 }),
        rows: fc.array(fc.array(fc.integer({ min: 1, max: 90_000 }), { minLength: 7, maxLength: 7 }), {
          minLength: 1,
          maxLength: 5,
        }),
        picks: fc.array(fc.nat(), { minLength: 4, maxLength: 4 }),
      })
      .filter(({ plans, spent }) => plans.length + spent.length > 2);
    const { runs, seed, report } = longRun('columns that compete', 40, 1500);
    fc.assert(
      fc.property(tables, ({ plans, spent, rows, picks }) => {
        const captions = [...plans, ...spent];
        const sheet: Rows = [
          ...TITLE,
          ['STT', 'Tên dự án', ...captions],
          ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, ...row.slice(0, captions.length)]),
        ];
        const read = (options = {}) => readSheets([{ name: 'GN', rows: sheet }], options);
        let options = {};
        for (const pick of picks) {
          const reading = read(options);
          expect(exclusiveMeanings(reading)).toEqual([]);
          const at = reading.findings.findIndex(({ code }) => code === 'RET-COLUMN-AMBIGUOUS');
          if (at < 0) return;
          const choices = reading.findings[at]?.choices ?? [];
          expect(choices.length).toBeGreaterThan(1);
          const value = choices[pick % choices.length]?.value ?? '';
          options = answerQuestion(reading, at, value, options);
        }
        expect(complaints(read(options)).filter((c) => c.startsWith('RET-COLUMN'))).toEqual([]);
      }),
      { numRuns: runs, seed },
    );
    report({ 'settled by answers': runs });
  });
});

describe('a second table beside the first', () => {
  const beside = (rows: Rows) => readSheets([{ name: 'GN', rows: [...TITLE, ...rows] }]);
  const UNITS: Rows = [
    [
      'STT',
      'Tên dự án',
      'Kế hoạch vốn năm 2023',
      'Lũy kế giải ngân',
      null,
      null,
      null,
      null,
      'ĐVT: nghìn đồng',
    ],
  ];

  it.each<[string, string, Rows]>([
    [
      'under the same header row',
      'G4',
      [
        [
          ...['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân', null, 'STT', 'Công trình'],
          ...['Kế hoạch vốn kéo dài (nghìn đồng)', 'Giải ngân kéo dài (nghìn đồng)'],
        ],
        [1, 'Đường A', 100, 50, null, 1, 'Đường C', 100_000, 50_000],
        [2, 'Đường B', 200, 60, null, 2, 'Đường D', 300_000, 60_000],
      ],
    ],
    [
      'that begins at a heading of it',
      'G5',
      [
        ...UNITS,
        ['I', 'Chuyển tiếp', null, null, null, 'STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
        [1, 'Đường A', 100, 50, null, 1, 'Đường C', 100_000, 50_000],
        [2, 'Đường B', 200, 60, null, 2, 'Đường D', 300_000, 60_000],
      ],
    ],
    [
      'whose header stands a row higher',
      'B5',
      [
        [null, null, null, null, null, 'STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
        ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân', null, 1, 'Đường C', 100_000, 50_000],
        [1, 'Đường A', 100, 50, null, 2, 'Đường D', 300_000, 60_000],
        [2, 'Đường B', 200, 60],
      ],
    ],
  ])(
    '%s is refused at its caption, since its amounts would be read as those of the first',
    (_, cell, rows) => {
      expect(complaints(beside(rows))).toContain(`RET-TABLES-BESIDE ${cell}`);
    },
  );

  it('that names the same projects again on the right is one table', () => {
    const reading = beside([
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', 'Tên dự án', 'Lũy kế giải ngân'],
      [1, 'Đường A', 100, 'Đường A', 50],
      [2, 'Đường B', 200, 'Đường B', 60],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '300000000', disbursed: '110000000' });
  });
});

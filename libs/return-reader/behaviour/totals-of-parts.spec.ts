import type { Reading } from '../model/reading';
import { complaints, readSheets, readTable, said, TITLE, type Rows } from '../testing/read-sheet';

const HEADER = ['STT', 'Tên dự án', 'Nguồn vốn', 'Kế hoạch vốn năm 2023', 'Giải ngân'];
const amounts = ({ total, projects }: Reading): unknown => [total.planned, total.disbursed, projects.length];

const TABLES: readonly (readonly [string, Rows])[] = [
  [
    'first, over rows without a name',
    [
      [1, 'Đường A', 'Tổng số', 100, 40],
      [null, null, 'NS tỉnh', 60, 25],
      [null, null, 'NS huyện', 40, 15],
      [2, 'Cầu B', 'NS tỉnh', 200, 90],
    ],
  ],
  [
    'first, with the name on every row',
    [
      [1, 'Đường A', 'Cộng', 100, 40],
      [1, 'Đường A', 'NS tỉnh', 60, 25],
      [1, 'Đường A', 'NS huyện', 40, 15],
      [2, 'Cầu B', 'NS tỉnh', 200, 90],
    ],
  ],
  [
    'last',
    [
      [1, 'Đường A', 'NS tỉnh', 60, 25],
      [null, null, 'NS huyện', 40, 15],
      [null, null, 'Cộng', 100, 40],
      [2, 'Cầu B', 'NS tỉnh', 200, 90],
      [null, null, 'Cộng', 200, 90],
    ],
  ],
  [
    'last, with the name on every row',
    [
      [1, 'Đường A', 'NS tỉnh', 60, 25],
      [1, 'Đường A', 'NS huyện', 40, 15],
      [1, 'Đường A', 'Tổng cộng', 100, 40],
      [2, 'Cầu B', 'NS tỉnh', 200, 90],
    ],
  ],
  [
    'without the word',
    [
      [1, 'Đường A', null, 100, 40],
      [null, null, 'NS tỉnh', 60, 25],
      [null, null, 'NS huyện', 40, 15],
      [2, 'Cầu B', null, 200, 90],
      [null, null, 'NS tỉnh', 200, 90],
    ],
  ],
  [
    'without the word, with code, name and number on every row',
    [
      [1, 'Đường A', null, 100, 40],
      [1, 'Đường A', 'NS tỉnh', 60, 25],
      [1, 'Đường A', 'NS huyện', 40, 15],
      [2, 'Cầu B', null, 200, 90],
      [2, 'Cầu B', 'NS tỉnh', 200, 90],
    ],
  ],
  [
    'of the whole table',
    [
      [1, 'Đường A', 'NS tỉnh', 100, 40],
      [2, 'Cầu B', 'NS huyện', 200, 90],
      [null, null, 'Tổng cộng', 300, 130],
    ],
  ],
];

describe('a total in the column of sources', () => {
  it.each(TABLES)('is checked, not added: %s', (_where, rows) => {
    const reading = readTable([HEADER, ...rows]);
    expect(complaints(reading)).toEqual([]);
    expect(amounts(reading)).toEqual(['300000000', '130000000', 2]);
  });

  it.each(TABLES.filter(([where]) => where !== 'of the whole table'))(
    'is reported where it is wrong: %s',
    (_where, rows) => {
      const wrong = rows.map((row) => row.map((cell) => (cell === 100 ? 110 : cell)));
      expect(complaints(readTable([HEADER, ...wrong]))).toEqual([
        expect.stringMatching(/^RET-TOTAL-DIFFERS D/) as unknown,
      ]);
    },
  );
});

describe('an amount without a source beside those that have one', () => {
  const parts: Rows = [
    [1, 'Đường A', 'NS tỉnh', 60, 25],
    [1, 'Đường A', 'NS huyện', 40, 15],
  ];
  const sheet = (name: string, rows: Rows) => ({ name, rows: [...TITLE, ...rows] });

  it('is never added to them: beneath them it is a repetition, for it may be their whole', () => {
    expect(complaints(readTable([HEADER, ...parts, [1, 'Đường A', null, 100, 40]]))).toEqual([
      'RET-PROJECT-REPEATED B7',
    ]);
    expect(complaints(readTable([HEADER, ...parts, [1, 'Đường A', null, 0, 0]]))).toEqual([]);
  });

  it('on another sheet is asked about: one of the two counts', () => {
    const [, name, , ...amounts] = HEADER;
    const reading = readSheets([
      sheet('Tổng hợp', [
        ['STT', name ?? null, ...amounts],
        [1, 'Đường A', 100, 40],
      ]),
      sheet('Theo nguồn', [HEADER, ...parts]),
    ]);
    expect(complaints(reading)).toEqual(['RET-PROJECT-REPEATED A4']);
  });

  it('in a plan is never added to them either', () => {
    const plan = (rows: Rows) =>
      readSheets([{ name: 'KH', rows: [['QUYẾT ĐỊNH GIAO KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023'], ...rows] }], {
        kind: 'plan',
      });
    const head = ['STT', 'Tên dự án', 'Nguồn vốn', 'Kế hoạch vốn năm 2023 (triệu đồng)'];
    const whole = [1, 'Đường A', null, 100];
    const split = parts.map((row) => row.slice(0, 4));
    expect(said(plan([head, whole, ...split])).filter((one) => one.includes('REPEATED'))).toEqual([]);
    expect(plan([head, whole, ...split]).allocations).toHaveLength(2);
    expect(said(plan([head, ...split, whole])).filter((one) => one.includes('REPEATED'))).toHaveLength(1);
  });
});

describe('lines of a project by plan type', () => {
  const TYPED = { planned: '250000000', disbursed: '110000000' };
  const CARRIED = { planned: '50000000', disbursed: '20000000' };

  it('are rows beneath it that name nothing else', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', 100, 40],
      [null, 'Vốn năm 2023', 80, 30],
      [null, 'Vốn kéo dài', 20, 10],
      [2, 'Cầu B', 200, 90],
      [null, 'Kế hoạch vốn năm 2023', 170, 80],
      [null, 'Vốn năm 2022 kéo dài sang', 30, 10],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject(TYPED);
    expect(reading.byPlanType['carried-over']).toMatchObject(CARRIED);
  });

  it('have a total of their own in the column that names them', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Loại kế hoạch', 'Kế hoạch vốn', 'Giải ngân'],
      [1, 'Đường A', 'Tổng số', 100, 40],
      [null, null, 'Năm nay', 80, 30],
      [null, null, 'Kéo dài', 20, 10],
      [2, 'Cầu B', 'Năm nay', 170, 80],
      [null, null, 'Kéo dài', 30, 10],
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject(TYPED);
    expect(reading.byPlanType['carried-over']).toMatchObject(CARRIED);
  });
});

import { complaints, readSheets, readTable, TITLE, type Rows } from '../testing/read-sheet';
import type { ReadingOptions } from '../model/options';

const HEAD = ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'];
const ROWS: Rows = [
  HEAD,
  [1, 'Đường A', '7900001', 100_000, 50_000],
  [2, 'Đường B', '7900002', 200_000, 80_000],
];
const KNOWN = {
  planned: { '7900001': '100000000000', '7900002': '200000000000' },
  disbursed: { '7900001': '45000000000', '7900002': '80000000000' },
};
const read = (options: ReadingOptions, title: Rows = TITLE) =>
  readSheets([{ name: 'GN', rows: [...title, ...ROWS] }], options);
const inUnit = (unit: 'dong' | 'thousand-dong' | 'million-dong' | 'billion-dong') => ({
  units: [{ sheet: 'GN', unit, confirmed: true }],
});

describe('a unit that a person has answered', () => {
  it.each(['dong', 'thousand-dong', 'billion-dong'] as const)(
    'is asked for again where the ledger or the last return contradicts it (%s), once for all rows',
    (unit) => {
      for (const known of [KNOWN, { planned: KNOWN.planned }, { disbursed: KNOWN.disbursed }]) {
        const reading = read({ ...inUnit(unit), known });
        expect(complaints(reading)).toEqual([expect.stringMatching(/^RET-UNIT-SUSPECT [DE]4$/)]);
        expect(reading.findings[0]?.message).toMatch(
          /trong khi .* đồng cho cùng các dự án|dự án lớn nhất là/,
        );
      }
    },
  );

  it('is believed where they agree, over what the sheet states', () => {
    const wrong = [...TITLE.slice(0, 2), ['ĐVT: nghìn đồng']];
    expect(complaints(read({ known: KNOWN }, wrong))).toEqual(['RET-UNIT-SUSPECT A3']);
    const right = read({ ...inUnit('million-dong'), known: KNOWN }, wrong);
    expect(complaints(right)).toEqual([]);
    expect(right.total.planned).toBe('300000000000');
  });

  it('is doubted where a works would cost more than a country plans, or a total stated above is a thousand times as much', () => {
    expect(complaints(read(inUnit('billion-dong')))).toEqual(['RET-UNIT-SUSPECT D4']);
    const stated = [...TITLE.slice(0, 2), ['Tổng kế hoạch vốn: 300 tỷ đồng']];
    expect(complaints(read(inUnit('thousand-dong'), stated))).toEqual(['RET-UNIT-SUSPECT D4']);
  });

  it('is doubted where captions state it, and there it can be answered too', () => {
    const rows: Rows = [
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn (nghìn đồng)', 'Giải ngân (nghìn đồng)'],
      ...ROWS.slice(1),
    ];
    const sheet = (options: ReadingOptions) =>
      readSheets([{ name: 'GN', rows: [...TITLE.slice(0, 2), ...rows] }], { known: KNOWN, ...options });
    expect(complaints(sheet({}))).toEqual(['RET-UNIT-SUSPECT D3']);
    expect(complaints(sheet(inUnit('million-dong')))).toEqual([]);
  });

  it('is one question where most of the return fell or rose by the same power of ten, whatever the rest did', () => {
    const rows: Rows = [
      HEAD,
      [1, 'Đường A', '7900001', null, 50],
      [2, 'Đường B', '7900002', null, 80],
      [3, 'Đường C', '7900003', null, 20_000],
    ];
    const disbursed = { ...KNOWN.disbursed, '7900003': '19000000000' };
    expect(complaints(readTable(rows, [], { known: { disbursed } }))).toEqual(['RET-UNIT-SUSPECT A3']);
  });

  it('leaves no question of single rows beside it: over plan in every row is one wrong unit', () => {
    const rows: Rows = [HEAD, [1, 'Đường A', '7900001', 100, 50_000], [2, 'Đường B', '7900002', 200, 80_000]];
    const known = { planned: KNOWN.planned };
    expect(complaints(readTable(rows, [], { known }))).toEqual(['RET-UNIT-SUSPECT D4']);
  });
});

describe('a date that a person has answered', () => {
  const dated = (title: string, asOf: string) =>
    complaints(read({ asOf } as ReadingOptions, [TITLE[0] ?? [], [title], TITLE[2] ?? []]));

  it('is one of those that the file states', () => {
    expect(dated('Số liệu đến ngày 21/6/2023', '2023-06-21')).toEqual([]);
    expect(dated('Số liệu đến ngày 21/6/2023', '2023-06-14')).toEqual(['RET-DATES-DIFFER A2']);
  });

  it('fits the month that is named', () => {
    expect(dated('Báo cáo tháng 6 năm 2023', '2023-06-28')).toEqual([]);
    expect(dated('Báo cáo tháng 6 năm 2023', '2023-11-28')).toEqual(['RET-DATES-DIFFER A2']);
  });

  it('lies in the plan year', () => {
    expect(dated('Biểu số 01', '2024-01-31')).toEqual([]);
    expect(dated('Biểu số 01', '2024-02-01')).toEqual(['RET-DATES-DIFFER']);
  });
});

describe('a decision that a person has answered', () => {
  const plan = (attached: string, options: ReadingOptions = {}) =>
    readSheets(
      [
        {
          name: 'PL',
          rows: [
            ['KẾ HOẠCH VỐN ĐẦU TƯ CÔNG NĂM 2023'],
            [attached],
            ['ĐVT: triệu đồng'],
            ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023'],
            [1, 'Đường A', '7900001', 100],
          ],
        },
      ],
      options,
    );
  const two =
    '(Kèm theo Quyết định số 9001/QĐ-UBND ngày 15/12/2022 và kèm theo Quyết định số 9188/QĐ-UBND ngày 20/4/2023)';

  it('is one of those that the file is attached to, which are its choices, each with the plan that it gives', () => {
    const asked = plan(two);
    expect(complaints(asked)).toEqual(['RET-DECISION-UNKNOWN A2']);
    const choices = asked.findings.find(({ asks }) => asks === 'decision')?.choices ?? [];
    expect(choices.map(({ value, effect }) => [value, effect?.total.planned])).toEqual([
      ['9001/QĐ-UBND; 2022-12-15; initial', '100000000'],
      ['9188/QĐ-UBND; 2023-04-20; initial', '100000000'],
    ]);
    const decision = {
      number: '9188/QĐ-UBND',
      date: '2023-04-20',
      mode: 'initial',
    } as ReadingOptions['decision'];
    expect(complaints(plan(two, { decision } as ReadingOptions))).toEqual([]);
    const other = { number: '77/QĐ-UBND', date: '2023-04-20', mode: 'initial' };
    expect(complaints(plan(two, { decision: other } as ReadingOptions))).toEqual(['RET-DECISION-UNKNOWN A2']);
  });

  it('is believed where the file names none', () => {
    const decision = { number: '77/QĐ-UBND', date: '2023-04-20', mode: 'initial' };
    expect(complaints(plan('Phụ lục 1', { decision } as ReadingOptions))).toEqual([]);
  });
});

describe('a plan year that a person has answered', () => {
  const rows = (title: string, caption: string, date: string): Rows => [
    [title],
    [date],
    ['ĐVT: triệu đồng'],
    ['STT', 'Tên dự án', 'Mã dự án', caption, 'Lũy kế giải ngân'],
    [1, 'Đường A', '7900001', 100, 50],
  ];
  const asked = (planYear: number, sheet: Rows) =>
    complaints(readSheets([{ name: 'GN', rows: sheet }], { planYear }));
  const stale = rows(
    'BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2024',
    'Kế hoạch vốn năm 2025',
    'Số liệu đến ngày 31/10/2025',
  );

  it('settles which of two it is, unless the day of the figures can not be of it', () => {
    expect(asked(2025, stale)).toEqual([]);
    expect(asked(2024, stale)).toEqual(['RET-YEAR-UNKNOWN']);
  });

  it('is one that the file names, where it names any', () => {
    expect(asked(2026, stale)).toEqual(['RET-YEAR-UNKNOWN']);
    expect(asked(2023, rows('BÁO CÁO GIẢI NGÂN', 'Kế hoạch vốn', 'Số liệu đến ngày 15/1/2024'))).toEqual([]);
    expect(asked(2022, rows('BÁO CÁO GIẢI NGÂN', 'Kế hoạch vốn', 'Số liệu đến ngày 15/1/2024'))).toEqual([
      'RET-YEAR-UNKNOWN',
    ]);
  });
});

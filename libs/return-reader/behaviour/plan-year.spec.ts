import fc from 'fast-check';
import type { Reading } from '../model/reading';
import type { ReadingOptions } from '../model/options';
import { complaints, readSheets, type Rows } from '../testing/read-sheet';

interface Said {
  readonly title: string;
  readonly date?: string;
  readonly plan: string;
  readonly spent?: string;
  readonly sheet?: string;
}

function read(
  { title, date, plan, spent = 'Lũy kế giải ngân', sheet = 'GN' }: Said,
  options: ReadingOptions = {},
): Reading {
  const rows: Rows = [
    [`BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG ${title}`],
    [date ?? null],
    ['ĐVT: triệu đồng'],
    ['STT', 'Tên dự án', plan, spent],
    [1, 'Đường A', 9000, 5250],
    [2, 'Cầu B', 8000, 4100],
  ];
  return readSheets([{ name: sheet, rows }], options);
}

const question = (reading: Reading): unknown =>
  reading.findings
    .filter(({ severity }) => severity === 'question' || severity === 'error')
    .map(({ code, asks, choices }) => [code, asks, choices?.map(({ value }) => value)]);

describe('the plan year', () => {
  const stale: Said = {
    title: 'NĂM 2024',
    plan: 'Kế hoạch vốn năm 2025',
    date: 'Số liệu đến ngày 31/10/2025',
  };

  it('is asked once where the title stayed from last year, and never is a plan dropped', () => {
    expect(question(read(stale))).toEqual([['RET-YEAR-UNKNOWN', 'plan-year', ['2025', '2024']]]);
    expect(read(stale).findings[0]?.message).toContain('tiêu đề: 2024; tên cột kế hoạch, ngày số liệu: 2025');
    const answered = read(stale, { planYear: 2025 });
    expect([complaints(answered), answered.total.planned]).toEqual([[], '17000000000']);
    // The day of its figures is after the end of that plan year: no answer makes it so.
    expect(complaints(read(stale, { planYear: 2024 }))).toEqual(['RET-YEAR-UNKNOWN']);
  });

  it.each<[string, Said]>([
    ['captions of the plan', { ...stale, date: 'Số liệu đến ngày 31/1/2025' }],
    ['the day of the figures', { ...stale, plan: 'Kế hoạch vốn' }],
    [
      'the day in the captions',
      { title: 'NĂM 2024', plan: 'Kế hoạch vốn', spent: 'Giải ngân đến 31/10/2025' },
    ],
    [
      'the name of the sheet',
      { title: 'NĂM 2024', plan: 'Kế hoạch vốn', date: 'Số liệu đến ngày 31/10/2024', sheet: 'GN 2025' },
    ],
  ])('is asked where it is contradicted by %s', (_what, said) => {
    expect(question(read(said))).toEqual([['RET-YEAR-UNKNOWN', 'plan-year', ['2025', '2024']]]);
  });

  it.each<[string, Said]>([
    [
      'in its thirteenth month',
      { title: 'NĂM 2024', plan: 'Kế hoạch vốn năm 2024', date: 'Số liệu đến ngày 31/1/2025' },
    ],
    [
      'where captions name none',
      { title: 'NĂM 2024', plan: 'Kế hoạch vốn', date: 'Số liệu đến ngày 31/10/2024' },
    ],
    [
      'where the report is written later',
      {
        title: 'NĂM 2024',
        plan: 'Kế hoạch vốn',
        date: 'Báo cáo ngày 10/2/2025',
        spent: 'Giải ngân đến 31/1/2025',
      },
    ],
  ])('is read without a question %s', (_what, said) => {
    expect([complaints(read(said)), read(said).planYear]).toEqual([[], 2024]);
  });

  it('that a person gave drops no plan whose caption names another: it is asked what the column is', () => {
    const said: Said = {
      title: 'NĂM 2025',
      plan: 'Kế hoạch vốn năm 2024',
      date: 'Số liệu đến ngày 31/10/2025',
    };
    expect(complaints(read(said, { planYear: 2025 }))).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
  });

  it('is never read where two witnesses name different years', () => {
    const year = fc.integer({ min: 2021, max: 2029 });
    fc.assert(
      fc.property(year, year, year, (title, plan, day) => {
        const reading = read({
          title: `NĂM ${title}`,
          plan: `Kế hoạch vốn năm ${plan}`,
          date: `Số liệu đến ngày 30/6/${day}`,
        });
        const agree = title === plan && plan === day;
        expect(complaints(reading)).toEqual(agree ? [] : ['RET-YEAR-UNKNOWN']);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the day of the figures', () => {
  it.each([
    ['Giải ngân đến 31/10/2025', 'Số liệu đến ngày 30/9/2025'],
    ['Lũy kế giải ngân đến hết ngày 30/11/2025', 'Tính đến ngày 31/10/2025'],
  ])('is asked once where title and captions name different ones: “%s”', (spent, date) => {
    const reading = read({ title: 'NĂM 2025', plan: 'Kế hoạch vốn năm 2025', spent, date });
    expect(reading.findings).toMatchObject([{ code: 'RET-DATES-DIFFER', asks: 'as-of' }]);
    expect(reading.findings[0]?.choices).toHaveLength(2);
  });
});

describe('a budget year, "niên độ"', () => {
  it.each(['BÁO CÁO QUYẾT TOÁN NIÊN ĐỘ 2022', 'BÁO CÁO QUYẾT TOÁN NIÊN ĐỘ NGÂN SÁCH NĂM 2022'])(
    'names the plan year, and dates of the next one are asked about: %s',
    (title) => {
      const rows: Rows = [
        [title],
        ['Số liệu đến ngày 21/6/2023'],
        ['ĐVT: triệu đồng'],
        ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
        [1, 'Đường A', 9000, 5250],
      ];
      expect(complaints(readSheets([{ name: 'GN', rows }]))).toEqual(['RET-YEAR-UNKNOWN']);
    },
  );
});

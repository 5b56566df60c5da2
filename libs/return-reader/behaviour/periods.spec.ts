import type { ReadingOptions } from '../model/options';
import type { Reading } from '../model/reading';
import fc from 'fast-check';
import { complaints, meanings, readSheets, readTable } from '../testing/read-sheet';

/** A table with two columns of disbursement. */
function withSpent(first: string, second: string, options: ReadingOptions = {}): Reading {
  return readTable(
    [
      ['STT', 'Tên dự án', 'Kế hoạch vốn năm 2023', first, second],
      [1, 'Đường Bắc - Nam', 40_000, 16_500, 17_800],
      [2, 'Chợ Săn', 9_400, 8_600, 9_000],
    ],
    [],
    options,
  );
}

const column = (letter: string, meaning: string): NonNullable<ReadingOptions['columns']>[number] => ({
  sheet: 'GN',
  column: letter,
  meaning,
});

describe('of several cumulative columns the last counts', () => {
  it.each([
    ['Lũy kế giải ngân đến tháng 5', 'Lũy kế giải ngân đến tháng 6'],
    ['Lũy kế giải ngân đến hết tháng 5/2023', 'Lũy kế giải ngân đến hết tháng 6/2023'],
    ['Giải ngân đến tuần 24', 'Giải ngân đến tuần 25'],
    ['Giải ngân 5 tháng', 'Giải ngân 6 tháng'],
    ['GN đến 14/6', 'GN đến 21/6'],
    ['Giải ngân từ 15/6 đến 21/6', 'Lũy kế đến 21/6'],
    ['Giải ngân từ 15/6 đến 21/6/2023', 'Lũy kế đến 21/6/2023'],
    ['Lũy kế giải ngân từ khởi công đến nay', 'Trong đó: năm 2023'],
    ['Giải ngân đến hết quý I', 'Giải ngân đến hết quý II'],
  ])('“%s”, “%s”', (first, second) => {
    const reading = withSpent(first, second);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total.disbursed).toBe('26800000000');
  });

  it('and not one of a month after that of the return', () => {
    const reading = withSpent('Lũy kế giải ngân đến tháng 6', 'Lũy kế giải ngân đến tháng 7');
    expect(reading.total.disbursed).toBe('25100000000');
  });
});

describe('a table that only goes to the end of the month before', () => {
  it('is asked about, and its date is the end of that month', () => {
    const captions = ['Lũy kế giải ngân đến hết tháng trước', 'Ước giải ngân tháng báo cáo'] as const;
    const asked = withSpent(...captions);
    expect(complaints(asked)).toEqual(['RET-COLUMN-AMBIGUOUS D4']);
    expect(asked.findings[0]?.choices?.map(({ value }) => value)).toEqual(['D=disbursed', 'D=ignored']);

    const dated = withSpent(...captions, { columns: [column('D', 'disbursed')] });
    expect(complaints(dated)).toEqual(['RET-DATE-UNKNOWN D4']);
    expect(dated.findings[0]?.choices?.map(({ value }) => value)).toEqual(['2023-05-31']);

    const known = withSpent(...captions, { columns: [column('D', 'disbursed')], vagueDates: 'last-day' });
    expect(complaints(known)).toEqual([]);
    expect(known.asOf).toBe('2023-05-31');
    expect(known.projects.map(({ lines }) => lines[0]?.estimate)).toEqual(['17800000000', '9000000000']);
  });

  it('can be added up with this month’s', () => {
    const captions = ['Lũy kế giải ngân đến hết tháng trước', 'Giải ngân trong tháng'] as const;
    const choices = withSpent(...captions).findings[0]?.choices ?? [];
    expect(choices[0]?.value).toBe('D=disbursed,E=disbursed-increase');
    const reading = withSpent(...captions, {
      columns: [column('D', 'disbursed'), column('E', 'disbursed-increase')],
    });
    expect(complaints(reading)).toEqual(['RET-OVER-PLAN D6']);
    expect([reading.total.disbursed, reading.asOf]).toEqual(['51900000000', '2023-06-21']);
  });
});

describe('a report that names only its week', () => {
  const week = (text: string, options: ReadingOptions = {}): Reading =>
    readSheets(
      [
        {
          rows: [
            ['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
            [text],
            ['ĐVT: triệu đồng'],
            ['STT', 'Tên dự án', 'Kế hoạch vốn', 'Giải ngân'],
            [1, 'Đường Bắc - Nam', 40_000, 16_500],
          ],
        },
      ],
      options,
    );

  it('offers the days on which that week may end', () => {
    const [question] = week('Báo cáo tuần 25').findings;
    expect(question).toMatchObject({ code: 'RET-DATE-UNKNOWN', cell: 'A2' });
    expect(question?.choices?.map(({ value }) => value)).toEqual([
      '2023-06-22',
      '2023-06-23',
      '2023-06-24',
      '2023-06-25',
    ]);
  });

  it('means the day on which the office ends its weeks', () => {
    const reading = week('Báo cáo tuần 25', { weekEnds: 5 });
    expect([reading.asOf, complaints(reading)]).toEqual(['2023-06-23', []]);
  });

  it('of a month is no week of the year', () => {
    const reading = week('Báo cáo tuần 2 tháng 6', { weekEnds: 5, vagueDates: 'last-day' });
    expect([reading.asOf, complaints(reading)]).toEqual([null, ['RET-DATE-UNKNOWN A2']]);
  });
});

describe('what is expected by the end of the plan year', () => {
  it('is the estimate, although its day is of the next year and not the return’s', () => {
    const reading = withSpent('Lũy kế giải ngân', 'Ước giải ngân đến 31/01/2024');
    expect(complaints(reading)).toEqual([]);
    expect(reading.projects.map(({ lines }) => lines[0]?.estimate)).toEqual(['17800000000', '9000000000']);
  });
});

describe('groups of columns with days of their own', () => {
  /** A national form: what was done and what is expected, each under a caption with its day, and nothing said above the table. */
  const form = (done: string, expected: string, amounts: readonly (readonly [number, number, number])[]) =>
    readSheets([
      {
        name: 'Biểu 02',
        rows: [
          ['TÌNH HÌNH THỰC HIỆN VÀ GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023'],
          ['Đơn vị tính: triệu đồng'],
          ['STT', 'Danh mục dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023', done, null, expected, null],
          [null, null, null, null, 'Số tiền', 'Tỷ lệ (%)', 'Số tiền', 'Tỷ lệ (%)'],
          ...amounts.map(([plan, spent, estimate], i) => [
            ...[i + 1, `Tuyến số ${i + 1}`, `79000${10 + i}`, plan, spent, percent(spent, plan), estimate],
            percent(estimate, plan),
          ]),
        ],
        merges: ['A3:A4', 'B3:B4', 'C3:C4', 'D3:D4', 'E3:F3', 'G3:H3'],
      },
    ]);
  const percent = (part: number, of: number): number => Math.round((part / of) * 10_000) / 100;
  const PROJECT = fc
    .tuple(
      fc.integer({ min: 800, max: 90_000 }),
      fc.integer({ min: 10, max: 60 }),
      fc.integer({ min: 62, max: 98 }),
    )
    .map(
      ([plan, now, later]) =>
        [plan, Math.round((plan * now) / 100), Math.round((plan * later) / 100)] as const,
    );

  it.each([
    ['Giải ngân từ đầu năm đến ngày 31/5/2023', 'Ước giải ngân đến ngày 30/6/2023'],
    ['Giải ngân thực tế đến hết 31/5/2023', 'Ước giải ngân đến hết 31/01/2024'],
    ['Lũy kế giải ngân đến 31/5/2023', 'Dự kiến giải ngân đến 31/12/2023'],
  ])('are of the day of what was done, and what is expected is the estimate: %s, %s', (done, expected) => {
    fc.assert(
      fc.property(fc.array(PROJECT, { minLength: 2, maxLength: 7 }), (amounts) => {
        const reading = form(done, expected, amounts);
        expect(complaints(reading)).toEqual([]);
        expect(reading.asOf).toBe('2023-05-31');
        expect(meanings(reading)).toMatchObject({ D: 'planned', E: 'disbursed', G: 'estimate' });
        expect(reading.total.disbursed).toBe(`${amounts.reduce((sum, [, spent]) => sum + spent, 0)}000000`);
      }),
      { numRuns: 20 },
    );
  });
});

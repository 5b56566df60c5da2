import fc from 'fast-check';
import type { Reading } from '../model/reading';
import {
  answerQuestion,
  complaints,
  type HandSheet,
  readSheets,
  type Rows,
  said,
} from '../testing/read-sheet';

const CAPTIONS = [
  'STT',
  'Tên dự án',
  'Mã dự án',
  'Kế hoạch vốn năm 2023',
  'Lũy kế giải ngân đến ngày báo cáo',
];

const sheet = (name: string, title: Rows, spent: number, more: readonly string[] = []): HandSheet => ({
  name,
  rows: [
    ...title,
    ['ĐVT: triệu đồng'],
    [...CAPTIONS, ...more],
    [1, 'Đường tránh đèo', '7930045', 24_350, spent],
    [2, 'Nhà thi đấu', '7930561', 9_800, spent / 2],
  ],
});
const YEAR = [['BÁO CÁO GIẢI NGÂN VỐN ĐẦU TƯ CÔNG NĂM 2023']];
const dated = (day: string): Rows => [...YEAR, [`(Tính đến ngày ${day})`]];
const months = (text: string): Rows => [[`BÁO CÁO GIẢI NGÂN ${text} NĂM 2023`]];

const choices = ({ findings }: Reading): unknown =>
  findings.find(({ asks }) => asks === 'as-of')?.choices?.map(({ value }) => value);

describe('sheets of several weeks or months with the same projects', () => {
  it.each<[string, readonly HandSheet[], readonly string[]]>([
    [
      'whose titles state their dates',
      [
        sheet('31-07-2023', dated('31/07/2023'), 100),
        sheet('25-09-2023', dated('25/09/2023'), 300),
        sheet('18-09', dated('18/09/2023'), 200),
      ],
      ['2023-09-25', '2023-09-18', '2023-07-31'],
    ],
    [
      'that only their names tell apart',
      [sheet('18-09', YEAR, 200), sheet('25-09-2023', YEAR, 300)],
      ['2023-09-25', '2023-09-18'],
    ],
    [
      'with captions that changed since',
      [
        sheet('BC 18.09', YEAR, 200),
        sheet('BAO CAO 25-09-2023', YEAR, 300, ['Số giải ngân trong tuần', 'Ghi chú']),
      ],
      ['2023-09-25', '2023-09-18'],
    ],
    [
      'under one title that names their months',
      [sheet('T8', months('THÁNG 8, 9'), 200), sheet('T9', months('THÁNG 8, 9'), 300)],
      ['2023-09-30', '2023-08-31'],
    ],
    [
      'each of its month',
      [sheet('a', months('THÁNG 8'), 200), sheet('b', months('THÁNG 9'), 300)],
      ['2023-09-30', '2023-08-31'],
    ],
  ])('are read by the latest, and the date is the one question: %s', (_what, sheets, dates) => {
    const reading = readSheets(sheets);
    expect(complaints(reading).map((one) => one.split(' ')[0])).toEqual(['RET-DATES-DIFFER']);
    expect([reading.asOf, reading.total.disbursed]).toEqual([dates[0], '450000000']);
    expect(choices(reading)).toEqual(dates);
    const at = reading.findings.findIndex(({ asks }) => asks === 'as-of');
    for (const [i, date] of dates.entries()) {
      const settled = readSheets(sheets, answerQuestion(reading, at, date));
      expect(complaints(settled)).toEqual([]);
      expect([settled.asOf, settled.total.disbursed]).toEqual([date, `${450 - i * 150}000000`]);
    }
  });

  it('never count twice, in whatever order they stand and however many they are', () => {
    const days = fc.uniqueArray(fc.integer({ min: 2, max: 12 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(days, fc.boolean(), (list, named) => {
        const sheets = list.map((month) => {
          const day = `15/${String(month).padStart(2, '0')}`;
          return named
            ? sheet(day.replace('/', '-'), YEAR, month * 2)
            : sheet(`Trang ${month}`, dated(`${day}/2023`), month * 2);
        });
        const latest = Math.max(...list);
        const reading = readSheets(sheets);
        expect(complaints(reading)).toHaveLength(1);
        expect(reading.total).toMatchObject({ planned: '34150000000', disbursed: `${latest * 3}000000` });
        expect(choices(reading)).toHaveLength(list.length);
      }),
      { numRuns: 25 },
    );
  });

  it('of two plan years are no weeks of one', () => {
    const before: Rows = [['BÁO CÁO GIẢI NGÂN NĂM 2022'], ['(Tính đến ngày 31/12/2022)']];
    const reading = readSheets([sheet('2022', before, 200), sheet('2023', dated('25/09/2023'), 300)]);
    expect(said(reading)).not.toContain('warning RET-SHEET-IGNORED');
    expect(complaints(reading)).not.toEqual([]);
  });

  it('with other projects count together', () => {
    const other = sheet('Xã', dated('25/09/2023'), 100);
    const rows = other.rows.map((row) =>
      row.map((cell) => (typeof cell === 'string' ? cell.replace('79', '81').replace('đèo', 'hồ') : cell)),
    );
    const renamed = rows.map((row) => row.map((cell) => (cell === 'Nhà thi đấu' ? 'Chợ xã' : cell)));
    const reading = readSheets([{ name: 'Xã', rows: renamed }, sheet('Ban', dated('25/09/2023'), 300)]);
    expect([complaints(reading), reading.projects.length]).toEqual([[], 4]);
  });
});

describe('a date that only the name of the sheet gives', () => {
  it('is offered, not taken', () => {
    const reading = readSheets([sheet('25-09-2023', YEAR, 300)]);
    expect([complaints(reading), choices(reading)]).toEqual([['RET-DATE-UNKNOWN'], ['2023-09-25']]);
  });

  it('is none where the name numbers an annex', () => {
    const reading = readSheets([sheet('PL 1-2', YEAR, 300)]);
    expect([complaints(reading), choices(reading)]).toEqual([['RET-DATE-UNKNOWN'], undefined]);
  });
});

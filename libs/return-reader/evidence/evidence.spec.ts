import { readTable } from '../testing/read-sheet';
import type { Evidence, Reading } from '../model/reading';

const HEAD = [
  'STT',
  'Tên dự án',
  'Mã dự án',
  'Kế hoạch vốn năm 2023',
  'NS tỉnh',
  'NS huyện',
  'Giải ngân đến 21/6/2023',
  'Tỷ lệ %',
  'Còn lại',
  'Kế hoạch trung hạn 2021-2025',
];
const ROWS = [
  HEAD,
  ['(1)', '(2)', '(3)', '(4)=(5)+(6)', '(5)', '(6)', '(7)', '(8)=(7)/(4)', '(9)=(4)-(7)', '(10)'],
  [null, 'Tổng cộng', null, 300, 100, 200, 150, 50, 150, 900],
  [1, 'Đường A', '7900001', 100, 40, 60, 60, 60, 40, 300],
  [2, 'Đường B', '7900002', 200, 60, 140, 90, 45, 110, 600],
];

const entry = (
  { evidence = [] }: Reading,
  decision: Evidence['decision'],
  chosen: string,
): Evidence | undefined => evidence.find((one) => one.decision === decision && one.chosen === chosen);
const column = ({ evidence = [] }: Reading, letters: string): Evidence | undefined =>
  evidence.find((one) => one.decision === 'column' && one.columns?.[0] === letters);

describe('what a reading rests on', () => {
  const known = {
    planned: { '7900001': '100000000', '7900002': '200000000' },
    disbursed: { '7900001': '55000000', '7900002': '90000000' },
  };
  const reading = readTable(ROWS, [], { known });

  it('is said of the whole file: what agrees, of how many', () => {
    expect(reading.findings).toEqual([]);
    expect(entry(reading, 'return', 'disbursement')?.witnesses).toEqual([
      { witness: 'column-formulas', outcome: 'agrees', agreeing: 3, of: 3 },
      { witness: 'stated-totals', outcome: 'agrees', agreeing: 1, of: 1 },
      { witness: 'stated-rates', outcome: 'agrees', agreeing: 3, of: 3 },
      { witness: 'remainders', outcome: 'agrees', agreeing: 3, of: 3 },
      { witness: 'plan', outcome: 'agrees', agreeing: 2, of: 2, read: '300000000', expected: '300000000' },
      {
        witness: 'last-return',
        outcome: 'agrees',
        agreeing: 2,
        of: 2,
        read: '150000000',
        expected: '145000000',
      },
    ]);
  });

  it('is the cell that states the unit, the day and the year, in its words', () => {
    expect(entry(reading, 'unit', 'million-dong')).toMatchObject({
      table: 0,
      by: 'stated',
      cells: [{ sheet: 'GN', cell: 'A3' }],
      text: 'ĐVT: triệu đồng',
    });
    expect(entry(reading, 'as-of', '2023-06-21')?.cells.map(({ cell }) => cell)).toEqual(['A2', 'G4']);
    expect(entry(reading, 'plan-year', '2023')?.cells.map(({ cell }) => cell)).toEqual(['A1', 'D4']);
  });

  it('is the table, with its range and its rows by what they are', () => {
    expect(entry(reading, 'table', 'disbursement')).toMatchObject({ range: 'A4:J8' });
    expect(entry(reading, 'rows', 'total')).toMatchObject({ count: 1, rows: [6] });
    expect(entry(reading, 'rows', 'project')).toMatchObject({ count: 2, rows: [7, 8] });
  });

  it('is what confirms each column, and why one isn’t read', () => {
    expect(column(reading, 'D')).toMatchObject({
      chosen: 'planned',
      witnesses: [
        { witness: 'column-formulas', text: 'D = E + F', agreeing: 3 },
        { witness: 'stated-totals', agreeing: 1 },
        { witness: 'stated-rates', text: 'H = G / D', agreeing: 3 },
        { witness: 'remainders', text: 'I = D − G', agreeing: 3 },
        { witness: 'plan', agreeing: 2, of: 2 },
      ],
    });
    expect(column(reading, 'I')).toMatchObject({ chosen: 'ignored', because: 'remainder' });
    expect(column(reading, 'J')).toMatchObject({ chosen: 'ignored', because: 'mid-term' });
  });

  it('names the cells that differ, a few of them', () => {
    const wrong = ROWS.map((row, i) => (i === 4 ? row.map((cell, c) => (c === 7 ? 46 : cell)) : row));
    expect(entry(readTable(wrong), 'return', 'disbursement')?.witnesses).toContainEqual({
      witness: 'stated-rates',
      outcome: 'differs',
      agreeing: 2,
      of: 3,
      cells: [{ sheet: 'GN', cell: 'H8' }],
    });
  });

  it('says of what is asked that it is open', () => {
    const two = [
      ['STT', 'Tên dự án', 'Kế hoạch vốn tỉnh giao', 'Kế hoạch vốn huyện giao', 'Giải ngân'],
      [1, 'Đường A', 100, 120, 60],
    ];
    expect(column(readTable(two), 'C')).toMatchObject({ chosen: null, by: 'asked' });
  });

  it('is bounded by columns and questions, not by rows', () => {
    const many = Array.from({ length: 400 }, (_, i) => [
      i + 1,
      `Đường ${i}`,
      String(7_000_000 + i),
      3,
      1,
      2,
      1,
      99,
      9,
    ]);
    const { evidence } = readTable([HEAD, ...many]);
    expect(JSON.stringify(evidence).length).toBeLessThan(10_000);
  });
});

import { complaints, readSheets, type Rows, TITLE } from '../testing/read-sheet';
import type { ReadingOptions } from '../model/options';
import type { Evidence, Reading } from '../model/reading';

const settledIn = ({ evidence = [] }: Reading): Evidence[] =>
  evidence.filter(({ decision }) => decision === 'question');

const known = (planned: Readonly<Record<string, string>>, disbursed = {}): ReadingOptions => ({
  known: { planned, disbursed },
});

describe('a unit that a table doesn’t state', () => {
  const rows: Rows = [
    ...TITLE.slice(0, 2),
    ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân'],
    [1, 'Đường A', '7900001', 23909.131, 11000],
    [2, 'Đường B', '7900002', 11749.77, 8952.651],
  ];
  const ledger = { '7900001': '23909131000', '7900002': '11749770000' };

  it('is taken from the plan ledger, where every project agrees in one unit and differs in all others', () => {
    const reading = readSheets([{ name: 'GN', rows }], known(ledger));
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '35658901000', disbursed: '19952651000' });
    expect(settledIn(reading)).toMatchObject([
      {
        chosen: 'million-dong',
        by: 'witnesses',
        question: { code: 'RET-UNIT-UNKNOWN', asks: 'unit', effect: { total: { planned: '35658901000' } } },
        witnesses: [
          {
            witness: 'plan',
            outcome: 'agrees',
            agreeing: 2,
            of: 2,
            read: '35658901000',
            expected: '35658901000',
          },
        ],
        rejected: [
          { value: 'dong', effect: { total: { planned: '35659' } }, contradictedBy: ['plan', 'magnitude'] },
          { value: 'thousand-dong', effect: { total: { planned: '35658901' } } },
          { value: 'billion-dong', effect: { total: { planned: '35658901000000' } } },
        ],
      },
    ]);
    expect(reading.evidence).toContainEqual(
      expect.objectContaining({ decision: 'unit', chosen: 'million-dong', by: 'witnesses' }),
    );
  });

  it('is asked about without the ledger, and where one project of it differs', () => {
    expect(complaints(readSheets([{ name: 'GN', rows }]))).toEqual(['RET-UNIT-UNKNOWN D3']);
    const other = known({ ...ledger, '7900002': '11000000000' });
    expect(complaints(readSheets([{ name: 'GN', rows }], other))).toEqual(['RET-UNIT-UNKNOWN D3']);
  });

  it('is asked about where the ledger knows but a few of the projects', () => {
    const few = known({ '7900001': '23909131000' });
    expect(complaints(readSheets([{ name: 'GN', rows }], few))).toEqual(['RET-UNIT-UNKNOWN D3']);
  });

  it('is taken from the last return, which no project falls behind and few outgrow', () => {
    const last = known({}, { '7900001': '10500000000', '7900002': '8000000000' });
    expect(settledIn(readSheets([{ name: 'GN', rows }], last))).toMatchObject([
      { chosen: 'million-dong', witnesses: [{ witness: 'last-return', agreeing: 2, of: 2 }] },
    ]);
  });

  it('that a person has given is never replaced', () => {
    const answered = { ...known(ledger), units: [{ sheet: 'GN', unit: 'thousand-dong' as const }] };
    const reading = readSheets([{ name: 'GN', rows }], answered);
    expect(complaints(reading)).toEqual(['RET-UNIT-SUSPECT D3']);
    expect(settledIn(reading)).toEqual([]);
  });

  it('that the table states and the ledger contradicts is never overruled in silence', () => {
    const stated = [...rows.slice(0, 2), ['ĐVT: nghìn đồng'], ...rows.slice(2)];
    const reading = readSheets([{ name: 'GN', rows: stated }], known(ledger));
    expect(complaints(reading)).toEqual(['RET-UNIT-SUSPECT A3']);
    expect(settledIn(reading)).toEqual([]);
  });
});

describe('columns whose captions say too little', () => {
  const table = (rates: readonly (number | null)[], left: readonly (number | null)[]): Rows => [
    ...TITLE,
    ['STT', 'Tên dự án', 'Mã dự án', 'Số được cấp', 'Số năm trước', 'Giải ngân', 'Tỷ lệ %', 'Còn lại'],
    [1, 'Đường A', '7900001', 100, 120, 60, rates[0] ?? null, left[0] ?? null],
    [2, 'Đường B', '7900002', 200, 220, 110, rates[1] ?? null, left[1] ?? null],
    [3, 'Đường C', '7900003', 300, 350, 30, rates[2] ?? null, left[2] ?? null],
  ];
  const none = [null, null, null] as const;

  it('are settled by the rates that only one of them gives', () => {
    const reading = readSheets([{ name: 'GN', rows: table([60, 55, 10], none) }]);
    expect(complaints(reading)).toEqual([]);
    expect(reading.total.planned).toBe('600000000');
    expect(settledIn(reading)).toMatchObject([
      { columns: ['D'], chosen: 'D=planned', witnesses: [{ witness: 'stated-rates', agreeing: 3, of: 3 }] },
    ]);
  });

  it('are asked about where no rate and no remainder says which', () => {
    expect(complaints(readSheets([{ name: 'GN', rows: table(none, none) }]))).toEqual([
      'RET-COLUMN-UNKNOWN D4',
    ]);
  });

  it('are asked about where a rate contradicts what a remainder says', () => {
    const reading = readSheets([{ name: 'GN', rows: table([60, 55, 10], [60, 110, 320]) }]);
    expect(complaints(reading)).toEqual(['RET-COLUMN-UNKNOWN D4']);
  });

  it('are settled together with the unit, where each hides the other', () => {
    const rows = [
      ...TITLE.slice(0, 2),
      ...table(none, none)
        .slice(3)
        .map((row) => row.slice(0, 6)),
    ];
    const ledger = { '7900001': '100000000', '7900002': '200000000', '7900003': '300000000' };
    const reading = readSheets([{ name: 'GN', rows }], known(ledger));
    expect(complaints(reading)).toEqual([]);
    expect(reading.total).toMatchObject({ planned: '600000000', disbursed: '200000000' });
    expect(settledIn(reading).map(({ chosen }) => chosen)).toEqual(['million-dong', 'D=planned']);
    expect(complaints(readSheets([{ name: 'GN', rows }]))).toEqual([
      'RET-UNIT-UNKNOWN F3',
      'RET-COLUMN-UNKNOWN D3',
    ]);
  });
});

import fc from 'fast-check';
import type { Reading } from '../model/reading';
import type { ReadingOptions } from '../model/options';
import { complaints, readTable } from '../testing/read-sheet';

const read = (rows: readonly (readonly number[])[], options: ReadingOptions = {}): Reading =>
  readTable(
    [
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân'],
      ...rows.map((row, i) => [i + 1, `Đường số ${i + 1}`, String(7_900_001 + i), ...row]),
    ],
    [],
    options,
  );

const OVER = [
  [9000, 30_000],
  [8000, 200_000],
  [7000, 100_000],
];
const LITTLE = [
  [9000, 3.5],
  [8000, 2.1],
  [7000, 1.2],
];

describe('a column in another unit, of which no rate, ledger or last return tells', () => {
  it.each([
    ['most projects have disbursed more than their plan', OVER, 'E=thousand-dong'],
    ['no project has disbursed a five-hundredth of its plan', LITTLE, 'E=billion-dong'],
  ])('is one question where %s', (_what, rows, choice) => {
    const reading = read(rows);
    expect(complaints(reading)).toEqual(['RET-UNIT-SUSPECT E4']);
    const values = reading.findings.flatMap(({ choices = [] }) => choices.map(({ value }) => value));
    expect(values).toEqual(expect.arrayContaining([choice, 'E=million-dong']));
  });

  it('is no question once a person says that its unit is right; what is over the plan still needs its reasons', () => {
    const units = [{ sheet: 'GN', column: 'E', unit: 'million-dong' as const }];
    expect(complaints(read(LITTLE, { units }))).toEqual([]);
    expect(complaints(read(OVER, { units }))).toEqual([
      'RET-OVER-PLAN E5',
      'RET-OVER-PLAN E6',
      'RET-OVER-PLAN E7',
    ]);
  });

  it('is never asked about where projects are within their plans and some have begun', () => {
    const row = fc
      .integer({ min: 100, max: 9000 })
      .chain((plan) =>
        fc.integer({ min: 0, max: 100 }).map((share) => [plan, Math.floor((plan * share) / 100)]),
      );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        expect(complaints(read(rows)).filter((said) => said.startsWith('RET-UNIT'))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a hundredfold growth against the last return', () => {
  const known = { disbursed: { '7900001': '10000000', '7900002': '20000000' } };
  const grown = (rows: readonly number[], confirmed: boolean): Reading =>
    readTable(
      [
        ['STT', 'Tên dự án', 'Mã dự án', 'Lũy kế giải ngân'],
        ...rows.map((spent, i) => [i + 1, `Đường số ${i + 1}`, String(7_900_001 + i), spent]),
      ],
      [],
      { known, units: [{ sheet: 'GN', unit: 'million-dong', ...(confirmed ? { confirmed } : {}) }] },
    );
  const asked = (reading: Reading): string[] =>
    complaints(reading).filter((said) => said.startsWith('RET-UNIT'));

  it('without a plan is asked about, and true once the unit has been confirmed', () => {
    expect(asked(grown([2300, 4100], false))).toHaveLength(1);
    expect(asked(grown([2300, 4100], true))).toEqual([]);
  });

  it('is not true by being confirmed where every amount is the last one with other zeros', () => {
    expect(asked(grown([10_000, 20_000], true))).toHaveLength(1);
  });
});

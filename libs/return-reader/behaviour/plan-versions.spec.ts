import type { Reading } from '../model/reading';
import { complaints, readTable, type Rows } from '../testing/read-sheet';

/** Plan, second amount and disbursement of each project, million đồng. */
const PROJECTS = [
  [10_000, 12_640, 8_015],
  [4_500, 4_300, 4_120],
  [2_050, 2_050, 615],
] as const;
type Amounts = (typeof PROJECTS)[number];

const FIRST = 16_550_000_000n;
const SECOND = 18_990_000_000n;

function rows(captions: readonly string[], cells: (amounts: Amounts) => Rows[number]): Rows {
  return [
    ['STT', 'Tên dự án', ...captions],
    ...PROJECTS.map((amounts, i) => [i + 1, `Công trình số ${i + 1}`, ...cells(amounts)]),
  ];
}

const planned = ({ total }: Reading): bigint | null =>
  total.planned === null ? null : BigInt(total.planned);
const rate = (part: number, whole: number): number => Math.round((part / whole) * 10_000) / 100;

describe('a plan beside its adjustment', () => {
  it.each([
    'Kế hoạch năm 2023 sau điều chỉnh',
    'KH vốn năm 2023 (đã điều chỉnh)',
    'Kế hoạch sau bổ sung',
    'KH sau khi giao bổ sung',
  ])('is the one after it: “%s”', (caption) => {
    const reading = readTable(rows(['Kế hoạch năm 2023', caption, 'Giải ngân'], (amounts) => amounts));
    expect(complaints(reading)).toEqual([]);
    expect(planned(reading)).toBe(SECOND);
  });

  it.each<[string, string, (amounts: Amounts) => number, bigint]>([
    ['rates divide by the second', 'Tỷ lệ (%)', ([, second, spent]) => rate(spent, second), SECOND],
    ['rates divide by the first', 'Tỷ lệ (%)', ([first, , spent]) => rate(spent, first), FIRST],
    ['remainders count from the second', 'Còn lại', ([, second, spent]) => second - spent, SECOND],
    ['remainders count from the first', 'Còn lại', ([first, , spent]) => first - spent, FIRST],
  ])('is the one from which the table counts: %s', (_what, caption, counted, expected) => {
    for (const adjusted of ['Kế hoạch năm 2023 điều chỉnh', 'KH 2023 (ĐC)', 'Kế hoạch theo QĐ 45/QĐ-UBND']) {
      const reading = readTable(
        rows(['Kế hoạch năm 2023', adjusted, 'Giải ngân', caption], (amounts) => [
          ...amounts,
          counted(amounts),
        ]),
      );
      expect([adjusted, complaints(reading), planned(reading)]).toEqual([adjusted, [], expected]);
    }
  });

  it('is the one that the column numbers name', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch năm 2023', 'Kế hoạch năm 2023 điều chỉnh', 'Giải ngân', 'Tỷ lệ'],
      ['1', '2', '3', '4', '5', '6=5/4'],
      ...rows([], (amounts) => amounts).slice(1),
    ]);
    expect(complaints(reading)).toEqual([]);
    expect(planned(reading)).toBe(SECOND);
  });

  it('is asked about where nothing tells, and read as answered', () => {
    const table = rows(['Kế hoạch năm 2023', 'Điều chỉnh', 'Giải ngân'], (amounts) => amounts);
    const [question] = readTable(table).findings;
    expect(question).toMatchObject({ code: 'RET-COLUMN-AMBIGUOUS', severity: 'question', cell: 'C4' });
    const choices = (question?.choices ?? []).map(({ value }) => value);
    expect(choices).toEqual(['C=planned,D=ignored', 'D=planned,C=ignored', 'C=planned,D=planned-increase']);
    const totals = choices.map((choice) =>
      planned(
        readTable(table, [], {
          columns: choice.split(',').map((part) => {
            const [column = '', meaning = ''] = part.split('=');
            return { sheet: 'GN', column, meaning };
          }),
        }),
      ),
    );
    expect(totals).toEqual([FIRST, SECOND, FIRST + SECOND]);
  });

  it('holds a supplement only where the table counts it', () => {
    const supplement = (counted: (amounts: Amounts) => number): Reading =>
      readTable(
        rows(['Kế hoạch năm 2023', 'Kế hoạch bổ sung', 'Giải ngân', 'Còn lại'], (amounts) => [
          amounts[0],
          500,
          amounts[2],
          counted(amounts),
        ]),
      );
    expect(planned(supplement(([first, , spent]) => first + 500 - spent))).toBe(FIRST + 1_500_000_000n);
    expect(planned(supplement(([first, , spent]) => first - spent))).toBe(FIRST);
    expect(complaints(supplement(() => 1))).toEqual(['RET-COLUMN-AMBIGUOUS C4']);
  });

  it('that was given in turns may be their sum', () => {
    const table = rows(['KH giao đợt 1', 'KH giao đợt 2', 'Giải ngân'], (amounts) => amounts);
    const choices = readTable(table).findings[0]?.choices?.map(({ value }) => value);
    expect(choices).toEqual(['C=planned,D=ignored', 'D=planned,C=ignored', 'C=planned,D=planned-increase']);
  });

  it.each([
    ['a rate', 'Tỷ lệ (%)', ([first, second, spent]: Amounts) => rate(spent, first + second)],
    ['a remainder', 'Còn lại', ([first, second, spent]: Amounts) => first + second - spent],
  ] as const)('that was given in turns is their sum where %s counts it', (_what, caption, counted) => {
    const table = rows(['KH giao đợt 1', 'KH giao đợt 2', 'Giải ngân', caption], (amounts) => [
      ...amounts,
      counted(amounts),
    ]);
    const reading = readTable(table);
    expect([complaints(reading), planned(reading)]).toEqual([[], FIRST + SECOND]);
  });

  it('and is the same in two columns needs no question', () => {
    const table = rows(['TTg giao vốn năm 2023', 'ĐP giao vốn năm 2023', 'Giải ngân'], ([first, , spent]) => [
      first,
      first,
      spent,
    ]);
    const reading = readTable(table);
    expect([complaints(reading), planned(reading)]).toEqual([[], FIRST]);
  });

  it('stands beside times that are no amounts', () => {
    const reading = readTable(
      rows(['Kế hoạch năm 2023', 'Giải ngân', 'Thời gian phân bổ kế hoạch'], ([first, , spent]) => [
        first,
        spent,
        '2022-2024',
      ]),
    );
    expect(complaints(reading)).toEqual([]);
    expect(planned(reading)).toBe(FIRST);
  });

  it('that is new by the adjustment has nothing to be added to', () => {
    const reading = readTable([
      ['STT', 'Tên dự án', 'Kế hoạch đầu năm', 'Tăng', 'Giảm', 'Giải ngân'],
      [1, 'Công trình mới', null, 500, null, 100],
      [2, 'Công trình cũ', 2_000, null, 300, 900],
    ]);
    expect(reading.projects.map((project) => project.planned)).toEqual(['500000000', '1700000000']);
  });
});

describe('figures that no caption explains', () => {
  it('may be the plan: a person is asked', () => {
    const reading = readTable(rows(['NSTW', 'NSĐP', 'Giải ngân'], (amounts) => amounts));
    expect(complaints(reading)).toEqual(['RET-COLUMN-UNKNOWN C4']);
  });
});

import fc from 'fast-check';
import type { AmountUnit } from '@thongvon/kernel';
import { readWorkbook } from '../read-workbook';
import { type Finding, type Reading } from '../model/reading';
import { exclusiveMeanings, readTable, withAnswer } from '../testing/read-sheet';
import { layouts, type Layout } from '../testing/layout';
import { portfolios } from '../testing/portfolio';
import { writeReturn } from '../testing/write-return';

const UNITS: readonly AmountUnit[] = ['dong', 'thousand-dong', 'million-dong', 'billion-dong'];

describe('what a choice says that it would make of the return', () => {
  const rows = [
    ['STT', 'Tên dự án', 'Mã dự án', 'Vốn tỉnh giao', 'Vốn huyện giao', 'Giải ngân', 'Tỷ lệ %'],
    [1, 'Đường A', '7900001', 100, 120, 60, 60],
    [2, 'Đường B', '7900002', 200, 220, 110, 55],
    [null, 'Cộng', null, 300, 345, 170, null],
  ];

  it('is its total, and whether that agrees with the ledger, the last return, and the totals and rates of the file', () => {
    const known = {
      planned: { '7900001': '100000000', '7900002': '200000000' },
      disbursed: { '7900001': '55000000' },
    };
    const captions = rows.map((row, i) =>
      i === 0 ? row.map((c) => String(c).replace('Vốn', 'Kế hoạch vốn')) : row,
    );
    const { findings } = readTable(
      captions.map((row) => row.slice(0, 6)),
      [],
      { known },
    );
    const choices = findings.find(({ asks }) => asks === 'column')?.choices ?? [];
    expect(choices.map(({ value, effect }) => [value, effect?.total.planned])).toEqual([
      ['D=planned,E=ignored', '300000000'],
      ['E=planned,D=ignored', '340000000'],
      ['D=planned,E=planned-increase', '640000000'],
    ]);
    expect(choices[0]?.effect?.agrees).toEqual([
      { with: 'plan', outcome: 'agrees', read: '300000000', expected: '300000000' },
      { with: 'last-return', outcome: 'agrees', read: '60000000', expected: '55000000' },
      { with: 'stated-totals', outcome: 'agrees' },
      { with: 'stated-rates', outcome: 'unknown' },
    ]);
    expect(choices[1]?.effect?.agrees.slice(0, 3)).toEqual([
      { with: 'plan', outcome: 'differs', read: '340000000', expected: '300000000', differing: 2 },
      { with: 'last-return', outcome: 'agrees', read: '60000000', expected: '55000000' },
      { with: 'stated-totals', outcome: 'differs', differing: 1 },
    ]);
  });

  const many = (count: number): (string | number)[][] =>
    Array.from({ length: count }, (_, i) => [i + 1, `Đường ${i + 1}`, String(7_000_000 + i), 100, 120, 60]);
  const head = [
    'STT',
    'Tên dự án',
    'Mã dự án',
    'Kế hoạch vốn tỉnh giao',
    'Kế hoạch vốn huyện giao',
    'Giải ngân',
  ];

  it('is found for a return of tens of thousands of cells too', () => {
    const { findings } = readTable([head, ...many(4_500)]);
    const question = findings.find(({ asks }) => asks === 'column');
    expect(question?.choices?.map(({ effect }) => effect?.total.planned)).toEqual([
      '450000000000',
      '540000000000',
      '990000000000',
    ]);
    expect(question).not.toHaveProperty('withoutEffects');
  });

  it('is left out only where reading it so often would take too long, and then the question says so', () => {
    const { findings } = readTable([head, ...many(34_000)]);
    const question = findings.find(({ asks }) => asks === 'column');
    expect(question?.choices?.filter(({ effect }) => effect !== undefined)).toEqual([]);
    expect(question?.withoutEffects).toBe('size');
  });

  it('agrees with the last return only where the amounts of that very choice do', () => {
    const two = [
      ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn', 'Giải ngân theo CĐT', 'Giải ngân theo Kho bạc'],
      [1, 'Đường A', '7900001', 200, 60, 58],
      [2, 'Đường B', '7900002', 400, 110, 112],
    ];
    const known = { disbursed: { '7900001': '60000000', '7900002': '110000000' } };
    const { findings } = readTable(two, [], { known });
    const choices = findings.find(({ asks }) => asks === 'column')?.choices ?? [];
    expect(choices.map(({ value, effect }) => [value, effect?.agrees[1]])).toEqual([
      [
        'E=disbursed,F=ignored',
        { with: 'last-return', outcome: 'agrees', read: '170000000', expected: '170000000' },
      ],
      // The same sum, but one project has fallen.
      [
        'F=disbursed,E=ignored',
        { with: 'last-return', outcome: 'differs', read: '170000000', expected: '170000000', differing: 1 },
      ],
      [
        'E=disbursed,F=disbursed-increase',
        { with: 'last-return', outcome: 'differs', read: '340000000', expected: '170000000', differing: 2 },
      ],
    ]);
  });

  it.each([
    ['a name', 'Đường A', null, ['differs', 'agrees']],
    ['a name of two owners', 'Đường B', 'Xã Bình Nam', ['unknown', 'unknown']],
  ])('is held against %s where the table has no codes', (_, name, owner, outcomes) => {
    const plans = [
      ['STT', 'Tên dự án', 'Chủ đầu tư', 'Kế hoạch vốn tỉnh giao', 'Kế hoạch vốn huyện giao', 'Giải ngân'],
      [1, 'Đường A', 'Ban QLDA', 100, 120, 60],
      [2, name === 'Đường A' ? 'Đường C' : 'Đường A', owner ?? 'Ban QLDA', 50, 60, 10],
    ];
    const known = { planned: { '~duong a': '120000000' } };
    const { findings } = readTable(plans, [], { kind: 'plan', known });
    const choices = findings.find(({ asks }) => asks === 'column')?.choices ?? [];
    expect(choices.slice(0, 2).map(({ effect }) => effect?.agrees[0]?.outcome)).toEqual(outcomes);
  });

  it('holds for any two columns: one agrees just where none of its projects is below the last return or most far above', () => {
    const amount = fc.integer({ min: 0, max: 400 });
    const row = fc.record({ before: amount, first: amount, second: amount });
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 6 }), fc.boolean(), (projects, coded) => {
        const code = (i: number): string => String(7_900_001 + i);
        const key = (i: number): string => (coded ? code(i) : `~duong ${i}`);
        const { findings } = readTable(
          [
            [
              ...['STT', 'Tên dự án', coded ? 'Mã dự án' : 'Ghi chú'],
              ...['Kế hoạch vốn', 'Giải ngân theo CĐT', 'Giải ngân theo Kho bạc'],
            ],
            ...projects.map(({ first, second }, i) => [
              ...[i + 1, `Đường ${i}`, coded ? code(i) : null],
              ...[900, first, second],
            ]),
          ],
          [],
          {
            known: {
              disbursed: Object.fromEntries(
                projects.map(({ before }, i) => [key(i), `${before * 1_000_000}`]),
              ),
            },
          },
        );
        const amounts: Readonly<Record<string, (one: (typeof projects)[number]) => number>> = {
          'E=disbursed,F=ignored': ({ first }) => first,
          'F=disbursed,E=ignored': ({ second }) => second,
          'E=disbursed,F=disbursed-increase': ({ first, second }) => first + second,
        };
        for (const { value, effect } of findings.find(({ asks }) => asks === 'column')?.choices ?? []) {
          const of = amounts[value];
          if (!of || !effect) throw new Error(value);
          const fell = projects.some((one) => of(one) < one.before);
          const moved = projects.filter(({ before }) => before > 0);
          const far = moved.filter((one) => of(one) * 2 > one.before * 3).length * 2 > moved.length;
          expect([value, effect.agrees[1]?.outcome]).toEqual([value, fell || far ? 'differs' : 'agrees']);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** A return whose unit is answered wrong, with what is known of its projects. */
const answeredWrong = fc
  .tuple(
    portfolios(),
    layouts().map((layout): Layout => ({ ...layout, code: 'text', title: 'board' })),
    fc.constantFrom(...UNITS),
    fc.constantFrom('planned', 'disbursed'),
  )
  .filter(([{ unit }, , wrong]) => wrong !== unit);

describe('any return whose unit was answered wrong', () => {
  it('is asked about it again while the ledger or the last return can tell, and each choice does what it said', () => {
    let asked = 0;
    fc.assert(
      fc.property(answeredWrong, ([portfolio, layout, wrong, field]) => {
        const { model } = writeReturn(portfolio, layout);
        const right = readWorkbook(model);
        const known = { [field]: amountsByCode(right, field) };
        // Nothing that can be compared, or too little of it.
        if (!tells(right, known[field] ?? {}, field)) return;
        const units = model.sheets.map(({ name }) => ({ sheet: name, unit: wrong, confirmed: true }));
        const reading = readWorkbook(model, { units, known });
        const questions = reading.findings.filter(isUnitQuestion);
        expect(questions).not.toEqual([]);
        expect(reading.findings.filter(({ code }) => code === 'RET-OVER-PLAN')).toEqual([]);
        asked += 1;
        for (const question of questions)
          for (const { value, effect } of question.choices ?? []) {
            const { code, sheet, cell, asks = 'unit' } = question;
            const answer = { code, sheet, cell, asks, value, reason: null };
            const answered = readWorkbook(model, withAnswer({ units, known }, answer));
            expect(effect?.total).toEqual({
              planned: answered.total.planned,
              disbursed: answered.total.disbursed,
            });
            expect(exclusiveMeanings(answered)).toEqual([]);
          }
      }),
      { numRuns: 25 },
    );
    expect(asked).toBeGreaterThan(5);
  });
});

const isUnitQuestion = ({ code, severity }: Finding): boolean =>
  severity === 'question' && code.startsWith('RET-UNIT');

function amountsByCode({ projects }: Reading, field: 'planned' | 'disbursed'): Record<string, string> {
  return Object.fromEntries(
    projects.flatMap(({ code, [field]: amount }) =>
      code === null || amount === null ? [] : [[code, amount]],
    ),
  );
}

function tells(right: Reading, known: Record<string, string>, field: 'planned' | 'disbursed'): boolean {
  const sheets = new Set(right.projects.map(({ cell }) => cell.sheet));
  return (
    right.findings.every(({ severity }) => severity !== 'question' && severity !== 'error') &&
    [...sheets].every((sheet) =>
      right.projects.some(
        (p) => p.cell.sheet === sheet && BigInt(known[p.code ?? ''] ?? 0) > 0n && BigInt(p[field] ?? 0) > 0n,
      ),
    )
  );
}

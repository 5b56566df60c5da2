import fc from 'fast-check';
import type { AmountUnit } from '@thongvon/kernel';
import { readWorkbook } from './read-workbook';
import { type Finding, type Reading } from './model/reading';
import { exclusiveMeanings, readTable, withAnswer } from './testing/read-sheet';
import { layouts, type Layout } from './testing/layout';
import { portfolios } from './testing/portfolio';
import { writeReturn } from './testing/write-return';

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
      { with: 'plan', outcome: 'differs', read: '340000000', expected: '300000000' },
      { with: 'last-return', outcome: 'agrees', read: '60000000', expected: '55000000' },
      { with: 'stated-totals', outcome: 'differs', differing: 1 },
    ]);
  });

  it('is not tried for a return so large that reading it would take several times as long', () => {
    const many = Array.from({ length: 6_000 }, (_, i) => [
      i + 1,
      `Đường ${i + 1}`,
      String(7_000_000 + i),
      100,
      120,
      60,
    ]);
    const [head = []] = rows;
    const { findings } = readTable([
      head.slice(0, 6).map((c) => String(c).replace('Vốn', 'Kế hoạch vốn')),
      ...many,
    ]);
    const choices = findings.find(({ asks }) => asks === 'column')?.choices ?? [];
    expect(choices.length).toBeGreaterThan(0);
    expect(choices.filter(({ effect }) => effect !== undefined)).toEqual([]);
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

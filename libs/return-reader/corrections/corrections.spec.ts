import fc from 'fast-check';
import { plainDate, plainDateFromSerial, serialOf } from '@thongvon/kernel';
import type { DeclaredCorrection } from '../model/correction';
import type { Reading } from '../model/reading';
import { readWorkbook } from '../read-workbook';
import { damage } from '../testing/damage';
import { layouts } from '../testing/layout';
import { portfolios } from '../testing/portfolio';
import { complaints, type Content, readTable, type Rows } from '../testing/read-sheet';
import { writeReturn } from '../testing/write-return';

const declare = (
  cell: string,
  value: string,
  more: Partial<DeclaredCorrection> = {},
): DeclaredCorrection => ({
  sheet: 'GN',
  cell,
  type: 'number',
  value,
  reason: 'Đã đối chiếu chứng từ',
  ...more,
});

/** A table under the title of a test: header in row 4, projects in rows 5 to 7, a total in row 8. */
const table = (...spent: readonly Content[]): Rows => [
  ['STT', 'Tên dự án', 'Mã dự án', 'Kế hoạch vốn năm 2023', 'Lũy kế giải ngân', 'Còn lại'],
  ...spent.map((content, i): (Content | null)[] => [
    i + 1,
    `Đường số ${i + 1}`,
    `793000${i}`,
    1000 * (i + 1),
    content,
    { formula: `D${i + 5}-E${i + 5}`, saved: 1 },
  ]),
  [null, 'Tổng cộng', null, 6000, { formula: 'SUM(E5:E7)', saved: 2 }, { formula: 'SUM(F5:F7)', saved: 3 }],
];

const spentOf = ({ projects }: Reading) => projects.map(({ disbursed }) => disbursed);
const read = (rows: Rows, corrections: readonly DeclaredCorrection[] = [], merges: readonly string[] = []) =>
  readTable(rows, merges, { corrections });

describe('corrections that were declared', () => {
  it.each<[string, Content]>([
    ['text', 'hơn 250 triệu'],
    ['a negative amount', -250],
    ['an error', { error: '#REF!' }],
    ['a formula', { formula: 'D5/0', saved: 7 }],
    ['a date', { date: 45_000 }],
    ['nothing', ''],
  ])('are read where the file has %s', (_, wrong) => {
    const reading = read(table(wrong, 500, 750), [declare('E5', '250.5')]);
    expect(spentOf(reading)).toEqual(['250500000', '500000000', '750000000']);
    expect(reading.total.disbursed).toBe('1500500000');
    expect(complaints(reading)).toEqual([]);
  });

  it('are held against everything as if they had been typed', () => {
    const reading = read(table('hơn 250 triệu', 500, 750), [declare('E5', '-250')]);
    expect(complaints(reading)).toContain('RET-AMOUNT-NEGATIVE E5');
    const total = read(table(250, 500, 750), [declare('E8', '1600')]);
    expect(complaints(total)).toEqual(['RET-TOTAL-DIFFERS E8']);
    const mended = read(
      [...table(250, 500, 750).slice(0, -1), [null, 'Tổng cộng', null, 6000, 1400]],
      [declare('E8', '1500')],
    );
    expect(complaints(mended)).toEqual([]);
  });

  it('give codes and dates', () => {
    const rows = table(250, 500, 750).map((row, i) =>
      row.map((content, c) => (i === 1 && c === 2 ? null : content)),
    );
    const reading = read(rows, [
      declare('C5', '7930000', { type: 'text' }),
      declare('A2', '2023-06-22', { type: 'date' }),
    ]);
    expect(reading.projects[0]?.code).toBe('7930000');
    // The text above the table is replaced as a whole.
    expect(reading.corrections?.map(({ stood }) => stood.text)).toEqual([null, 'Số liệu đến ngày 21/6/2023']);
  });

  it('go to the first cell of a merged range, and say what stood there', () => {
    const rows = [...table('x1', 500, 750), [null, 'Ghi chú dài']];
    const [correction] = read(rows, [declare('E6', '9')], ['E5:E6']).corrections ?? [];
    expect(correction).toMatchObject({
      cell: 'E5',
      value: '9',
      stood: { type: 'text', text: 'x1', formula: null },
    });
  });

  it('say what stood there, of whatever kind', () => {
    const stood = (wrong: Content) =>
      read(table(wrong, 500, 750), [declare('E5', '1')]).corrections?.[0]?.stood;
    expect(stood(12.5)).toEqual({ type: 'number', text: '12.5', formula: null });
    expect(stood({ date: 45_098 })).toEqual({ type: 'date', text: '2023-06-21', formula: null });
    expect(stood({ error: '#N/A' })).toEqual({ type: 'error', text: '#N/A', formula: null });
    expect(stood({ formula: 'D5*2', saved: 3 })).toEqual({ type: 'number', text: '3', formula: 'D5*2' });
    expect(stood('')).toEqual({ type: 'empty', text: null, formula: null });
  });

  it('are passed over where the workbook has no such sheet or cell, and the last one of a cell counts', () => {
    const rows = table(250, 500, 750);
    const reading = read(rows, [
      declare('E5', '1', { sheet: 'Trang khác' }),
      declare('E500', '1'),
      declare('ZZ5', '1'),
      declare('E5', '260'),
      declare('E5', '270'),
    ]);
    expect(reading.corrections?.map(({ cell, value }) => [cell, value])).toEqual([['E5', '270']]);
    expect(read(rows)).not.toHaveProperty('corrections');
  });

  it('leave a formula without a value that depends on them and is none of ours', () => {
    const rows = table(250, 500, 750);
    const last = [null, 'Tổng cộng', null, 6000, { formula: 'VLOOKUP(E5,E6:F7,2)&""', saved: 1500 }];
    const reading = read([...rows.slice(0, -1), last], [declare('E5', '300')]);
    expect(complaints(reading)).toEqual(['RET-FORMULA-WITHOUT-VALUE E8']);
  });
});

describe('a file with declared corrections', () => {
  it('reads exactly like the same file typed correctly, whatever was wrong', () => {
    fc.assert(
      fc.property(portfolios(), layouts(), fc.infiniteStream(fc.nat()), (portfolio, layout, numbers) => {
        const { model } = writeReturn(portfolio, layout);
        const next = (): number => Number(numbers.next().value);
        const { damaged, typed, corrections } = damage(model, next);
        const { corrections: said, ...reading } = readWorkbook(damaged, { corrections });
        expect(reading).toEqual(readWorkbook(typed));
        expect(said).toHaveLength(corrections.length);
      }),
      { numRuns: 30 },
    );
  });

  it('has the sums that its formulas then give', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(amounts, fc.nat(2), fc.integer({ min: 1, max: 999 }), (spent, at, right) => {
        const rightly = spent.map((amount, i) => (i === at ? right : amount));
        const { corrections: _, ...corrected } = read(table(...spent), [
          declare(`E${at + 5}`, String(right)),
        ]);
        // The saved values of `table` are wrong: a corrected cell has those that depend on it computed anew.
        const followed = table(...rightly).map((row, r) =>
          row.map((content, c) => {
            const dependsOn = (r === at + 1 && c === 5) || r === 4;
            if (!dependsOn || typeof content !== 'object' || content === null || !('formula' in content))
              return content;
            const own = (i: number) => 1000 * (i + 1) - (rightly[i] ?? 0);
            const savedLeft = [0, 1, 2].reduce((sum, i) => sum + (i === at ? own(i) : 1), 0);
            const spentInAll = rightly.reduce((sum, amount) => sum + amount, 0);
            const saved = r === 4 ? (c === 4 ? spentInAll : savedLeft) : own(at);
            return { ...content, saved };
          }),
        );
        expect(corrected).toEqual(read(followed));
      }),
      { numRuns: 60 },
    );
  });

  it('has its dates as the cells show dates', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80_000 }), fc.boolean(), (serial, date1904) => {
        const date = plainDateFromSerial(serial, date1904);
        // The 29th of February 1900, which Excel counts and the calendar doesn't have.
        if (date === undefined || (!date1904 && serial === 60)) return;
        expect(serialOf(plainDate(date), date1904)).toBe(serial);
      }),
    );
  });
});

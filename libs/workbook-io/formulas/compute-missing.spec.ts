import fc from 'fast-check';
import {
  type CellModel,
  type CellValue,
  parsePlace,
  type SheetModel,
  type WorkbookModel,
} from '../sheet-model';
import { computeMissing } from './compute-missing';

/** A number, a text, a truth value, an error (`#…`), or a formula without a saved value (`=…`). */
type Content = number | string | boolean;
type Sheets = Readonly<Record<string, Readonly<Record<string, Content>>>>;

function cellOf(address: string, content: Content): CellModel {
  const place = parsePlace(address);
  if (!place) throw new Error(address);
  if (typeof content === 'string' && content.startsWith('=')) {
    return { ...place, value: { type: 'unknown' }, formula: content.slice(1) };
  }
  return { ...place, value: savedValue(content) };
}

function savedValue(content: Content): CellValue {
  if (typeof content === 'number') return { type: 'number', number: content };
  if (typeof content === 'boolean') return { type: 'boolean', boolean: content };
  return { type: content.startsWith('#') ? 'error' : 'text', text: content };
}

function workbook(sheets: Sheets): WorkbookModel {
  const sheetOf = ([name, contents]: [string, Readonly<Record<string, Content>>]): SheetModel => {
    const rows = new Map<number, CellModel[]>();
    for (const [address, content] of Object.entries(contents)) {
      const cell = cellOf(address, content);
      rows.set(
        cell.row,
        [...(rows.get(cell.row) ?? []), cell].sort((a, b) => a.column - b.column),
      );
    }
    return {
      name,
      hidden: false,
      rows: [...rows.entries()]
        .sort(([a], [b]) => a - b)
        .map(([index, cells]) => ({ index, hidden: false, cells })),
      merges: [],
      hiddenColumns: new Set(),
    };
  };
  return { sheets: Object.entries(sheets).map(sheetOf), date1904: false };
}

function compute(sheets: Sheets, steps = 1_000_000): Map<string, CellModel> {
  const { sheets: computed } = computeMissing(workbook(sheets), steps);
  const first = Object.entries(sheets)[0]?.[1] ?? {};
  const cells = computed[0]?.rows.flatMap((row) => row.cells) ?? [];
  return new Map(
    Object.keys(first).map((address) => {
      const place = parsePlace(address);
      const cell = cells.find(({ row, column }) => row === place?.row && column === place.column);
      if (!cell) throw new Error(address);
      return [address, cell];
    }),
  );
}

/** The value of A1, as a formula, next to the given cells. */
function valueOf(
  formula: string,
  others: Readonly<Record<string, Content>> = {},
  more: Sheets = {},
): unknown {
  const value = compute({ S: { A1: `=${formula}`, ...others }, ...more }).get('A1')?.value;
  if (value?.type === 'number') return value.number;
  if (value?.type === 'boolean') return value.boolean;
  return value?.type === 'unknown' ? 'unknown' : value?.text;
}

describe('computing formulas without a saved value', () => {
  it.each([
    ['1+2*3', 7],
    ['(1+2)*3', 9],
    ['-2*-3', 6],
    ['--5', 5],
    ['10-4-3', 3],
    ['12/4/3', 1],
    ['5%', 0.05],
    ['200*5%', 10],
    ['.5+1e2', 100.5],
    ['+SUM(1,2,3)', 6],
    ['ROUND(2.5,0)', 3],
    ['ROUND(-2.5,0)', -3],
    ['ROUND(1234.567,2)', 1234.57],
    ['ROUND(1250,-2)', 1300],
    ['IF(1<2,"có","không")', 'có'],
    ['IF(1>=2,1)', false],
    ['IF(1=2,1,)', 0],
    ['"A"="a"', true],
    ['"a">5', true],
    ['IFERROR(1/0,7)', 7],
    ['IF(TRUE,1,1/0)', 1],
  ])('%s is %p', (formula, expected) => {
    expect(valueOf(formula)).toBe(expected);
  });

  it('adds as on paper, not as binary fractions do', () => {
    expect(valueOf('0.1+0.2')).toBe(0.3);
    expect(valueOf('0.1+0.2=0.3')).toBe(true);
    expect(valueOf('1/3*3')).toBe(1);
    expect(valueOf('SUM(B1:B3)', { B1: 0.1, B2: 0.7, B3: 1e-7 })).toBe(0.8000001);
  });

  it('adds what stands in a range and passes over its texts and blanks, as Excel does', () => {
    const cells = { B1: 1.5, B2: 'x', B4: 2, C1: true, C4: 10 };
    expect(valueOf('SUM(B1:C4)', cells)).toBe(13.5);
    expect(valueOf('SUM(B:C)', cells)).toBe(13.5);
    expect(valueOf('SUM($1:$1)', { B2: 4 })).toBe('unknown');
    expect(valueOf('SUM(B4,B1,2)', cells)).toBe(5.5);
    expect(valueOf('SUM(C4:B1)', cells)).toBe(13.5);
  });

  it('follows references to other sheets, quoted or not, without case', () => {
    const more = { "Vốn 'A'": { B2: 40 }, Tổng_hợp: { B2: 2 } };
    expect(valueOf("'Vốn ''A'''!B2+tổng_hợp!$B$2", {}, more)).toBe(42);
    expect(valueOf('SUM(Tổng_hợp!A1:C9)', {}, more)).toBe(2);
    expect(valueOf('Elsewhere!A1')).toBe('#REF!');
  });

  it('computes one formula from another in whatever order they stand', () => {
    const cells = compute({ S: { A1: '=B1*2', B1: '=C1+1', C1: '=SUM(D1:D2)', D1: 3, D2: '=A3', A3: 4 } });
    expect([...cells.values()].map(({ value }) => value)).toMatchObject(
      [16, 8, 7, 3, 4, 4].map((number) => ({ number })),
    );
  });

  it('marks what it has computed, and leaves saved values alone', () => {
    const cells = compute({ S: { A1: '=B1', B1: 5, C1: '=VLOOKUP(B1,D:E,2)' } });
    expect(cells.get('A1')).toMatchObject({ computed: true, formula: 'B1' });
    expect(cells.get('B1')).not.toHaveProperty('computed');
    expect(cells.get('C1')).not.toHaveProperty('computed');
  });

  it('gives errors and unknowns on to what refers to them', () => {
    expect(valueOf('B1+1', { B1: '#REF!' })).toBe('#REF!');
    expect(valueOf('SUM(B1:B2)', { B1: 1, B2: '#N/A' })).toBe('#N/A');
    expect(valueOf('SUM(B1:B2)', { B1: 1, B2: '=VLOOKUP(1,2,3)' })).toBe('unknown');
    expect(valueOf('IF(B1>0,1,2)', { B1: '=NOW()' })).toBe('unknown');
    expect(valueOf('1/0')).toBe('#DIV/0!');
    expect(valueOf('#REF!+1')).toBe('#REF!');
    expect(valueOf('SUM(#REF!)')).toBe('#REF!');
    expect(valueOf('B1+1', { B1: 'chưa có' })).toBe('#VALUE!');
  });

  it('does not guess what a text with digits is worth', () => {
    expect(valueOf('B1+1', { B1: '1.234' })).toBe('unknown');
  });

  it.each([
    'VLOOKUP(1,B:C,2)',
    'SUM(1,2',
    'SUM(B1:B2)B3',
    'TongVon*2',
    '[1]Sheet1!A1',
    'SUM(Sheet1:Sheet3!A1)',
    'B1:B3*2',
    'B1&B2',
    '2^3',
    '{1,2}',
    'Table1[Cột]',
    'ROUND(1)',
    'ROUND(1,1E9)',
    'XFE1',
    'A1048577',
    '(',
    '',
  ])('leaves %p unknown', (formula) => {
    expect(valueOf(formula, { B1: 1, B2: 1, B3: 1 })).toBe('unknown');
  });

  it('leaves a formula unknown that is deeper or longer than Excel allows', () => {
    expect(valueOf(`${'('.repeat(60)}1${')'.repeat(60)}`)).toBe(1);
    expect(valueOf(`${'('.repeat(4000)}1${')'.repeat(4000)}`)).toBe('unknown');
    expect(valueOf(`1${'+1'.repeat(4000)}`)).toBe(4001);
    expect(valueOf(`1${'+1'.repeat(5000)}`)).toBe('unknown');
  });

  it('leaves a circle and all that hangs on it unknown', () => {
    const cells = compute({
      S: { A1: '=B1', B1: '=C1+1', C1: '=A1', D1: '=A1+1', E1: '=SUM(E1:F1)', F1: 1 },
    });
    for (const address of ['A1', 'B1', 'C1', 'D1', 'E1']) {
      expect(cells.get(address)?.value).toEqual({ type: 'unknown' });
    }
  });

  it('follows a running total over 20 000 rows', () => {
    const contents: Record<string, Content> = { A1: 0 };
    for (let row = 2; row <= 20_000; row += 1) contents[`A${row}`] = `=A${row - 1}+1`;
    const { sheets } = computeMissing(workbook({ S: contents }), 1_000_000);
    expect(sheets[0]?.rows.at(-1)?.cells[0]?.value).toEqual({ type: 'number', number: 19_999 });
  });

  it('stops when its steps are used up, and says nothing about the rest', () => {
    const contents: Record<string, Content> = { A1: '=SUM(B1:B100)', A2: '=SUM(B1:B100)' };
    for (let row = 1; row <= 100; row += 1) contents[`B${row}`] = 1;
    const cells = compute({ S: contents }, 250);
    expect(cells.get('A1')?.value).toEqual({ type: 'number', number: 100 });
    expect(cells.get('A2')?.value).toEqual({ type: 'unknown' });
  });

  it('gives up numbers that grow beyond all measure', () => {
    const contents: Record<string, Content> = { A1: 12_345 };
    for (let row = 2; row <= 60; row += 1) contents[`A${row}`] = `=A${row - 1}*A${row - 1}`;
    expect(compute({ S: contents }).get('A60')?.value).toEqual({ type: 'unknown' });
  });

  it('agrees with whole-number arithmetic on every tree of sums, differences and products', () => {
    interface Tree {
      text: string;
      value: bigint;
    }
    const leaf = fc.integer({ min: 0, max: 999 }).map((n): Tree => ({ text: String(n), value: BigInt(n) }));
    const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        tie('tree').map((inner): Tree => ({ text: `-(${inner.text})`, value: -inner.value })),
        fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*'), tie('tree')).map(([a, operator, b]): Tree => {
          const value =
            operator === '+' ? a.value + b.value : operator === '-' ? a.value - b.value : a.value * b.value;
          return { text: `(${a.text}) ${operator} (${b.text})`, value };
        }),
      ),
    }));
    fc.assert(
      fc.property(tree, ({ text, value }) => {
        fc.pre(value < 10n ** 15n && value > -(10n ** 15n));
        expect(valueOf(text)).toBe(Number(value));
      }),
    );
  });

  it('sums amounts with decimals exactly, in whatever order they stand', () => {
    const cents = fc.array(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(cents, (amounts) => {
        const cells = Object.fromEntries(amounts.map((amount, i) => [`B${i + 1}`, amount / 1000]));
        const total = amounts.reduce((sum, amount) => sum + amount, 0);
        expect(valueOf(`SUM(B1:B${amounts.length})`, cells)).toBe(total === 0 ? 0 : total / 1000);
      }),
    );
  });

  it('never fails on any text', () => {
    const piece = fc.constantFrom(
      'SUM(',
      'IF(',
      ')',
      '(',
      'A1',
      'B$2',
      ':',
      ',',
      '"',
      "'",
      '!',
      '%',
      '-',
      '1.5',
      '#REF!',
      ' ',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (formula) => {
          expect(() => valueOf(formula)).not.toThrow();
        },
      ),
    );
  });
});

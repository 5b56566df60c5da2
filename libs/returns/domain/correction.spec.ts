import fc from 'fast-check';
import { isNumber, typeOf, wantedAt } from './correction';

const sheets = [
  {
    name: 'GN',
    role: 'disbursement' as const,
    unit: 'million-dong' as const,
    headerRows: [4, 5],
    columns: columns(),
  },
  { name: 'GN', role: 'disbursement' as const, unit: null, headerRows: [20], columns: columns() },
];

function columns() {
  const meanings = ['name', 'code', 'planned:current-year:lottery', 'rate', 'due', 'ignored', 'households'];
  return meanings.map((meaning, i) => ({ column: String.fromCharCode(65 + i), path: [], meaning }));
}

const wanted = (cell: string, evidence: Parameters<typeof wantedAt>[0]['evidence'] = []) =>
  wantedAt({ sheets, evidence }, { sheet: 'GN', cell });

describe('what a correction must be', () => {
  it('is what its column holds, in the unit of the table', () => {
    expect(['A6', 'B6', 'C6', 'D6', 'E6', 'F6', 'G6', 'Z6'].map((cell) => wanted(cell))).toEqual([
      { type: 'text', unit: null },
      { type: 'text', unit: null },
      { type: 'number', unit: 'million-dong' },
      { type: 'number', unit: null },
      { type: 'date', unit: null },
      { type: null, unit: null },
      { type: 'number', unit: null },
      { type: null, unit: null },
    ]);
  });

  it('is open above the tables and on other sheets', () => {
    expect(wanted('C5')).toEqual({ type: null, unit: null });
    expect(wantedAt({ sheets }, { sheet: 'Bìa', cell: 'C6' })).toEqual({ type: null, unit: null });
  });

  it('is in the unit that its own column says, of the table that begins last above it', () => {
    const said = {
      decision: 'unit',
      sheet: 'GN',
      columns: ['C'],
      chosen: 'billion-dong',
      by: 'stated',
    } as const;
    const evidence = [{ ...said, table: 1, cells: [], witnesses: [], rejected: [] }];
    expect(wanted('C25', evidence).unit).toBe('billion-dong');
    expect(wanted('C6', evidence).unit).toBe('million-dong');
    expect(wanted('C25').unit).toBeNull();
  });
});

describe('the value of a correction', () => {
  const any = { type: null, unit: null };
  it('is a number where one is needed, and only as a decimal', () => {
    const amount = { type: 'number', unit: null } as const;
    for (const value of ['12500.5', '-3', '0', '0.000001', '123456789012345'])
      expect(typeOf(value, amount, null)).toBe('number');
    for (const value of ['12.500,5', '12,5', '', ' 5', '5 tỷ', '1e5', '1234567890123456', '.5', '5.', '--5'])
      expect(typeOf(value, amount, 'text')).toBe('not-a-number');
    expect(typeOf('2023-06-31', { type: 'date', unit: null }, null)).toBe('not-a-date');
    expect(typeOf('7904561', { type: 'text', unit: null }, 'number')).toBe('text');
    expect(['5', '2023-06-21', 'năm'].map((value) => typeOf(value, any, null))).toEqual([
      'number',
      'date',
      'text',
    ]);
    expect(typeOf('5', any, 'text')).toBe('text');
  });

  it('is one that a workbook holds exactly', () => {
    const parts = fc.tuple(fc.maxSafeInteger(), fc.nat(6));
    fc.assert(
      fc.property(parts, ([digits, scale]) => {
        const text = (Math.abs(digits) % 1e15).toString().padStart(scale + 1, '0');
        const value = scale === 0 ? text : `${text.slice(0, -scale)}.${text.slice(-scale)}`;
        expect(isNumber(value)).toBe(true);
        expect(Number(Number(value).toPrecision(15))).toBe(Number(value));
      }),
    );
  });
});

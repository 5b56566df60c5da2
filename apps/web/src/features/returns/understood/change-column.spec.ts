import { columnTaking, mappingWith } from './change-column';

const column = (letters: string, meaning: string) => ({
  column: letters,
  meaning,
  cell: { sheet: 'A', cell: `${letters}8` },
  captions: [],
  says: '',
  saysEn: '',
  because: null,
  becauseEn: null,
  isRead: true,
  proofs: [],
});
const described = (sheet: string, top: number) => ({
  sheet,
  kind: 'disbursement' as const,
  headerRows: [top, top + 1] as [number, number],
  columns: [
    { column: 'B', meaning: 'name' },
    { column: 'C', meaning: 'planned' },
    { column: 'D', meaning: 'disbursed' },
  ],
});
const table = {
  sheet: 'A',
  range: 'A8:E20',
  columns: [column('B', 'name'), column('C', 'planned'), column('D', 'disbursed'), column('E', 'ignored')],
  described: [described('A', 8), described('A', 40)],
};

describe('changing what a column means', () => {
  it('sends the sheet as it was understood, with this column alone otherwise', () => {
    const [first, second] = mappingWith([], table, 'E', 'advance');
    expect(first?.columns).toEqual([...described('A', 8).columns, { column: 'E', meaning: 'advance' }]);
    expect(second).toEqual(described('A', 40));
  });

  it('has another column of that meaning give way, and says which', () => {
    expect(columnTaking(table, 'E', 'disbursed')).toBe('D');
    const [first] = mappingWith([], table, 'E', 'disbursed');
    expect(first?.columns).toContainEqual({ column: 'E', meaning: 'disbursed' });
    expect(first?.columns.some((one) => one.column === 'D')).toBe(false);
  });

  it('leaves out a column that isn’t read', () => {
    const [first] = mappingWith([], table, 'C', 'ignored');
    expect(first?.columns.map((one) => one.column)).toEqual(['B', 'D']);
  });

  it('keeps what was said of other sheets, and replaces what was said of this one', () => {
    const sent = mappingWith([described('B', 3), described('A', 8)], table, 'E', 'advance');
    expect(sent.map(({ sheet, headerRows }) => [sheet, headerRows[0]])).toEqual([
      ['B', 3],
      ['A', 8],
      ['A', 40],
    ]);
  });
});

import { draftOf, exampleOf, headerWith, missingIn, tablesWith, type Draft } from './describe-table';

const DRAFT: Draft = {
  kind: 'disbursement',
  unit: 'million-dong',
  header: [3, 4],
  meanings: { B: 'name', D: 'planned' },
};
const TABLE = {
  sheet: 'Biểu 1',
  headerRows: [3, 4] as [number, number],
  kind: 'disbursement' as const,
  unit: 'million-dong' as const,
  columns: [
    { column: 'B', meaning: 'name' },
    { column: 'D', meaning: 'planned' },
  ],
};

describe('the description of a table', () => {
  it('has a header that grows to the row that is pressed, and begins anew within', () => {
    expect([
      headerWith(null, 5),
      headerWith([5, 5], 7),
      headerWith([5, 7], 3),
      headerWith([3, 7], 6),
    ]).toEqual([
      [5, 5],
      [5, 7],
      [3, 7],
      [6, 6],
    ]);
  });

  it('says what it still lacks', () => {
    expect(missingIn({ ...DRAFT, header: null })).toBe('header');
    expect(missingIn({ ...DRAFT, meanings: { D: 'planned' } })).toBe('name');
    expect(missingIn({ ...DRAFT, meanings: { B: 'name', D: 'rate' } })).toBe('figure');
    expect(missingIn({ ...DRAFT, kind: 'land-clearance' })).toBe('figure');
    expect(
      missingIn({ ...DRAFT, meanings: { B: 'name', D: 'planned:current-year:lottery' } }),
    ).toBeUndefined();
  });

  it('begins with what was said before, else with what the reader took the sheet for', () => {
    expect(draftOf({ mapping: [TABLE], sheets: [] }, 'Biểu 1')).toEqual(DRAFT);
    const columns = [
      { column: 'A', path: ['TT'], meaning: 'ignored' },
      { column: 'B', path: ['Hộ'], meaning: 'households' },
    ];
    const read = { name: 'Biểu 2', role: 'land-clearance', unit: null, headerRows: [6, 7], columns } as const;
    expect(draftOf({ mapping: [TABLE], sheets: [read] }, 'Biểu 2')).toEqual({
      kind: 'land-clearance',
      unit: null,
      header: [6, 7],
      meanings: { B: 'households' },
    });
  });

  it('shows how the first row under the header that names a project would be read', () => {
    const cell = (column: string, text: string) =>
      ({ column, text, type: 'text', formula: null, bold: false, columnSpan: 1, rowSpan: 1 }) as const;
    const row = (number: number, ...cells: ReturnType<typeof cell>[]) =>
      ({ row: number, isHeader: false, isHidden: false, afterGap: false, cells }) as const;
    const rows = [
      row(4, cell('B', 'Tên'), cell('D', 'KH')),
      row(5, cell('D', '10.400')),
      row(6, cell('A', '1'), cell('B', 'Cầu Ông Triệu'), cell('D', '3.000')),
    ];
    expect(exampleOf(rows, DRAFT)).toEqual({
      row: 6,
      parts: [
        ['name', 'Cầu Ông Triệu'],
        ['planned', '3.000'],
      ],
    });
    expect(exampleOf(rows, { ...DRAFT, header: null })).toBeUndefined();
  });

  it('takes the place of what was said of its sheet, and leaves other sheets as they are', () => {
    const other = { ...TABLE, sheet: 'Biểu 2' };
    expect(tablesWith([TABLE, other], 'Biểu 1', { ...DRAFT, unit: null })).toEqual([
      other,
      { sheet: 'Biểu 1', headerRows: [3, 4], kind: 'disbursement', columns: TABLE.columns },
    ]);
    expect(tablesWith([TABLE, other], 'Biểu 1', null)).toEqual([other]);
  });
});

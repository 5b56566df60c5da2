import { SheetBuilder, type Content } from '../testing/read-sheet';
import { captionsOf, type ReadingOptions, type TableMapping } from '../model/options';
import { readWorkbook } from '../read-workbook';
import { type Reading } from '../model/reading';

/** A table in words of its own office, with a caption ("Kế hoạch vốn") that would mislead. */
const SHEET: readonly (readonly Content[])[] = [
  ['SỐ LIỆU THÁNG 6 NĂM 2023'],
  ['Số liệu đến ngày 21/6/2023'],
  ['TT', 'Chỉ dẫn', 'Ký hiệu', 'Số 1', 'Số 2', 'Kế hoạch vốn bốn năm'],
  ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
  [1, 'Đường liên xã Bình Dương', '7901234', 5_000.5, 1_250.25, 90_000],
  [2, 'Cầu Ông Triệu', '7901235', 3_000, 1_000, 80_000],
  ['', 'Tổng cộng', '', 8_000.5, 2_250.25, 170_000],
];
const MAPPING: TableMapping = {
  sheet: 'A',
  headerRows: [3, 4],
  kind: 'disbursement',
  unit: 'million-dong',
  columns: [
    { column: 'A', meaning: 'ordinal' },
    { column: 'B', meaning: 'name' },
    { column: 'C', meaning: 'code' },
    { column: 'D', meaning: 'planned' },
    { column: 'E', meaning: 'disbursed' },
  ],
};

function read(rows: readonly (readonly Content[])[], options: ReadingOptions = {}): Reading {
  const sheet = new SheetBuilder();
  rows.forEach((row, r) => row.forEach((content, c) => sheet.set(r, c, content)));
  return readWorkbook({ date1904: false, sheets: [sheet.build('A')] }, options);
}

const codes = ({ findings }: Reading): string[] => findings.map(({ code }) => code);
const withCaption = (row: number, column: number, text: string): Content[][] =>
  SHEET.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? text : cell)));

describe('a table that a person has described', () => {
  it('is read to the đồng, and could not be read before', () => {
    expect(codes(read(SHEET))).toContain('RET-NOT-A-RETURN');
    const reading = read(SHEET, { tables: [MAPPING] });
    expect(reading.findings.filter(({ severity }) => severity !== 'info')).toEqual([]);
    expect(reading).toMatchObject({
      kinds: ['disbursement'],
      asOf: '2023-06-21',
      planYear: 2023,
      total: { planned: '8000500000', disbursed: '2250250000' },
      projects: [
        { code: '7901234', planned: '5000500000', disbursed: '1250250000', cell: { cell: 'B5' } },
        { code: '7901235', planned: '3000000000', disbursed: '1000000000', cell: { cell: 'B6' } },
      ],
      sheets: [{ role: 'disbursement', unit: 'million-dong', headerRows: [3, 4] }],
    });
  });

  it('ignores the columns that were not listed, whatever their captions say', () => {
    const meanings = read(SHEET, { tables: [MAPPING] }).sheets[0]?.columns.map((c) => c.meaning);
    expect(meanings).toEqual(['ordinal', 'name', 'code', 'planned', 'disbursed', 'ignored']);
  });

  it('may have columns without a caption', () => {
    const bare = withCaption(2, 4, '').map((row, r) => (r === 3 ? [] : row));
    expect(read(bare, { tables: [MAPPING] }).total.disbursed).toBe('2250250000');
  });

  it('gives way to what was answered of one column', () => {
    const columns = [{ sheet: 'A', column: 'E', meaning: 'ignored' }];
    expect(read(SHEET, { tables: [MAPPING], columns }).total.disbursed).toBeNull();
  });

  it('is looked for on its own sheet only', () => {
    expect(codes(read(SHEET, { tables: [{ ...MAPPING, sheet: 'B' }] }))).toContain('RET-NOT-A-RETURN');
  });
});

describe('a remembered mapping', () => {
  const [sheet] = read(SHEET, { tables: [MAPPING] }).sheets;
  const remembered = { ...MAPPING, captions: captionsOf(sheet?.columns ?? []) };

  it('holds for the same captions, also a week later', () => {
    expect(read(SHEET, { tables: [remembered] }).kinds).toEqual(['disbursement']);
    const dated = withCaption(2, 4, 'Số 2 đến 14/6/2023');
    const captions = captionsOf(read(dated, { tables: [MAPPING] }).sheets[0]?.columns ?? []);
    const later = withCaption(2, 4, 'Số 2 đến 21/6/2023');
    expect(read(later, { tables: [{ ...MAPPING, captions }] }).kinds).toEqual(['disbursement']);
  });

  it.each([
    ['a caption has changed', withCaption(2, 4, 'Số 3')],
    ['a row was put in above', [['PHỤ LỤC 1'], ...SHEET]],
    ['a column is gone', SHEET.map((row) => row.slice(0, 5))],
  ])('does not hold where %s', (_, rows) => {
    expect(read(rows, { tables: [remembered] }).kinds).toEqual([]);
  });
});

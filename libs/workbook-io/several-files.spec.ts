import { utils, write } from '@e965/xlsx';
import { xlsxFile } from './testing/workbook-files';
import { WORKBOOK_LIMITS, WorkbookRefused } from './limits-and-refusals';
import { openWorkbook } from './open-workbook';
import { joinFiles, type NamedBytes } from './several-files';

const csv = (name: string, text: string): NamedBytes => ({ name, bytes: Buffer.from(text) });
const refusal = (files: readonly NamedBytes[], limits = WORKBOOK_LIMITS): WorkbookRefused => {
  try {
    openWorkbook(joinFiles(files), limits);
  } catch (error) {
    if (error instanceof WorkbookRefused) return error;
    throw error;
  }
  throw new Error('it was opened');
};

function xlsx(sheets: Record<string, unknown[][]>): Uint8Array {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer);
}

describe('several files that are one return', () => {
  it('are one workbook, whose sheets are named by file and sheet, each with the cells of its file', () => {
    const files = [
      csv('Kế hoạch.csv', 'a;1\nb;2\n'),
      { name: 'Giải ngân.xlsx', bytes: xlsx({ GN: [['x', 3]], GPMB: [['y', 4]] }) },
      csv('Kế hoạch.csv', 'c;5\nd;6\n'),
    ];
    const { sheets } = openWorkbook(joinFiles(files));
    expect(sheets.map(({ name }) => name)).toEqual([
      'Kế hoạch.csv',
      'Giải ngân.xlsx › GN',
      'Giải ngân.xlsx › GPMB',
      'Kế hoạch.csv (2)',
    ]);
    const alone = files.flatMap(({ bytes }) => openWorkbook(bytes).sheets.map(({ rows }) => rows));
    expect(sheets.map(({ rows }) => rows)).toEqual(alone);
  });

  it('have formulas that are computed within their own file', () => {
    const sheet = '<row r="1"><c r="A1"><v>2</v></c><c r="B1"><f>A1+1</f></c></row>';
    const { sheets } = openWorkbook(
      joinFiles([
        { name: 'a.xlsx', bytes: xlsxFile({ sheets: [sheet] }) },
        { name: 'b.xlsx', bytes: xlsxFile({ sheets: [sheet.replace('<v>2', '<v>5')] }) },
      ]),
    );
    const computed = sheets.map(({ rows }) => rows[0]?.cells[1]?.value);
    expect(computed).toEqual([3, 6].map((number) => ({ type: 'number', number })));
  });

  it('have the dates of each file, whatever year it counts from', () => {
    const dated = (date1904: boolean, v: number): Uint8Array => {
      const sheet = {
        A1: { t: 'n' as const, v, z: 'dd/mm/yyyy' },
        B1: { t: 'n' as const, v: 7 },
        '!ref': 'A1:B1',
      };
      const book = { SheetNames: ['S'], Sheets: { S: sheet }, Workbook: { WBProps: { date1904 } } };
      return new Uint8Array(write(book, { bookType: 'xlsx', type: 'array' }) as ArrayBuffer);
    };
    const files = [
      { name: 'a', bytes: dated(true, 1000) },
      { name: 'b', bytes: dated(false, 2462) },
    ];
    const { sheets, date1904 } = openWorkbook(joinFiles(files));
    expect(date1904).toBe(false);
    const [first, second] = sheets.map(({ rows }) =>
      rows.map(({ cells }) => cells.map(({ value }) => value)),
    );
    expect(first).toEqual(second);
    expect(openWorkbook(joinFiles(files.slice(0, 1))).date1904).toBe(true);
  });

  it('are read all or none, and a refusal says which file it is for', () => {
    const sound = csv('a.csv', 'a;1\nb;2\n');
    expect(refusal([sound, csv('b.csv', 'a;1\nb;"2\n')])).toMatchObject({
      code: 'RET-DAMAGED',
      file: 'b.csv',
    });
    expect(refusal([sound, csv('c.pdf', '%PDF-1.7\n')])).toMatchObject({
      code: 'RET-NOT-A-RETURN',
      file: 'c.pdf',
    });
    expect(refusal([sound, { name: 'd', bytes: joinFiles([sound]) }])).toMatchObject({ file: 'd' });
  });

  it('keep the limits of one workbook together', () => {
    const files = ['a', 'b', 'c'].map((name) => csv(name, 'a;1\nb;2\n'));
    expect(openWorkbook(joinFiles(files), { ...WORKBOOK_LIMITS, cells: 12 }).sheets).toHaveLength(3);
    expect(refusal(files, { ...WORKBOOK_LIMITS, cells: 11 })).toMatchObject({ code: 'RET-LIMIT', file: 'c' });
    expect(refusal(files, { ...WORKBOOK_LIMITS, sheets: 2 })).toMatchObject({ code: 'RET-LIMIT', file: 'c' });
  });

  it('that are cut off or made by hand are refused', () => {
    const joined = joinFiles([csv('a.csv', 'a;1\nb;2\n')]);
    for (let end = 17; end < joined.length; end += 1)
      expect(() => openWorkbook(joined.subarray(0, end))).toThrow(WorkbookRefused);
    for (const index of ['', '{}', '[["a",-1]]', '[["a"]]', '[[1,1]]', '[["a",99]]'])
      expect(() => openWorkbook(Buffer.from(`thongvon-files 1\n${index}\nx`))).toThrow(WorkbookRefused);
  });
});

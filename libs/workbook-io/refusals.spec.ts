import { CFB, utils, write } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { openWorkbook } from './open-workbook';
import { refusalOf, stringsXml, workbookXml, xlsxFile } from './testing/workbook-files';
import { WORKBOOK_LIMITS, type WorkbookLimits, WorkbookRefused } from './limits-and-refusals';

const refused = (bytes: Uint8Array, limits?: Partial<WorkbookLimits>): string =>
  refusalOf(() => openWorkbook(bytes, { ...WORKBOOK_LIMITS, ...limits }));
const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';

interface CompoundFiles {
  utils: { cfb_new(): object; cfb_add(container: object, name: string, content: Uint8Array): void };
  write(container: object, options: { type: 'buffer' }): Uint8Array;
}
const compoundFiles = CFB as CompoundFiles;

function compoundFile(streams: Record<string, Uint8Array>): Uint8Array {
  const container = compoundFiles.utils.cfb_new();
  for (const [name, content] of Object.entries(streams))
    compoundFiles.utils.cfb_add(container, name, content);
  return compoundFiles.write(container, { type: 'buffer' });
}

function written(bookType: 'biff8' | 'xlsb' | 'ods' | 'xlsx'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Mã', 'Vốn'],
      ['70001', 1234.5],
    ]),
    'Giải ngân',
  );
  return new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

describe('a file that is no workbook', () => {
  it.each([
    ['nothing', ''],
    ['plain text', 'Báo cáo giải ngân'],
    ['a web page without a table', '<html><body>Đăng nhập</body></html>'],
    ['XML', '<?xml version="1.0"?><Workbook xmlns="urn:another"/>'],
    ['PDF', '%PDF-1.7\n'],
    ['RTF', '{\\rtf1 }'],
    ['a spreadsheet of Lotus', '\0\0\x02\0\x06\x04\x06\0'],
  ])('is refused as such: %s', (_, text) => {
    expect(refused(Buffer.from(text))).toMatch(/^RET-NOT-A-RETURN /);
  });

  it('is refused as such: a zip archive or Word document', () => {
    expect(refused(zipSync({ 'a.txt': strToU8('a') }))).toMatch(/^RET-NOT-A-RETURN /);
    expect(
      refused(zipSync({ 'word/document.xml': strToU8('<w/>'), '[Content_Types].xml': strToU8('<Types/>') })),
    ).toMatch(/^RET-NOT-A-RETURN /);
    expect(refused(compoundFile({ '/WordDocument': new Uint8Array(600) }))).toMatch(/^RET-NOT-A-RETURN /);
  });
});

describe('a workbook under any name', () => {
  it.each(['biff8', 'xlsb', 'ods', 'xlsx'] as const)('is opened by its bytes: %s', (bookType) => {
    const { sheets } = openWorkbook(written(bookType));
    expect(
      sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.map(({ value }) => value))]),
    ).toEqual([
      [
        'Giải ngân',
        [
          [
            { type: 'text', text: 'Mã' },
            { type: 'text', text: 'Vốn' },
          ],
          [
            { type: 'text', text: '70001' },
            { type: 'number', number: 1234.5 },
          ],
        ],
      ],
    ]);
  });
});

describe('a locked workbook', () => {
  it('is refused with the hint at its password: .xlsx, .xls, .ods', () => {
    const lockedXls = [0x09, 0x08, 0x04, 0, 0, 6, 5, 0, 0x2f, 0, 2, 0, 1, 0, 0x0a, 0, 0, 0];
    const manifest =
      '<manifest><file-entry full-path="content.xml"><encryption-data/></file-entry></manifest>';
    expect(refused(compoundFile({ '/EncryptedPackage': new Uint8Array(600) }))).toMatch(/^RET-PASSWORD /);
    expect(refused(compoundFile({ '/Workbook': Uint8Array.from(lockedXls) }))).toMatch(/^RET-PASSWORD /);
    expect(refused(zipSync({ 'META-INF/manifest.xml': strToU8(manifest) }))).toMatch(/^RET-PASSWORD /);
  });
});

describe('a damaged workbook', () => {
  it.each(['biff8', 'xlsb', 'ods', 'xlsx'] as const)(
    'is never read in part, wherever it is cut off: %s',
    (bookType) => {
      const whole = written(bookType);
      const outcomes = Array.from({ length: 99 }, (_, part) => {
        const bytes = whole.subarray(0, Math.floor((whole.length * (part + 1)) / 100));
        try {
          // An .xls may end with filling, which nobody misses.
          expect(openWorkbook(bytes)).toEqual(openWorkbook(whole));
          return 'whole';
        } catch (error) {
          return error instanceof WorkbookRefused ? error.code : String(error);
        }
      });
      expect(new Set(outcomes)).toEqual(
        new Set(bookType === 'biff8' ? ['RET-DAMAGED', 'whole'] : ['RET-DAMAGED']),
      );
    },
  );

  it.each([
    ['a sheet without its end', { sheets: [`<worksheet><sheetData>${ROW}`] }],
    ['a sheet cut off in a tag', { sheets: [`<worksheet><sheetData>${ROW}<row r="`] }],
    ['a number with a decimal comma', { sheets: ['<row r="1"><c r="A1"><v>12,5</v></c></row>'] }],
    ['a number beyond all numbers', { sheets: ['<row r="1"><c r="A1"><v>1E400</v></c></row>'] }],
    ['shared strings that are missing', { sheets: ['<row r="1"><c r="A1" t="s"><v>0</v></c></row>'] }],
    [
      'a shared string that is missing',
      {
        sheets: ['<row r="1"><c r="A1" t="s"><v>9</v></c></row>'],
        sharedStrings: stringsXml('<si><t>a</t></si>'),
      },
    ],
    ['shared strings cut off', { sheets: [ROW], sharedStrings: '<sst><si><t>a</t></si>' }],
    ['a cell in a row that is not its own', { sheets: ['<row r="1"><c r="A2"><v>1</v></c></row>'] }],
    [
      'a cell that is there twice',
      { sheets: ['<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'] },
    ],
    ['a cell outside the sheet', { sheets: ['<row r="1"><c r="XFE1"><v>1</v></c></row>'] }],
    ['a sheet that is missing', { workbook: workbookXml(['<sheet name="A" sheetId="1" r:id="r7"/>']) }],
    ['a sheet that is no sheet', { sheets: ['<chartsheet/>'] }],
    ['two roots', { sheets: [`<worksheet><sheetData>${ROW}</sheetData></worksheet><worksheet/>`] }],
    [
      'a merge that is no range',
      { sheets: ['<worksheet><mergeCells><mergeCell ref="A0"/></mergeCells></worksheet>'] },
    ],
  ])('is refused, not read in part: %s', (_, pieces) => {
    expect(refused(xlsxFile(pieces))).toMatch(/^RET-DAMAGED /);
  });

  it('is refused when its sectors run in a circle, instead of being followed for ever', () => {
    const bytes = Uint8Array.from(written('biff8'));
    const view = new DataView(bytes.buffer);
    const table = (view.getUint32(76, true) + 1) * 512;
    const directory = view.getUint32(48, true);
    view.setUint32(table + directory * 4, directory, true);
    expect(refused(bytes)).toMatch(/^RET-DAMAGED .*circle/);
  });

  it('is refused when a part no longer has its checksum', () => {
    const bytes = xlsxFile({ sheets: [ROW] });
    const name = Buffer.from(bytes).lastIndexOf('xl/worksheets/sheet1.xml');
    const checksum = name - 46 + 16;
    bytes[checksum] = (bytes[checksum] ?? 0) ^ 1;
    expect(refused(bytes)).toMatch(/^RET-DAMAGED the checksum of xl\/worksheets\/sheet1.xml/);
  });
});

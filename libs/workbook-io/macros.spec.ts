import { readFileSync } from 'node:fs';
import path from 'node:path';
import { CFB, utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { markWorkbook } from './marking/mark-workbook';
import { openWorkbook } from './open-workbook';

const FIXTURES = path.resolve(__dirname, '../../test/fixtures/formats');
const fixture = (name: string): Uint8Array => readFileSync(path.join(FIXTURES, name));

type BookType = 'xlsx' | 'xlsb' | 'ods' | 'biff8';

function written(bookType: BookType): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['Vốn', 1234]]), 'S');
  return new Uint8Array(write(book, { bookType, type: 'array' }) as ArrayBuffer);
}

interface CompoundFiles {
  read(bytes: Uint8Array, options: { type: 'buffer' }): object;
  utils: { cfb_add(container: object, name: string, content: Uint8Array): void };
  write(container: object, options: { type: 'buffer' }): Uint8Array;
}
const compoundFiles = CFB as CompoundFiles;

const withPart = (bytes: Uint8Array, part: string): Uint8Array =>
  zipSync({ ...unzipSync(bytes), [part]: strToU8('macro') });

function withStream(bytes: Uint8Array, stream: string): Uint8Array {
  const container = compoundFiles.read(Buffer.from(bytes), { type: 'buffer' });
  compoundFiles.utils.cfb_add(container, stream, new Uint8Array(600));
  return compoundFiles.write(container, { type: 'buffer' });
}

describe('a workbook with macros', () => {
  it.each<[string, BookType, (bytes: Uint8Array) => Uint8Array]>([
    ['.xlsm', 'xlsx', (bytes) => withPart(bytes, 'xl/vbaProject.bin')],
    ['.xlsm of Excel 4', 'xlsx', (bytes) => withPart(bytes, 'xl/macrosheets/sheet1.xml')],
    ['.xlsb', 'xlsb', (bytes) => withPart(bytes, 'xl/vbaProject.bin')],
    ['.ods', 'ods', (bytes) => withPart(bytes, 'Basic/Standard/Module1.xml')],
    ['.xls', 'biff8', (bytes) => withStream(bytes, '/_VBA_PROJECT_CUR/VBA/dir')],
  ])('is read as without them, and says that it has some: %s', (_, bookType, add) => {
    const plain = openWorkbook(written(bookType));
    expect(plain.hasMacros).toBeUndefined();
    expect(openWorkbook(add(written(bookType)))).toEqual({ ...plain, hasMacros: true });
  });

  it('of Excel says so, and keeps them as they are when it is marked', () => {
    const bytes = fixture('vba.xlsm');
    expect(openWorkbook(bytes).hasMacros).toBe(true);
    const list = { name: 'L', title: 'T', lines: [], columns: [], rows: [] };
    const marked = markWorkbook(bytes, { author: 'A', marks: [], list });
    expect(marked.extension).toBe('xlsm');
    const part = 'xl/vbaProject.bin';
    expect(unzipSync(marked.bytes)[part]).toEqual(unzipSync(bytes)[part]);
  });
});

describe('a binary workbook of Excel (.xlsb)', () => {
  it.each(['any_sheets', 'date'])('holds what its .xlsx holds: %s', (name) => {
    const values = (file: string) =>
      openWorkbook(fixture(file)).sheets.map(({ name: sheet, hidden, rows }) => ({
        sheet,
        hidden,
        cells: rows.flatMap(({ cells }) =>
          cells.map(({ row, column, value, isDate }) => ({ row, column, value, isDate })),
        ),
      }));
    expect(values(`${name}.xlsb`)).toEqual(values(`${name}.xlsx`));
  });
});

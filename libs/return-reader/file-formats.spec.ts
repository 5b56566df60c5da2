import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { joinFiles, openWorkbook, type WorkbookModel, WorkbookRefused } from '@thongvon/workbook-io';
import type { Reading } from './model/reading';
import { readWorkbook } from './read-workbook';
import { refusedReading } from './return-reader';
import { judge } from './testing/compare';
import { type Layout, layouts } from './testing/layout';
import { portfolios } from './testing/portfolio';
import { writeBySheetJs, writeCsv, writeHtml } from './testing/write-formats';
import { writeReturn } from './testing/write-return';

const FIXTURES = path.resolve(__dirname, '../../test/fixtures');
const read = (bytes: Uint8Array | string): Reading => {
  try {
    return readWorkbook(openWorkbook(Buffer.from(bytes)));
  } catch (error) {
    if (error instanceof WorkbookRefused) return refusedReading(error);
    throw error;
  }
};
/** A table on one sheet, which a page or a text can hold. */
const onOneSheet = layouts().map((layout): Layout => ({
  ...layout,
  cover: 'none',
  split: layout.split === 'two-sheets' ? 'none' : layout.split,
  hidden: layout.hidden === 'sheet' ? 'none' : layout.hidden,
  sheetName: 'Sheet1',
}));
const invented = fc.tuple(portfolios(), onOneSheet);
/** A page shows spaces as browsers do, and letters are composed. */
const plain = (model: WorkbookModel): WorkbookModel => ({
  ...model,
  sheets: model.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) =>
        cell.value.type === 'text'
          ? {
              ...cell,
              value: { ...cell.value, text: cell.value.text.normalize('NFC').replace(/ +/g, ' ').trim() },
            }
          : cell,
      ),
    })),
  })),
});

/** SheetJS writes no looks; where only these say that a row is a heading, it is asked about without them. */
const withoutLooks = (model: WorkbookModel): WorkbookModel => ({
  ...model,
  sheets: model.sheets.map((sheet) => ({
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map(({ bold: _bold, indent: _indent, ...cell }) => cell),
    })),
  })),
});

describe('a return in any format that offices have', () => {
  it.each(['xlml', 'xlsb'] as const)('is read as the same table in .xlsx is: %s', (bookType) => {
    fc.assert(
      fc.property(portfolios(), layouts(), (portfolio, layout) => {
        const model = withoutLooks(writeReturn(portfolio, layout).model);
        expect(amountsIn(read(writeBySheetJs(model, bookType)))).toEqual(amountsIn(readWorkbook(model)));
      }),
      { numRuns: 25 },
    );
  });

  it('is read as the same table in .xlsx is: a web page of Excel', () => {
    fc.assert(
      fc.property(invented, ([portfolio, layout]) => {
        const model = plain(writeReturn(portfolio, layout).model);
        expect(read(writeHtml(model))).toEqual(readWorkbook(model));
      }),
      { numRuns: 40 },
    );
  });

  it('is read right from text or refused with a reason, whatever separates its cells', () => {
    fc.assert(
      fc.property(invented, fc.constantFrom(',', ';', '\t'), ([portfolio, layout], separator) => {
        const { model } = writeReturn(portfolio, layout);
        const outcome = judge(read(writeCsv(model, separator)), portfolio, layout);
        expect(outcome).not.toMatchObject({ outcome: 'wrong' });
      }),
      { numRuns: 60 },
    );
  });
});

/** What a reading says, without what only some formats keep of looks. */
const amountsIn = ({ total, byPlanType, projects, findings, asOf, planYear }: Reading) => ({
  ...{ total, byPlanType, projects, asOf, planYear },
  findings: findings.map(({ code, cell }) => ({ code, cell })),
});

describe('a return as LibreOffice saved it as a page', () => {
  it.each(['commune-binh-duong-2023-06-21', 'board-with-mistakes'])(
    'says what its .xlsx says: %s',
    (name) => {
      const page = read(readFileSync(path.join(FIXTURES, `formats/${name}.html`)));
      const book = read(readFileSync(path.join(FIXTURES, `returns/${name}.xlsx`)));
      expect(page.total).toEqual(book.total);
      const codes = (reading: Reading) => reading.findings.map(({ code, cell }) => `${code} ${cell}`).sort();
      expect(codes(page)).toEqual(codes(book));
    },
  );
});

describe('a return of several files', () => {
  it('is read as the workbook whose sheets they are', () => {
    fc.assert(
      fc.property(portfolios(), layouts(), (portfolio, layout) => {
        const model = withoutLooks(writeReturn(portfolio, layout).model);
        const files = model.sheets.map((sheet, index) => ({
          name: `Tệp ${index + 1}.xml`,
          bytes: writeBySheetJs({ ...model, sheets: [sheet] }, 'xlml'),
        }));
        const named = model.sheets.map((sheet, index) => ({
          ...sheet,
          name: `Tệp ${index + 1}.xml${sheet.name === 'Sheet1' ? '' : ` › ${sheet.name}`}`,
        }));
        expect(amountsIn(read(joinFiles(files)))).toEqual(
          amountsIn(readWorkbook({ ...model, sheets: named })),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('says what the workbook says of which LibreOffice saved each sheet as text, each cell in its file', () => {
    const names = ['giai-ngan', 'gpmb'].map((sheet) => `board-weekly-2023-06-21-${sheet}.csv`);
    const files = names.map((name) => ({ name, bytes: readFileSync(path.join(FIXTURES, 'formats', name)) }));
    const together = read(joinFiles(files));
    const book = read(readFileSync(path.join(FIXTURES, 'returns/board-weekly-2023-06-21.xlsx')));
    const { total, kinds, asOf, planYear } = book;
    expect(together).toMatchObject({ total, kinds, asOf, planYear });
    expect(together.sheets.map(({ name, role }) => [name, role])).toEqual([
      [names[0], 'disbursement'],
      [names[1], 'land-clearance'],
    ]);
    expect(together.projects.map(({ lines }) => lines.map(({ disbursed }) => disbursed))).toEqual(
      book.projects.map(({ lines }) => lines.map(({ disbursed }) => disbursed)),
    );
  });

  it('says which of its files can not be opened', () => {
    const files = [
      { name: 'a.csv', bytes: Buffer.from('a;b\nc;d\n') },
      { name: 'b.csv', bytes: Buffer.from('a;b\nc;"d\n') },
    ];
    expect(read(joinFiles(files)).findings).toMatchObject([
      { code: 'RET-DAMAGED', message: expect.stringMatching(/^Tệp “b.csv”: /) },
    ]);
  });
});

describe('a file that can not be opened as a table', () => {
  it.each([
    ['a;b,c;d\ne;f,g;h\n', 'RET-NOT-A-RETURN', /dấu phẩy, dấu chấm phẩy hay tab.*“sep=;”/],
    ['<html><form>Đăng nhập</form></html>', 'RET-NOT-A-RETURN', /trang web không có bảng.*Hãy xuất lại/],
    [
      Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x3b, 0x0a, 0xe2, 0x3b]),
      'RET-DAMAGED',
      /Bảng mã.*Hãy mở bằng Excel/,
    ],
    ['<table><tr><td colspan=99999>x</table>', 'RET-LIMIT', /ngoài trang tính của Excel \(quá 16384/],
    ['<table><tr><td>x', 'RET-DAMAGED', /bị hỏng/],
    ['a;b\nc;d\n"', 'RET-DAMAGED', /bị hỏng/],
    ['a;b\n'.repeat(2000) + 'c;\0', 'RET-DAMAGED', /bị hỏng/],
    ['<!DOCTYPE a><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', 'RET-LIMIT', /Hãy/],
  ])('says what to do', (bytes, code, message) => {
    expect(read(bytes).findings).toMatchObject([
      { code, severity: 'error', message: expect.stringMatching(message) },
    ]);
  });
});

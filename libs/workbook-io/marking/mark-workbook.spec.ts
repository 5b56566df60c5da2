import { write as writeWithSheetJs, type WorkBook } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { WorkbookRefused } from '../limits-and-refusals';
import { openWorkbook } from '../open-workbook';
import { cellName } from '../sheet-model';
import {
  byExceljs,
  cellsOf,
  commentsOf,
  demo,
  fillOf,
  LIST,
  mark,
  marked,
  noteOf,
  partsOf,
  sheetOf,
  textOf,
  valuesOf,
  workbookXml,
  xlsxFile,
  type XlsxPieces,
} from '../testing/workbook-files';
import { markWorkbook } from './mark-workbook';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

describe('a marked workbook', () => {
  const STYLES = `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.000"/></numFmts>
    <fonts count="2"><font><name val="Arial"/></font><font><b/><name val="Times New Roman"/></font></fonts>
    <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
    <borders count="1"><border/></borders><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>
    <xf numFmtId="164" fontId="1" fillId="0" borderId="0" applyNumberFormat="1"><alignment indent="2"/></xf></cellXfs></styleSheet>`;
  const ROWS = `<row r="2" spans="1:2"><c r="A2" t="inlineStr"><is><t>Cầu</t></is></c><c r="B2" s="1"><f>SUM(B5:B6)</f><v>-5</v></c></row><row r="5"><c r="B5"><v>1.25</v></c></row>`;
  const EXTRAS = {
    'xl/charts/chart1.xml': '<c:chartSpace xmlns:c="c"/>',
    'xl/drawings/drawing1.xml': '<xdr:wsDr xmlns:xdr="xdr"/>',
    'xl/pivotTables/pivotTable1.xml': '<pivotTableDefinition/>',
    'xl/vbaProject.bin': Uint8Array.from({ length: 500 }, (_, i) => (i * 7) % 256),
    'docProps/core.xml': '<coreProperties/>',
  };
  const make = (pieces: XlsxPieces = {}): Uint8Array =>
    xlsxFile({ sheets: [ROWS, ROWS], styles: STYLES, ...pieces, parts: { ...EXTRAS, ...pieces.parts } });

  it('keeps every part that it need not touch byte for byte, packed as it was', () => {
    const before = make();
    const after = marked(before, mark('B2'));
    const kept = partsOf(after);
    const changed = [...partsOf(before)].filter(([name, { packed }]) => {
      const now = kept.get(name)?.packed;
      return now === undefined || Buffer.compare(packed, now) !== 0;
    });
    expect(changed.map(([name]) => name).sort()).toEqual([
      '[Content_Types].xml',
      'xl/_rels/workbook.xml.rels',
      'xl/styles.xml',
      'xl/workbook.xml',
      'xl/worksheets/sheet1.xml',
    ]);
    const added = [...kept.keys()].filter((name) => !partsOf(before).has(name));
    expect(added.sort()).toEqual([
      'xl/comments1.xml',
      'xl/drawings/vmlDrawing1.vml',
      'xl/worksheets/_rels/sheet1.xml.rels',
      'xl/worksheets/sheet3.xml',
    ]);
  });

  it('changes of a sheet nothing but the styles of the marked cells and the link to its notes', () => {
    const before = textOf(make(), 'xl/worksheets/sheet1.xml');
    const after = textOf(marked(make(), mark('B2')), 'xl/worksheets/sheet1.xml');
    const undone = after.replace('s="2"', 's="1"').replace(/<legacyDrawing [^>]*>/, '');
    expect(undone).toBe(before);
  });

  it('colours by severity on top of the look that a cell has, and leaves information uncoloured', async () => {
    const after = marked(
      make(),
      mark('B2'),
      mark('A2', 'question'),
      mark('B5', 'warning'),
      mark('A5', 'info'),
    );
    const sheet = (await byExceljs(after)).getWorksheet('Sheet1');
    expect(['B2', 'A2', 'B5', 'A5'].map((cell) => fillOf(sheet?.getCell(cell)))).toEqual([
      'FFFF9C9C',
      'FFFFD27F',
      'FFFFF7B2',
      undefined,
    ]);
    expect(cellsOf(sheetOf(after))['B2']).toEqual(cellsOf(sheetOf(make()))['B2']);
    expect(sheet?.getCell('B2')).toMatchObject({ numFmt: '#,##0.000', font: { bold: true } });
  });

  it('says beside each cell what is the matter, to Excel, exceljs and SheetJS alike', async () => {
    const after = marked(make(), mark('B2'), mark('B2', 'warning'), mark('A5', 'info'));
    const workbook = await byExceljs(after);
    const note = '✖ error\nHãy sửa <ô> này & nạp lại.';
    expect(noteOf(workbook.getWorksheet('Sheet1')?.getCell('B2'))).toBe(
      `${note}\n✖ warning\nHãy sửa <ô> này & nạp lại.`,
    );
    expect(fillOf(workbook.getWorksheet('Sheet1')?.getCell('B2'))).toBe('FFFF9C9C');
    expect(Object.keys(commentsOf(after, 'Sheet1')).sort()).toEqual(['A5', 'B2']);
  });

  it('adds to comments that people have written, and never replaces them', async () => {
    const original = new ExcelJS.Workbook();
    const sheet = original.addWorksheet('Sheet1');
    sheet.getCell('A1').value = 1;
    sheet.getCell('A1').note = 'Kế toán: đã đối chiếu';
    sheet.getCell('C3').note = 'Xem lại sau';
    const before = new Uint8Array(await original.xlsx.writeBuffer());
    expect(commentsOf(marked(before, mark('A1'), mark('B2')), 'Sheet1')).toEqual({
      A1: 'Kế toán: đã đối chiếu\n✖ error\nHãy sửa <ô> này & nạp lại.',
      B2: '✖ error\nHãy sửa <ô> này & nạp lại.',
      C3: 'Xem lại sau',
    });
    const drawing = textOf(marked(before, mark('A1'), mark('B2')), 'xl/drawings/vmlDrawing1.vml');
    const shapes = Array.from(drawing.matchAll(/<v:shape [^>]*id="(\w+)"/g), ([, id]) => id);
    expect(shapes).toHaveLength(3);
    expect(new Set(shapes).size).toBe(3);
  });

  it('makes cells and rows that are not there, in their order and with the look of their row or column', () => {
    const rows = `<row r="3" s="1" customFormat="1"/><row r="5"><c r="C5"><v>1</v></c></row><row r="9"/>`;
    const sheet = `<worksheet xmlns="${MAIN}"><cols><col min="4" max="4" style="1"/></cols><sheetData>${rows}</sheetData></worksheet>`;
    const cells = ['B3', 'A5', 'B5', 'C5', 'E5', 'D7', 'A9', 'Z12'];
    const after = marked(make({ sheets: [sheet] }), ...cells.toReversed().map((cell) => mark(cell)));
    const xml = textOf(after, 'xl/worksheets/sheet1.xml');
    expect(Array.from(xml.matchAll(/<c r="(\w+)"/g), ([, cell]) => cell)).toEqual(cells);
    expect(Array.from(xml.matchAll(/<row r="(\d+)"/g), ([, row]) => row)).toEqual(['3', '5', '7', '9', '12']);
    const styleOf = (cell: string) => new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(xml)?.[1];
    expect([styleOf('B3'), styleOf('D7')]).toEqual(['2', '2']);
    expect([styleOf('A5'), styleOf('C5')]).toEqual(['3', '3']);
    expect(valuesOf(sheetOf(after))).toEqual({ C5: 1 });
  });

  it('marks the first cell of a merged range for any cell of it', () => {
    const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${ROWS}</sheetData><mergeCells><mergeCell ref="A2:C4"/></mergeCells></worksheet>`;
    const after = marked(make({ sheets: [sheet] }), mark('C4'));
    expect(textOf(after, 'xl/comments1.xml')).toContain('ref="A2"');
    expect(textOf(after, 'xl/worksheets/sheet1.xml')).not.toContain('"C4"/');
  });

  it('understands files whose XML has a prefix, as .NET programs write them', () => {
    const prefixed = (xml: string): string =>
      xml.replace(/<(\/?)(?=\w)/g, '<$1x:').replace(`xmlns="${MAIN}"`, `xmlns:x="${MAIN}"`);
    const plain = `<worksheet xmlns="${MAIN}"><sheetData>${ROWS}</sheetData></worksheet>`;
    const before = make({
      sheets: [prefixed(plain)],
      styles: prefixed(STYLES),
      workbook: prefixed(workbookXml(['<sheet name="Sheet1" sheetId="7" r:id="r1"/>'])),
    });
    const after = marked(before, mark('B2'), mark('C9'));
    const xml = textOf(after, 'xl/worksheets/sheet1.xml');
    expect(xml).toContain('<x:row r="9"><x:c r="C9" s="3"/></x:row>');
    expect(xml).toMatch(/<x:legacyDrawing [^>]*\/><\/x:worksheet>$/);
    expect(textOf(after, 'xl/styles.xml')).toContain('<x:fgColor rgb="FFFF9C9C"/>');
    expect(openWorkbook(after).sheets.map(({ name }) => name)).toEqual(['Sheet1', 'Kết quả kiểm tra']);
    expect(cellsOf(sheetOf(after))).toEqual(cellsOf(sheetOf(before)));
  });

  it('gives Strict files relations and sheets of their own kind', () => {
    const strict = 'http://purl.oclc.org/ooxml';
    const workbook = workbookXml(['<sheet name="Sheet1" sheetId="1" r:id="r1"/>'])
      .replace(MAIN, `${strict}/spreadsheetml/main`)
      .replace(RELATIONS, `${strict}/officeDocument/relationships`);
    const after = marked(make({ sheets: [ROWS], workbook }), mark('B2'));
    expect(textOf(after, 'xl/worksheets/sheet2.xml')).toContain(`${strict}/spreadsheetml/main`);
    expect(textOf(after, 'xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      `${strict}/officeDocument/relationships/comments`,
    );
    expect(sheetOf(after, 'Kết quả kiểm tra')?.rows.length).toBe(4);
  });

  it('puts the link to the notes where the schema wants it, also beside controls and tables', () => {
    const tail = '<pageMargins left="1"/><tableParts count="1"><tablePart r:id="t"/></tableParts><extLst/>';
    const sheet = `<worksheet xmlns="${MAIN}"><sheetData/>${tail}</worksheet>`;
    const xml = textOf(marked(make({ sheets: [sheet] }), mark('A1')), 'xl/worksheets/sheet1.xml');
    expect(xml).toMatch(/<pageMargins left="1"\/><legacyDrawing [^>]*\/><tableParts/);
    expect(xml).toContain('<sheetData><row r="1"><c r="A1" s="2"/></row></sheetData>');
  });

  it('opens on the sheet that was open, and lists behind the others under a name of its own', () => {
    const twice = marked(marked(demo('board-with-mistakes'), mark('E9', 'error', 'Giải ngân')));
    expect(openWorkbook(twice).sheets.map(({ name }) => name)).toEqual([
      'Giải ngân',
      'Kết quả kiểm tra',
      'Kết quả kiểm tra (2)',
    ]);
  });

  it('stays a workbook with macros, which Excel opens under its own extension only', () => {
    const type = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
    const types = `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`;
    const macros = make({ parts: { '[Content_Types].xml': types } });
    expect(markWorkbook(macros, { author: 'x', marks: [], list: LIST }).extension).toBe('xlsm');
    expect(markWorkbook(make(), { author: 'x', marks: [], list: LIST }).extension).toBe('xlsx');
  });

  it.each(['biff8', 'ods', 'xlsb'] as const)('is refused for .%s, which can not be patched', (bookType) => {
    const book: WorkBook = { SheetNames: ['A'], Sheets: { A: { A1: { t: 'n', v: 1 }, '!ref': 'A1' } } };
    const bytes = writeWithSheetJs(book, { type: 'buffer', bookType }) as Buffer;
    expect(() => marked(bytes)).toThrow(WorkbookRefused);
  });

  it('says the same as before, whatever the sheet looks like and wherever the marks are', () => {
    fc.assert(
      fc.property(anySheet, anyMarks, ([rows, addressed], marks) => {
        const xml = rows
          .map(([row, cells]) => {
            const written = cells.map(
              ([column, value]) =>
                `<c${addressed ? ` r="${cellName(row, column)}"` : ''}><v>${value}</v></c>`,
            );
            return `<row${addressed ? ` r="${row + 1}"` : ''}>${written.join('')}</row>`;
          })
          .join('');
        const before = xlsxFile({ sheets: [xml === '' ? '<row r="1"/>' : xml] });
        const after = marked(before, ...marks.map((cell) => mark(cell)));
        expect(valuesOf(sheetOf(after))).toEqual(valuesOf(sheetOf(before)));
        const comments = textOf(after, 'xl/comments1.xml');
        for (const cell of marks) expect(comments).toContain(`ref="${cell}"`);
        const sheet = textOf(after, 'xl/worksheets/sheet1.xml');
        expect(sheet.match(/ s="1"/g) ?? []).toHaveLength(new Set(marks).size);
      }),
      { numRuns: 60 },
    );
  });
});

const sorted = <T>(items: (readonly [number, T])[]): (readonly [number, T])[] =>
  items.sort((a, b) => a[0] - b[0]);
const anyCells = fc
  .uniqueArray(fc.tuple(fc.nat(6), fc.integer()), { maxLength: 5, selector: ([column]) => column })
  .map((cells) => sorted(cells));
const anySheet = fc.boolean().chain((addressed) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(8), anyCells), { maxLength: 6, selector: ([row]) => row })
    // Without addresses rows and cells follow each other from the top left.
    .map((rows) =>
      sorted(rows).map(
        ([row, cells], i) =>
          [addressed ? row : i, addressed ? cells : cells.map(([, v], j) => [j, v] as const)] as const,
      ),
    )
    .map((rows) => [rows, addressed] as const),
);
const anyMarks = fc.array(
  fc.tuple(fc.nat(10), fc.nat(8)).map(([row, column]) => cellName(row, column)),
  { minLength: 1, maxLength: 8 },
);

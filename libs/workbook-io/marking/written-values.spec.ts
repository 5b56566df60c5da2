import fc from 'fast-check';
import { correctCells, type CorrectedCell } from '../formulas/correct-cells';
import { moveFormula } from '../formulas/move-formula';
import { WORKBOOK_LIMITS } from '../limits-and-refusals';
import { openWorkbook } from '../open-workbook';
import { parsePlace } from '../sheet-model';
import {
  byExceljs,
  cellsOf,
  fillOf,
  LIST,
  mark,
  noteOf,
  sheetOf,
  textOf,
  valuesOf,
  xlsxFile,
} from '../testing/workbook-files';
import { markWorkbook } from './mark-workbook';
import { writtenCells } from './written-cells';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><name val="Arial"/></font><font><b/><name val=".VnTime"/></font></fonts>
  <cellXfs count="3"><xf numFmtId="0" fontId="0"/><xf numFmtId="14" fontId="0" applyNumberFormat="1"/><xf numFmtId="3" fontId="1"/></cellXfs></styleSheet>`;

type Typed = readonly [cell: string, value: number | string, isDate?: true];

const cellAt = ([cell, value, isDate]: Typed): CorrectedCell => ({
  sheet: 'Sheet1',
  ...(parsePlace(cell) ?? { row: 0, column: 0 }),
  value: typeof value === 'number' ? { type: 'number', number: value } : { type: 'text', text: value },
  ...(isDate && { isDate }),
});

/** The workbook with this typed into it, and its model as our reader corrects it. */
function written(bytes: Uint8Array, ...typed: Typed[]) {
  const model = openWorkbook(bytes);
  const cells = typed.map(cellAt);
  const corrected = correctCells(model, cells, WORKBOOK_LIMITS.formulaSteps);
  const values = writtenCells(model, { typed: cells, followed: corrected.followed });
  const marks = typed.map(([cell]) => mark(cell, 'correction'));
  return {
    model: corrected.model,
    bytes: markWorkbook(bytes, { author: 'Thông Vốn', marks, values, list: LIST }).bytes,
  };
}

const sheetXml = (bytes: Uint8Array): string => textOf(bytes, 'xl/worksheets/sheet1.xml');

describe('values that are written into a workbook', () => {
  it('stand in their cells, coloured and with a note; formulas that follow have their new values', async () => {
    const rows =
      '<row r="1"><c r="A1" s="2" t="inlineStr"><is><t>hơn 5</t></is></c><c r="B1"><v>2</v></c><c r="C1"><f>SUM(A1:B1)</f><v>2</v></c></row>';
    const { bytes } = written(xlsxFile({ sheets: [rows], styles: STYLES }), ['A1', 5.25], ['D2', 'chữ <&>']);
    expect(valuesOf(sheetOf(bytes))).toEqual({ A1: 5.25, B1: 2, C1: 7.25, D2: 'chữ <&>' });
    expect(sheetXml(bytes)).toContain('<c r="C1"><f>SUM(A1:B1)</f><v>7.25</v></c>');
    const sheet = (await byExceljs(bytes)).getWorksheet('Sheet1');
    expect(fillOf(sheet?.getCell('A1'))).toBe('FFB7E1CD');
    expect(sheet?.getCell('A1').numFmt).toBe('#,##0');
    expect(noteOf(sheet?.getCell('A1'))).toContain('correction');
    expect(sheet?.getCell('C1').value).toEqual({ formula: 'SUM(A1:B1)', result: 7.25 });
  });

  it('are read as what they are: a number where dates are shown, a day there, a text in an old font', () => {
    const rows =
      '<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1" s="1"><v>45000</v></c><c r="C1" s="2" t="inlineStr"><is><t>x</t></is></c></row>';
    const { bytes } = written(
      xlsxFile({ sheets: [rows], styles: STYLES }),
      ['A1', 12],
      ['B1', 45_100, true],
      ['C1', 'Đường số 1'],
    );
    const cells = cellsOf(sheetOf(bytes));
    expect(cells['A1']).toEqual({
      row: 0,
      column: 0,
      value: { type: 'number', number: 12 },
      fontName: 'Arial',
    });
    expect(cells['B1']).toMatchObject({ value: { number: 45_100 }, isDate: true });
    expect(cells['C1']).toMatchObject({
      value: { text: 'Đường số 1' },
      fontName: 'Times New Roman',
      bold: true,
    });
  });

  it('leave a shared formula to the others that share it, when it is its first cell that is typed into', () => {
    const rows = [1, 2, 3].map((n) => {
      const first = n === 1 ? ' ref="C1:C3">IF($A1&gt;0,A1+B$1,"A1 &amp; x")</f>' : '/>';
      return `<row r="${n}"><c r="A${n}"><v>${n}</v></c><c r="B${n}"><v>10</v></c><c r="C${n}"><f t="shared" si="0"${first}<v>${n + 10}</v></c></row>`;
    });
    const { bytes } = written(xlsxFile({ sheets: [rows.join('')] }), ['C1', 99], ['A2', 7]);
    expect(valuesOf(sheetOf(bytes))).toMatchObject({ C1: 99, C2: 17, C3: 13 });
    expect(cellsOf(sheetOf(bytes))['C3']?.formula).toBe('IF($A3>0,A3+B$1,"A1 & x")');
    expect(sheetXml(bytes)).not.toContain('shared');
  });

  it('dissolve an array that they are typed into, whose values stay, and no other', () => {
    const rows =
      '<row r="1"><c r="A1" cm="1"><f t="array" ref="A1:A2">B1:B2*2</f><v>2</v></c><c r="C1"><f t="array" ref="C1">SUM(A1:A2)</f><v>6</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>';
    const { bytes } = written(xlsxFile({ sheets: [rows] }), ['A2', 40]);
    expect(sheetXml(bytes)).toContain('<c r="A1"><v>2</v></c>');
    expect(cellsOf(sheetOf(bytes))['C1']).toMatchObject({ formula: 'SUM(A1:A2)', value: { number: 42 } });
  });

  it('take the order of computing along when a formula goes, and only then', () => {
    const parts = {
      '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Override PartName="/xl/calcChain.xml" ContentType="c"/></Types>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="r1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r9" Type="${RELATIONS}/calcChain" Target="calcChain.xml"/></Relationships>`,
      'xl/calcChain.xml': `<calcChain xmlns="${MAIN}"><c r="B1" i="1"/></calcChain>`,
    };
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1</f><v>1</v></c></row>';
    const file = xlsxFile({ sheets: [rows], parts });
    expect(textOf(written(file, ['A1', 2]).bytes, 'xl/calcChain.xml')).not.toBe('');
    const { bytes } = written(file, ['B1', 2]);
    expect(textOf(bytes, 'xl/calcChain.xml')).toBe('');
    expect(textOf(bytes, 'xl/_rels/workbook.xml.rels')).not.toContain('calcChain');
    expect(textOf(bytes, '[Content_Types].xml')).not.toContain('calcChain');
  });

  it('leave a formula that nobody here can compute without a value, to the program that opens the file', () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>VLOOKUP(A1,A1:A1,1)&amp;""</f><v>1</v></c></row>';
    const { bytes } = written(xlsxFile({ sheets: [rows] }), ['A1', 2]);
    expect(sheetXml(bytes)).toContain('<c r="B1"><f>VLOOKUP(A1,A1:A1,1)&amp;""</f></c>');
    expect(textOf(bytes, 'xl/workbook.xml')).toMatch(/<\/definedNames><calcPr fullCalcOnLoad="1"\/>/);
  });

  it('give what our reader reads once the cells are corrected, whatever the sheet holds', () => {
    fc.assert(
      fc.property(anySheet, anyTyped, (rows, typed) => {
        const file = xlsxFile({ sheets: [rows], styles: STYLES });
        const { model, bytes } = written(file, ...typed);
        const [expected] = model.sheets;
        expect(valuesOf(sheetOf(bytes))).toEqual(valuesOf(expected));
        const formulas = (cells: ReturnType<typeof cellsOf>) =>
          // An array that is typed into is none any more.
          Object.entries(cells).flatMap(([name, { formula }]) => (name === 'E4' ? [] : [[name, formula]]));
        expect(formulas(cellsOf(sheetOf(bytes)))).toEqual(formulas(cellsOf(expected)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('a formula that is moved', () => {
  it.each([
    ['SUM(A1:B$2)', 'SUM(B3:C$2)'],
    ["'A1 B2'!$A1+Sheet1!A$1", "'A1 B2'!$A3+Sheet1!B$1"],
    ['LOG10(A1)&"A1""B2"', 'LOG10(B3)&"A1""B2"'],
    ['SUM(A:$B)+SUM(1:$2)+1E5', 'SUM(B:$B)+SUM(3:$2)+1E5'],
    ['Bảng1[[#This Row],[A1]]+KHV_A1+Tổng1', 'Bảng1[[#This Row],[A1]]+KHV_A1+Tổng1'],
    ['XFD1+A1048575', '#REF!+#REF!'],
  ])('%s is %s two rows down and one column to the right', (formula, moved) => {
    expect(moveFormula(formula, 2, 1)).toBe(moved);
  });
});

/** Five rows: numbers in A and B, sums that share a formula in C, a running sum in D, an array in E of the last two, a text in F. */
const anySheet = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.boolean()), { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([rows, prefixed]) => {
    const xml = rows.map(([a, b, isDate], i) => {
      const n = i + 1;
      const shared = i === 0 ? ' ref="C1:C5">A1+B1</f>' : '/>';
      const array = i === 3 ? '<f t="array" ref="E4:E5">A4:A5</f>' : '';
      return [
        `<row r="${n}" spans="1:6"><c r="A${n}"${isDate ? ' s="1"' : ''}><v>${a}</v></c><c r="B${n}" s="2"><v>${b}</v></c>`,
        `<c r="C${n}"><f t="shared" si="0"${shared}<v>${a + b}</v></c><c r="D${n}"><f>SUM(C$1:C${n})</f><v>1</v></c>`,
        `${i > 2 ? `<c r="E${n}">${array}<v>${a}</v></c>` : ''}<c r="F${n}" s="2" t="inlineStr"><is><t>chu</t></is></c></row>`,
      ].join('');
    });
    const sheet = `<worksheet xmlns="${MAIN}"><sheetData>${xml.join('')}</sheetData></worksheet>`;
    return prefixed ? sheet.replace(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=') : sheet;
  });

const anyTyped = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', 'G'),
      fc.integer({ min: 1, max: 7 }),
      fc.oneof(fc.nat(999), fc.constant('sửa')),
    )
    .map(([column, row, value]): Typed => [`${column}${row}`, value]),
  { minLength: 1, maxLength: 6, selector: ([cell]) => cell },
);

import { openWorkbook } from '../open-workbook';
import { cellsOf, refusalOf, stringsXml, valuesOf, workbookXml, xlsxFile } from '../testing/workbook-files';
import { WORKBOOK_LIMITS } from '../limits-and-refusals';
import { scanSheet } from './sheet-scan';

const first = (bytes: Uint8Array) => openWorkbook(bytes).sheets[0];
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

describe('opening a .xlsx', () => {
  it('reads numbers, texts, truth values and errors as they are written', () => {
    const sharedStrings = stringsXml(
      '<si><t>Đường ĐH.7</t></si>',
      '<si><r><t>Cầu </t></r><r><t xml:space="preserve">Bà Rén</t></r></si>',
    );
    const sheet = `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1"><v>1234.5</v></c>
      <c r="D1" t="b"><v>1</v></c><c r="E1" t="e"><v>#REF!</v></c><c r="F1" t="e"><v>#SPILL!</v></c>
      <c r="G1" t="inlineStr"><is><t>trực tiếp</t></is></c><c r="H1" t="str"><f>A1</f><v>Đường &amp; &#7885;</v></c>
      <c r="I1"><v>-1.5E-3</v></c></row>`;
    expect(valuesOf(first(xlsxFile({ sheets: [sheet], sharedStrings })))).toEqual({
      A1: 'Đường ĐH.7',
      B1: 'Cầu Bà Rén',
      C1: 1234.5,
      D1: true,
      E1: '#REF!',
      F1: '#SPILL!',
      G1: 'trực tiếp',
      H1: 'Đường & ọ',
      I1: -0.0015,
    });
  });

  it('reads files of .NET programs: a prefix on every name, inline texts, no addresses, UTF-16', () => {
    const xml = `<?xml version="1.0" encoding="utf-16"?><x:worksheet xmlns:x="${MAIN}"><x:sheetData>
      <x:row><x:c t="inlineStr"><x:is><x:t>Mã dự án</x:t></x:is></x:c><x:c/><x:c><x:v>7</x:v></x:c></x:row>
      <x:row><x:c><x:f>C1*2</x:f></x:c></x:row></x:sheetData></x:worksheet>`;
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(xml, 'utf16le')]);
    const file = xlsxFile({ parts: { 'xl/worksheets/sheet1.xml': bytes } });
    expect(valuesOf(first(file))).toEqual({ A1: 'Mã dự án', C1: 7, A2: 14 });
  });

  it('reads XML that is broken into lines wherever it may be', () => {
    const sheet = `<row\n r='1'\n>\n<c\n r='A1'\n t='inlineStr'\n>\n<is\n>\n<t\n xml:space='preserve'\n>a </t\n>\n</is>\n</c\n>
      <c\tr="B1"><v xml:space="preserve"> 5 </v></c><c\n><f\n>B1*2</f><v\n>10</v></c></row>`;
    expect(valuesOf(first(xlsxFile({ sheets: [sheet] })))).toEqual({ A1: 'a ', B1: 5, C1: 10 });
  });

  it('sees through comments and CDATA, where two readers could see two things', () => {
    const sheet = `<row r="1"><c r="A1"><!-- <v>1</v> --><v>2</v></c>
      <c r="B1" t="inlineStr"><is><t><![CDATA[a < b & c]]></t></is></c></row>`;
    expect(valuesOf(first(xlsxFile({ sheets: [sheet] })))).toEqual({ A1: 2, B1: 'a < b & c' });
  });

  it('counts an empty shared string, so that the later ones keep their numbers', () => {
    const sharedStrings = stringsXml('<si/>', '<si><t>một</t></si>', '<si></si>', '<si><t>hai</t></si>');
    const cells = [0, 1, 2, 3].map((n) => `<c r="${'ABCD'.charAt(n)}1" t="s"><v>${n}</v></c>`).join('');
    const file = xlsxFile({ sheets: [`<row r="1">${cells}</row>`], sharedStrings });
    expect(valuesOf(first(file))).toEqual({ B1: 'một', D1: 'hai' });
  });

  it('never takes a formula without a saved value for zero', () => {
    const sheet = `<row r="1"><c r="A1"><f>VLOOKUP(1,B:C,2)</f></c><c r="B1"><f>VLOOKUP(1,B:C,2)</f><v></v></c>
      <c r="C1" t="b"><f>ISBLANK(A1)</f></c><c r="D1" t="str"><f>IF(A2="","",1)</f><v></v></c>
      <c r="E1"><f>NOW()</f><v>0</v></c></row>`;
    const cells = cellsOf(first(xlsxFile({ sheets: [sheet] })));
    for (const name of ['A1', 'B1', 'C1']) expect(cells[name]?.value).toEqual({ type: 'unknown' });
    expect(cells['A1']?.formula).toBe('VLOOKUP(1,B:C,2)');
    expect(cells['D1']?.value).toEqual({ type: 'text', text: '' });
    expect(cells['E1']?.value).toEqual({ type: 'number', number: 0 });
  });

  it('spells out shared formulas, computes them, and knows array formulas', () => {
    const sheet = `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*2</f></c></row>
      <row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/></c></row>
      <row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"></f><v>6</v></c>
      <c r="C3"><f t="array" ref="C3">SUM(A1:A3*B1:B3)</f></c></row>`;
    const cells = cellsOf(first(xlsxFile({ sheets: [sheet] })));
    expect(cells['B1']).toMatchObject({ formula: 'A1*2', value: { number: 2 }, computed: true });
    expect(cells['B2']).toMatchObject({ formula: 'A2*2', value: { number: 4 }, computed: true });
    expect(cells['B3']).toMatchObject({ formula: 'A3*2', value: { number: 6 } });
    expect(cells['B3']).not.toHaveProperty('computed');
    expect(cells['C3']).toMatchObject({ formula: 'SUM(A1:A3*B1:B3)', value: { type: 'unknown' } });
  });

  it('counts a merged cell once, though a program repeats its value in every cell', () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>100</v></c><c r="B1"><v>100</v></c><c r="C1"><v>5</v></c></row>
      <row r="2"><c r="A2"><v>100</v></c><c r="B2"><v>100</v></c></row></sheetData>
      <mergeCells count="1"><mergeCell ref="A1:B2"/></mergeCells></worksheet>`;
    const model = first(xlsxFile({ sheets: [sheet] }));
    expect(valuesOf(model)).toEqual({ A1: 100, C1: 5 });
    expect(model?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 1 }]);
  });

  it('knows what is hidden: sheets, rows and columns', () => {
    const workbook = workbookXml([
      '<sheet name="Tổng &amp; hợp" sheetId="1" r:id="r1"/>',
      '<sheet name="Ẩn" sheetId="2" state="hidden" r:id="r2"/>',
      '<sheet name="Rất ẩn" sheetId="3" state="veryHidden" r:id="r3"/>',
    ]);
    const sheet = `<worksheet><cols><col min="2" max="3" hidden="1"/><col min="5" max="16384" width="9"/></cols>
      <sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row></sheetData></worksheet>`;
    const { sheets } = openWorkbook(xlsxFile({ sheets: [sheet, '', ''], workbook }));
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Tổng & hợp', false],
      ['Ẩn', true],
      ['Rất ẩn', true],
    ]);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([1, 2]);
    expect(sheets[0]?.rows.map(({ index, hidden }) => [index, hidden])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('gives day numbers as they are, says which are dates, and from which year they count', () => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd/mm/yyyy"/><numFmt numFmtId="171" formatCode="#,##0\\ &quot;ngày&quot;"/></numFmts>
      <fonts><font/></fonts><cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/></cellXfs></styleSheet>`;
    const sheet = `<row r="1"><c r="A1" s="1"><v>45000</v></c><c r="B1" s="2"><v>45000.75</v></c><c r="C1" s="3"><v>30</v></c>
      <c r="D1" t="d"><v>2023-06-30T18:00:00</v></c></row>`;
    const workbook = workbookXml(['<sheet name="S" sheetId="1" r:id="r1"/>'], '<workbookPr date1904="1"/>');
    const model = openWorkbook(xlsxFile({ sheets: [sheet], styles, workbook }));
    const cells = cellsOf(model.sheets[0]);
    expect(model.date1904).toBe(true);
    expect(cells['A1']).toMatchObject({ value: { number: 45000 }, isDate: true });
    expect(cells['B1']).toMatchObject({ value: { number: 45000.75 }, isDate: true, format: 'dd/mm/yyyy' });
    expect(cells['C1']).toMatchObject({ format: '#,##0\\ "ngày"' });
    expect(cells['C1']).not.toHaveProperty('isDate');
    // 45107.75 from 1900: it has to count as the other cells do.
    expect(cells['D1']).toMatchObject({ value: { number: 43645.75 }, isDate: true });
  });

  it('gives font, bold and indent of a cell', () => {
    const styles = `<styleSheet><fonts><font><name val="Times New Roman"/></font><font><b/><name val=".VnTime"/></font><font><b val="0"/></font></fonts>
      <cellStyleXfs><xf fontId="1"/></cellStyleXfs>
      <cellXfs><xf fontId="0"/><xf fontId="1"><alignment horizontal="left" indent="2"/></xf><xf fontId="2"/></cellXfs></styleSheet>`;
    const sheet =
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="1"><v>2</v></c><c r="C1" s="2"><v>3</v></c></row>';
    const { A1, B1, C1 } = cellsOf(first(xlsxFile({ sheets: [sheet], styles })));
    expect(A1).toEqual({
      row: 0,
      column: 0,
      value: { type: 'number', number: 1 },
      fontName: 'Times New Roman',
    });
    expect(B1).toMatchObject({ fontName: '.VnTime', bold: true, indent: 2 });
    expect(C1).not.toHaveProperty('bold');
  });

  it('puts rows and cells in order that a program has written out of order', () => {
    const sheet =
      '<row r="3"><c r="C3"><v>3</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="B1"><v>0</v></c></row>';
    const rows = first(xlsxFile({ sheets: [sheet] }))?.rows ?? [];
    expect(rows.map(({ index, cells }) => [index, cells.map(({ column }) => column)])).toEqual([
      [0, [1]],
      [2, [0, 2]],
    ]);
  });

  it('spends nothing on 65 536 empty rows, 16 384 empty columns, or links over a whole sheet', () => {
    const empty = Array.from({ length: 65_536 }, (_, i) => `<row r="${i + 2}" s="1" customFormat="1"/>`).join(
      '',
    );
    const wide = Array.from({ length: 16_384 }, () => '<c s="1"/>').join('');
    const sheet = `<worksheet><dimension ref="A1:XFD1048576"/><cols><col min="1" max="16384" hidden="0"/></cols><sheetData>
      <row r="1"><c r="A1"><f>3-2</f><v>1</v></c></row>${empty}<row r="70000">${wide}</row></sheetData>
      <hyperlinks><hyperlink ref="A1:XFD1048576" location="A1"/></hyperlinks></worksheet>`;
    expect(scanSheet(sheet, 'sheet', WORKBOOK_LIMITS, 10).xml).toBe(
      '<worksheet><sheetData><row r="1"><c r="A1"><f>3-2</f><v>1</v></c></row></sheetData></worksheet>',
    );
    expect(valuesOf(first(xlsxFile({ sheets: [sheet] })))).toEqual({ A1: 1 });
  });

  it('has SheetJS read neither plain numbers nor which shared text a cell shows, but all else', () => {
    const sheet = `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1" t="s"><v>0</v></c><c r="C1" t="b"><v>1</v></c></row>
      <row r="2"><c r="A2"><v>2</v></c></row></sheetData></worksheet>`;
    expect(scanSheet(sheet, 'sheet', WORKBOOK_LIMITS, 10).xml).toBe(
      '<worksheet><sheetData><row r="1"><c r="C1" t="b"><v>1</v></c></row></sheetData></worksheet>',
    );
  });

  it('refuses a cell that shows a shared text which is not there', () => {
    const sheet = '<row r="1"><c r="A1" t="s"><v>7</v></c></row>';
    const file = xlsxFile({ sheets: [sheet], sharedStrings: stringsXml('<si><t>một</t></si>') });
    expect(refusalOf(() => openWorkbook(file))).toContain('RET-DAMAGED');
  });
});

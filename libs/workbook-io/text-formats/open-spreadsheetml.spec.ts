import { openWorkbook } from '../open-workbook';
import { cellsOf, refusalOf, valuesOf } from '../testing/workbook-files';

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';
const workbook = (content: string, prolog = '<?mso-application progid="Excel.Sheet"?>'): string =>
  `<?xml version="1.0"?>${prolog}<Workbook xmlns="${SPREADSHEET}" xmlns:ss="${SPREADSHEET}">${content}</Workbook>`;
const sheet = (rows: string, rest = ''): string =>
  `<Worksheet ss:Name="Giải ngân"><Table>${rows}</Table>${rest}</Worksheet>`;
const open = (text: string) => openWorkbook(Buffer.from(text));
const refused = (text: string): string => refusalOf(() => open(text));
const data = (value: string | number, type = typeof value === 'number' ? 'Number' : 'String'): string =>
  `<Data ss:Type="${type}">${value}</Data>`;

describe('opening an XML workbook of Excel 2003', () => {
  it('reads values where they stand, behind indexes, spans and merges', () => {
    const [read] = open(
      workbook(
        sheet(`<Row><Cell ss:MergeAcross="2" ss:MergeDown="1">${data('Kế hoạch')}</Cell><Cell>${data(1.5)}</Cell></Row>
          <Row ss:Span="2"/><Row ss:Index="6" ss:Hidden="1"><Cell ss:Index="3">${data('01&amp;', 'String')}</Cell>
          <Cell>${data(1, 'Boolean')}</Cell><Cell>${data('#REF!', 'Error')}</Cell><Cell/><Cell>${data('')}</Cell></Row>`),
      ),
    ).sheets;
    expect(read?.name).toBe('Giải ngân');
    expect(valuesOf(read)).toEqual({ A1: 'Kế hoạch', D1: 1.5, C6: '01&', D6: true, E6: '#REF!' });
    expect(read?.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 2 }]);
    expect(read?.rows.map(({ hidden }) => hidden)).toEqual([false, true]);
  });

  it('knows styles and what they take over, dates of both calendars, what is hidden', () => {
    const styles = `<Styles><Style ss:ID="Default"><Font ss:FontName=".VnTime"/></Style>
      <Style ss:ID="a"><Font ss:FontName="Arial" ss:Bold="1"/><NumberFormat ss:Format="Short Date"/></Style>
      <Style ss:ID="b" ss:Parent="a"><NumberFormat ss:Format="#,##0.000"/><Alignment ss:Indent="2"/></Style></Styles>`;
    const rows = `<Column ss:Index="2" ss:Span="1" ss:Hidden="1"/><Row><Cell>${data(1)}</Cell>
      <Cell ss:StyleID="a">${data('2023-06-21T12:00:00.000', 'DateTime')}</Cell><Cell ss:StyleID="b">${data(2)}</Cell></Row>`;
    const options =
      '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>';
    const book = workbook(styles + sheet(rows, options));
    const [read] = open(book).sheets;
    expect(cellsOf(read)).toEqual({
      A1: { row: 0, column: 0, value: { type: 'number', number: 1 }, fontName: '.VnTime' },
      B1: {
        ...{ row: 0, column: 1, value: { type: 'number', number: 45098.5 }, fontName: 'Arial', bold: true },
        ...{ format: 'dd/mm/yyyy', isDate: true },
      },
      C1: {
        ...{ row: 0, column: 2, value: { type: 'number', number: 2 }, fontName: 'Arial', bold: true },
        ...{ format: '#,##0.000', indent: 2 },
      },
    });
    expect([read?.hidden, read?.hiddenColumns]).toEqual([true, new Set([1, 2])]);
    const from1904 = open(book.replace('<Styles>', '<ExcelWorkbook><Date1904/></ExcelWorkbook><Styles>'));
    expect(from1904.date1904).toBe(true);
    expect(valuesOf(from1904.sheets[0])['B1']).toBe(45098.5 - 1462);
  });

  it('turns formulas that count from their cell into addresses, and never takes one without a value for zero', () => {
    const [read] = open(
      workbook(
        sheet(`<Row><Cell>${data(2)}</Cell><Cell>${data(3)}</Cell><Cell ss:Formula="=SUM(RC[-2]:RC[-1])"/>
          <Cell ss:Formula="=R1C1*'R1C1'!R[1]C&amp;&quot;RC&quot;">${data('x')}</Cell>
          <Cell ss:Formula="=R[-5]C">${data(9)}</Cell><Cell ss:Formula="=NOW()"/></Row>`),
      ),
    ).sheets;
    expect(cellsOf(read)).toMatchObject({
      C1: { formula: 'SUM(A1:B1)', value: { number: 5 }, computed: true },
      D1: { formula: `$A$1*'R1C1'!D2&"RC"`, value: { text: 'x' } },
      E1: { value: { number: 9 } },
      F1: { formula: 'NOW()', value: { type: 'unknown' } },
    });
    expect(cellsOf(read)['E1']).not.toHaveProperty('formula');
  });

  it('reads rich text as text, and no comment', () => {
    const [read] = open(
      workbook(
        sheet(`<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>Kế</B> hoạch</ss:Data>
          <Comment><ss:Data>ghi chú</ss:Data></Comment></Cell></Row>`),
      ),
    ).sheets;
    expect(valuesOf(read)).toEqual({ A1: 'Kế hoạch' });
  });

  it('is refused when it is cut off, wherever that is, contradicts itself or has no sheet', () => {
    const whole = workbook(sheet(`<Row><Cell>${data('Dự án')}</Cell><Cell>${data(5)}</Cell></Row>`));
    for (let length = whole.indexOf('<Worksheet'); length < whole.length; length += 1)
      expect(refused(whole.slice(0, length))).toMatch(/^RET-DAMAGED/);
    expect(refused(workbook(''))).toMatch(/^RET-DAMAGED the workbook has no sheet/);
    expect(refused(workbook(sheet(`<Row><Cell>${data('1,5', 'Number')}</Cell></Row>`)))).toMatch(
      /^RET-DAMAGED .*A1/,
    );
    const row = (index: number): string => `<Row ss:Index="${index}"><Cell>${data(1)}</Cell></Row>`;
    expect(refused(workbook(sheet(row(5) + row(2))))).toMatch(/^RET-DAMAGED row 2 is there twice/);
  });

  it.each([
    [
      'a document type',
      workbook(sheet(''), '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'),
      'document type',
    ],
    ['columns beyond the sheet', workbook(sheet('<Row><Cell ss:Index="99999"/></Row>')), 'columns'],
    ['merges beyond the sheet', workbook(sheet('<Row><Cell ss:MergeAcross="99999"/></Row>')), 'columns'],
    ['rows beyond the sheet', workbook(sheet('<Row ss:Span="1048576"/>')), 'rows'],
    ['elements within elements', workbook('<a>'.repeat(1000)), 'xmlDepth'],
  ])('is refused at once: %s', (_, text, limit) => {
    expect(refused(text)).toMatch(new RegExp(`^RET-LIMIT ${limit}`));
  });
});

import { openWorkbook } from '../open-workbook';
import { byExceljs, demo, LIST, marked, sheetOf, textOf, valuesOf } from '../testing/workbook-files';
import { listWorkbook } from './mark-workbook';

describe('the list of findings', () => {
  it('stands in a sheet with links to the cells, texts that are no formulas, and a header that stays in sight', async () => {
    const sheet = (await byExceljs(marked(demo('board-with-mistakes')))).getWorksheet('Kết quả kiểm tra');
    expect(sheet?.getCell('A1').value).toBe('Kết quả kiểm tra báo cáo');
    expect(sheet?.getCell('A2').value).toBe('Tệp: <bc> & "x".xlsx');
    expect(sheet?.getCell('A4').value).toBe('RET-AMOUNT-NEGATIVE');
    expect(sheet?.getCell('C4').value).toMatch(/^=1\+1 là chữ/);
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 3 });
    const xml = textOf(marked(demo('board-with-mistakes')), 'xl/worksheets/sheet2.xml');
    // What Excel would take for an escaped "A" is escaped itself.
    expect(xml).toContain('_x005F_x0041_');
    expect(xml).toContain(`<hyperlink ref="B4" location="'Tờ ''1'''!B2"/>`);
  });

  it('is printed on A4 as wide as a page, with its header and a number on each, whatever names the workbook has', async () => {
    const twice = marked(marked(demo('board-with-mistakes')));
    const book = await byExceljs(twice);
    for (const name of ['Kết quả kiểm tra', 'Kết quả kiểm tra (2)'])
      expect(book.getWorksheet(name)).toMatchObject({
        pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, printTitlesRow: '3:3' },
        headerFooter: { oddFooter: '&C&P/&N' },
      });
  });

  it('can be a workbook of its own, for files that can not be marked', () => {
    const { bytes, extension } = listWorkbook(LIST);
    expect(extension).toBe('xlsx');
    expect(openWorkbook(bytes).sheets.map(({ name }) => name)).toEqual(['Kết quả kiểm tra']);
    expect(valuesOf(sheetOf(bytes, 'Kết quả kiểm tra'))).toMatchObject({
      A1: 'Kết quả kiểm tra báo cáo',
      B4: 'B2',
    });
  });
});

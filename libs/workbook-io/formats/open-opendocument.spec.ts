import { openWorkbook } from '../open-workbook';
import { cellsOf, odsFile, odsOf, refusalOf, valuesOf } from '../testing/workbook-files';

const row = (cells: string, attributes = ''): string =>
  `<table:table-row ${attributes}>${cells}</table:table-row>`;
const text = (content: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string" ${attributes}><text:p>${content}</text:p></table:table-cell>`;
const number = (value: number, attributes = ''): string =>
  `<table:table-cell office:value-type="float" office:value="${value}" ${attributes}/>`;
const table = (rows: string, attributes = 'table:name="S"'): string =>
  `<table:table ${attributes}>${rows}</table:table>`;
const empty = (columns: number): string => `<table:table-cell table:number-columns-repeated="${columns}"/>`;

describe('opening a .ods', () => {
  it('reads values where they stand, behind empty and repeated rows and cells', () => {
    const rows =
      row(text('Dự án &amp; vốn') + empty(2) + number(1.5)) +
      row(empty(1024), 'table:number-rows-repeated="98"') +
      row(number(7, 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2"');
    expect(valuesOf(openWorkbook(odsFile(table(rows))).sheets[0])).toEqual({
      A1: 'Dự án & vốn',
      D1: 1.5,
      A100: 7,
      B100: 7,
      A101: 7,
      B101: 7,
    });
  });

  it('counts a merged cell once, whatever is still written under it', () => {
    const rows =
      row(
        number(100, 'table:number-columns-spanned="2" table:number-rows-spanned="1"') +
          '<table:covered-table-cell office:value-type="float" office:value="100"/>' +
          number(5),
      ) + row(number(1));
    const [sheet] = openWorkbook(odsFile(table(rows))).sheets;
    expect(valuesOf(sheet)).toEqual({ A1: 100, C1: 5, A2: 1 });
    expect(sheet?.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 1 }]);
  });

  it('keeps formulas, and never takes one without a saved value for zero', () => {
    const formula = (of: string, rest = ''): string =>
      `<table:table-cell table:formula="of:=${of}" ${rest}/>`;
    const rows = row(
      number(2) +
        formula('[.A1]*3') +
        formula('NOW()') +
        formula('[.A1]', 'office:value-type="float" office:value="9"'),
    );
    const { B1, C1, D1 } = cellsOf(openWorkbook(odsFile(table(rows))).sheets[0]);
    expect(B1).toMatchObject({ formula: 'A1*3', value: { number: 6 }, computed: true });
    expect(C1).toMatchObject({ value: { type: 'unknown' } });
    expect(D1).toMatchObject({ formula: 'A1', value: { number: 9 } });
  });

  it('knows what is hidden: sheets, rows and columns', () => {
    const styles = `<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>
      <style:style style:name="on" style:family="table"><style:table-properties table:display="true"/></style:style>`;
    const columns =
      '<table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>';
    const rows =
      row(number(1), 'table:visibility="collapse"') +
      row(number(2), 'table:visibility="filter"') +
      row(number(3));
    const { sheets } = openWorkbook(
      odsFile(
        table(columns + rows, 'table:name="Ẩn" table:style-name="off"') +
          table(rows, 'table:name="Rõ" table:style-name="on"'),
        styles,
      ),
    );
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['Ẩn', true],
      ['Rõ', false],
    ]);
    expect([...(sheets[0]?.hiddenColumns ?? [])]).toEqual([2]);
    expect(sheets[0]?.rows.map(({ hidden }) => hidden)).toEqual([true, true, false]);
  });

  it('counts repetitions under whatever prefix a program has chosen', () => {
    const rows = row(number(1, 't:number-columns-repeated="16384"'), 't:number-rows-repeated="1048576"');
    expect(refusalOf(() => openWorkbook(odsFile(table(rows))))).toMatch(/^RET-LIMIT cells/);
  });

  it('is refused when it is a text document, or cut off', () => {
    const document =
      '<office:document-content><office:body><office:text/></office:body></office:document-content>';
    expect(refusalOf(() => openWorkbook(odsOf(document)))).toMatch(/^RET-NOT-A-RETURN/);
    expect(
      refusalOf(() => openWorkbook(odsOf('<office:document-content><office:spreadsheet><table:table>'))),
    ).toMatch(/^RET-DAMAGED/);
  });
});

import { openWorkbook } from '../open-workbook';
import { cellsOf, refusalOf, valuesOf } from '../testing/workbook-files';
import type { SheetModel } from '../sheet-model';

const open = (html: string, encoding: BufferEncoding = 'utf8'): SheetModel | undefined =>
  openWorkbook(Buffer.from(html, encoding)).sheets[0];
const table = (rows: string): string => `<html><body><table border="1">${rows}</table></body></html>`;
const refused = (html: string | Uint8Array): string => refusalOf(() => openWorkbook(Buffer.from(html)));

describe('opening a page with a table under the name .xls', () => {
  it('puts lines and tables below one another from column A, as Excel does', () => {
    const sheet = open(`<html><head><title>Xuất</title><style>td{color:red}</style></head><body>
      <h2>BÁO CÁO</h2><p>Số liệu đến<br>21/6/2023</p>
      <table><tr><td>STT<td>Dự &aacute;n</tr><tr><td>1<td>Cầu &lt;A&gt; &amp; đường</table><table><tr><td>x</table>
      <br>Người lập</body></html>`);
    expect(valuesOf(sheet)).toEqual({
      A1: 'BÁO CÁO',
      A2: 'Số liệu đến',
      A3: '21/6/2023',
      A4: 'STT',
      B4: 'Dự án',
      A5: '1',
      B5: 'Cầu <A> & đường',
      A6: 'x',
      A8: 'Người lập',
    });
    expect(sheet?.name).toBe('Sheet1');
  });

  it('gives cells their places under spans, as the HTML standard forms a table', () => {
    const sheet = open(
      table(`<thead><tr><th rowspan="2">STT</th><th colspan="2">Kế hoạch</th><th rowspan=9>Ghi chú</th></tr>
        <tr><th>Tổng</th><th>Huyện</th></tr></thead><tr><td>1</td><td>5</td><td>7</td></tr>`),
    );
    expect(valuesOf(sheet)).toEqual({
      ...{ A1: 'STT', B1: 'Kế hoạch', D1: 'Ghi chú', B2: 'Tổng', C2: 'Huyện', A3: '1', B3: '5', C3: '7' },
    });
    expect(sheet?.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
      { top: 0, left: 3, bottom: 2, right: 3 },
    ]);
  });

  it('gives a table within a cell rows and columns of its own', () => {
    const sheet = open(
      table(`<tr><td>o1<table><tr><td>n1<td>n2<tr><td>n3<td>n4</table></td><td>o2</td></tr>
        <tr><td>o3</td><td>o4</td></tr>`),
    );
    expect(valuesOf(sheet)).toEqual({
      ...{ A1: 'o1', C1: 'o2', A2: 'n1', B2: 'n2', A3: 'n3', B3: 'n4', A4: 'o3', C4: 'o4' },
    });
  });

  it('takes a number from where the program wrote it, and leaves any other cell as the text that it is', () => {
    const sheet = open(
      table(`<tr><td>1.234,5</td><td x:num="1234.5678">1.235</td><td x:num>1234</td><td x:num>1.234</td>
        <td sdval="428137.5" sdnum="1033;0;#,##0.00">428.137,50</td><td data-t="n" data-v="0.5">1/2</td>
        <td x:str="0701234">701234</td><td>0701234</td><td x:bool="TRUE">TRUE</td><td sdval="0">#REF!</td>
        <td x:num="abc">12</td><td x:num="5" x:fmla="=SUM(A1:B1)">5</td></tr>`),
    );
    expect(valuesOf(sheet)).toEqual({
      ...{ A1: '1.234,5', B1: 1234.5678, C1: 1234, D1: '1.234', E1: 428137.5, F1: 0.5, G1: '0701234' },
      ...{ H1: '0701234', I1: true, J1: '#REF!', K1: '12', L1: 5 },
    });
    expect(cellsOf(sheet)).toMatchObject({
      E1: { format: '#,##0.00' },
      J1: { value: { type: 'error' } },
      L1: { formula: 'SUM(A1:B1)' },
    });
  });

  it('knows formats, fonts and what is hidden from the page’s styles', () => {
    const sheet = open(`<style><!-- .xl1 {mso-number-format:"dd\\/mm\\/yyyy"; font-weight:700}
      td.xl2, .xl3 {mso-number-format:Percent; font-family:".VnTime", serif} --></style>
      <table><col><col style="display:none"><tr><td class=xl1 x:num="45098">21/06/2023</td>
      <td class="xl2" x:num="0.5218">52.18%</td><td style='mso-number-format:"\\#\\,\\#\\#0\\0022 đ\\0022"' x:num="5">5 đ</td>
      <td><b>đậm</b></td><td><font face="VNI-Times, serif">Baùo</font></td></tr>
      <tr style="display: none"><td>ẩn</td></tr><tr><td style="display:none">không có ô</td><td>ô</td><td><span
      style="display:none">20230621</span>21/6</td></tr></table>`);
    expect(cellsOf(sheet)).toMatchObject({
      A1: { format: 'dd/mm/yyyy', isDate: true, bold: true },
      B1: { format: '0.00%', fontName: '.VnTime' },
      C1: { format: '#,##0" đ"' },
      D1: { bold: true },
      E1: { fontName: 'VNI-Times' },
      A3: { value: { text: 'ô' } },
      B3: { value: { text: '21/6' } },
    });
    expect(sheet?.hiddenColumns).toEqual(new Set([1]));
    expect(sheet?.rows.map(({ hidden }) => hidden)).toEqual([false, true, false]);
  });

  it('reads what Excel saves as a page: the sheet’s name, conditions, non-breaking spaces', () => {
    const sheet = open(`<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head>
      <!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>Giải ngân</x:Name>
      </x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head><body><table>
      <tr><td>&nbsp;</td><td>Kế&nbsp;hoạch<br>vốn</td><td><!-- ghi chú -->5 < 6</td></tr>
      <![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr><![endif]></table></body></html>`);
    expect(sheet?.name).toBe('Giải ngân');
    expect(valuesOf(sheet)).toEqual({ B1: 'Kế\u00a0hoạch\nvốn', C1: '5 < 6' });
  });

  it.each([
    [
      'named windows-1258',
      '<meta charset=windows-1258><table><td>C\xe2\xec\u0075 \xf0\xfd\xf5\xccng</table>',
    ],
    ['with a mark and decomposed', '\ufeff<table><td>Câ\u0301u đươ\u0300ng</table>'],
    ['unnamed windows-1258', '<table><td>C\xe2\xec\u0075 \xf0\xfd\xf5\xccng</table>'],
    ['UTF-8 that calls itself iso-8859-1', '<meta charset="iso-8859-1"><table><td>Cấu đường</table>'],
  ])('reads its letters: %s', (how, html) => {
    expect(valuesOf(open(html, how.includes('windows') ? 'latin1' : 'utf8'))).toEqual({ A1: 'Cấu đường' });
  });

  it('is read as UTF-16, which Excel writes too', () => {
    const bytes = Buffer.from('\ufeff<html><table><tr><td>Dự án</td></tr></table></html>', 'utf16le');
    expect(valuesOf(openWorkbook(bytes).sheets[0])).toEqual({ A1: 'Dự án' });
  });
});

describe('a page that can not be read whole', () => {
  it('is refused when it breaks off within a table, wherever that is', () => {
    const page = table('<tr><td title="x > y">Dự án</td><td>5</td></tr>'.repeat(3));
    for (let length = page.indexOf('<tr'); length < page.indexOf('</table>') + 8; length += 1)
      expect(refused(page.slice(0, length))).toMatch(/^RET-DAMAGED the page breaks off/);
  });

  it('is refused without a table, as a sign-in page is', () => {
    expect(refused('<html><form>Đăng nhập <input></form></html>')).toMatch(/^RET-NOT-A-RETURN page:/);
  });

  it('is refused in another encoding than it names', () => {
    const page = Buffer.concat([Buffer.from('<meta charset="utf-8"><table><td>'), Uint8Array.of(0xe2, 0xec)]);
    expect(refused(page)).toMatch(/^RET-DAMAGED encoding:/);
  });

  it.each([
    ['cells beyond the last column', table('<tr><td colspan="1000000000">x</td></tr>'), 'columns'],
    ['tables within tables', '<table><tr><td>'.repeat(100_000), 'tableDepth'],
    [
      'spans over spans',
      `<table>${`<tr>${'<td rowspan=65534 colspan=16000>'.repeat(1)}`.repeat(100_001)}</table>`,
      '(?:columns|mergedRanges|cells)',
    ],
    [
      'rows that walk under spans',
      `<table><tr>${'<td rowspan=65534>x'.repeat(16_000)}${'<tr><td>'.repeat(65_000)}</table>`,
      '(?:cells|columns)',
    ],
    [
      'unclosed quotes, comments and raw texts',
      `<table><td title="${'<!--<script '.repeat(500_000)}`,
      undefined,
    ],
    ['tags that never end', '<table '.repeat(1_000_000), undefined],
    ['unclosed elements', `<table><tr><td>${'<b><font>'.repeat(1_000_000)}`, undefined],
    ['style sheets without braces', `<style>${'a.b,'.repeat(2_000_000)}</style><table><td>1</table>`, null],
    ['references', `<table><td>${'&amp'.repeat(2_000_000)}${'&'.repeat(2_000_000)}</table>`, null],
  ])('costs a moment, whatever it holds: %s', (_, page, limit) => {
    const start = process.cpuUsage();
    const bytes = Buffer.from(page);
    if (limit === null) expect(openWorkbook(bytes).sheets).toHaveLength(1);
    else
      expect(refused(bytes)).toMatch(
        limit === undefined ? /^RET-(?:DAMAGED|NOT-A-RETURN)/ : new RegExp(`^RET-LIMIT ${limit}`),
      );
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});

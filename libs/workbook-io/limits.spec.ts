import { openWorkbook } from './open-workbook';
import { odsFile, refusalOf, stringsXml, xlsxFile } from './testing/workbook-files';
import { WORKBOOK_LIMITS, type WorkbookLimits } from './limits-and-refusals';

const refused = (bytes: Uint8Array, limits: Partial<WorkbookLimits> = {}): string =>
  refusalOf(() => openWorkbook(bytes, { ...WORKBOOK_LIMITS, ...limits }));
const ROW = '<row r="1"><c r="A1"><v>1</v></c></row>';
const MIB = 1024 * 1024;

/** The archive with the unpacked size of every entry claimed to be 10 bytes, in both of its headers. */
function lying(bytes: Uint8Array): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 4 <= bytes.length; at += 1) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 10, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 10, true);
  }
  return bytes;
}

describe('the limits of a workbook', () => {
  it('refuse a file of 25 MB before looking into it', () => {
    expect(refused(new Uint8Array(25 * MIB))).toMatch(/^RET-LIMIT fileBytes/);
  });

  it('stop a zip bomb by what it really unpacks to, not by what its headers claim', () => {
    const bomb = new Uint8Array(24 * MIB);
    const file = lying(xlsxFile({ parts: { 'xl/worksheets/sheet1.xml': bomb } }));
    expect(file.length).toBeLessThan(MIB);
    expect(refused(file)).toMatch(/^RET-LIMIT ratio/);
    expect(refused(file, { ratio: 2000, partBytes: MIB })).toMatch(/^RET-LIMIT partBytes/);
    expect(refused(file, { ratio: 2000, unpackedBytes: MIB })).toMatch(/^RET-LIMIT unpackedBytes/);
  });

  it('count what all parts unpack to together', () => {
    const sheets = Array.from({ length: 5 }, () => `<worksheet>${' '.repeat(MIB)}</worksheet>`);
    expect(refused(xlsxFile({ sheets }), { unpackedBytes: 4 * MIB })).toMatch(/^RET-LIMIT unpackedBytes/);
  });

  it('spend nothing on what nobody reads, such as a picture that is a bomb', () => {
    const file = xlsxFile({ sheets: [ROW], parts: { 'xl/media/image1.png': new Uint8Array(24 * MIB) } });
    expect(openWorkbook(file, { ...WORKBOOK_LIMITS, unpackedBytes: MIB }).sheets).toHaveLength(1);
  });

  it('refuse an archive of too many entries', () => {
    const parts = Object.fromEntries(Array.from({ length: 5_001 }, (_, i) => [`xl/media/${i}`, '']));
    expect(refused(xlsxFile({ parts }))).toMatch(/^RET-LIMIT zipEntries/);
  });

  it.each([
    [
      'a billion laughs',
      `<!DOCTYPE lolz [<!ENTITY a "ha">${'bcdefghij'
        .split('')
        .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghij'.charAt(i)};`.repeat(10)}">`)
        .join('')}]>`,
    ],
    ['an external entity', '<!DOCTYPE foo [<!ENTITY xxe SYSTEM "file:///etc/passwd">]>'],
    ['an entity of the network', '<!DOCTYPE foo SYSTEM "http://192.0.2.1/a.dtd">'],
  ])('refuse a document type, with all that it can bring: %s', (_, doctype) => {
    const sheet = `${doctype}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&j;&xxe;</t></is></c></row></sheetData></worksheet>`;
    expect(refused(xlsxFile({ sheets: [sheet] }))).toMatch(/^RET-LIMIT document type/);
    expect(refused(xlsxFile({ sheets: [ROW], sharedStrings: doctype + stringsXml() }))).toMatch(/^RET-LIMIT/);
  });

  it('refuse XML that is too deep', () => {
    const sheet = `<worksheet>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</worksheet>`;
    expect(refused(xlsxFile({ sheets: [sheet] }))).toMatch(/^RET-LIMIT xmlDepth/);
  });

  it('refuse a million merged ranges, and take one range of a million cells', () => {
    const merges = '<mergeCell ref="A1:B1"/>'.repeat(1_000_000);
    const many = `<worksheet><sheetData>${ROW}</sheetData><mergeCells>${merges}</mergeCells></worksheet>`;
    expect(refused(xlsxFile({ sheets: [many] }))).toMatch(/^RET-LIMIT (?:mergedRanges|ratio)/);
    const one = `<worksheet><sheetData>${ROW}</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>`;
    expect(openWorkbook(xlsxFile({ sheets: [one] })).sheets[0]?.rows).toHaveLength(1);
  });

  it('refuse too many cells and too many sheets, in all sheets together', () => {
    const sheets = Array.from({ length: 4 }, () => ROW);
    expect(refused(xlsxFile({ sheets }), { cells: 3 })).toMatch(/^RET-LIMIT cells/);
    expect(refused(xlsxFile({ sheets }), { sheets: 3 })).toMatch(/^RET-LIMIT sheets/);
    expect(
      openWorkbook(xlsxFile({ sheets }), { ...WORKBOOK_LIMITS, cells: 4, sheets: 4 }).sheets,
    ).toHaveLength(4);
  });

  it('refuse repetitions of OpenDocument that come to too many cells, and pass over empty ones', () => {
    const ods = (rows: string): Uint8Array => odsFile(`<table:table table:name="S">${rows}</table:table>`);
    const row = (cells: string, repeated: number): string =>
      `<table:table-row table:number-rows-repeated="${repeated}">${cells}</table:table-row>`;
    const cell = (repeated: number, value = ''): string =>
      `<table:table-cell table:number-columns-repeated="${repeated}" ${value}></table:table-cell>`;
    const number = 'office:value-type="float" office:value="1"';
    expect(refused(ods(row(cell(16_384, number), 1_048_576)))).toMatch(/^RET-LIMIT cells/);
    const model = openWorkbook(ods(row(cell(16_384), 1_000_000) + row(cell(3, number), 2)));
    expect(model.sheets[0]?.rows.map(({ index, cells }) => [index, cells.length])).toEqual([
      [1_000_000, 3],
      [1_000_001, 3],
    ]);
  });

  it('leave a circle of formulas unknown instead of going round in it', () => {
    const sheet = '<row r="1"><c r="A1"><f>B1+1</f></c><c r="B1"><f>A1+1</f></c></row>';
    const [row] = openWorkbook(xlsxFile({ sheets: [sheet] })).sheets[0]?.rows ?? [];
    expect(row?.cells.map(({ value }) => value.type)).toEqual(['unknown', 'unknown']);
  });
});

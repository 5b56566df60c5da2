import fc from 'fast-check';
import { WORKBOOK_LIMITS, WorkbookRefused } from '../limits-and-refusals';
import { openWorkbook } from '../open-workbook';
import { refusalOf } from '../testing/workbook-files';

const MIB = 1024 * 1024;
const refused = (bytes: Uint8Array | string): string => refusalOf(() => openWorkbook(Buffer.from(bytes)));

/** The piece again and again until the file is as large as may be sent, between a head and a tail. */
const filled = (head: string, piece: string, tail = '', size = WORKBOOK_LIMITS.fileBytes): Buffer =>
  Buffer.from(
    head +
      piece.repeat(Math.floor((size - Buffer.byteLength(head + tail)) / Buffer.byteLength(piece))) +
      tail,
  );

const SPREADSHEET = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet"';
const XML = `<?xml version="1.0"?><Workbook ${SPREADSHEET}><Worksheet Name="S"><Table>`;
const END = '</Table></Worksheet></Workbook>';

/** Half of what a reading has of the processor. */
const MOST_SECONDS = 10;

/**
 * Each of these once took minutes, gigabytes or a process that never ended, or could.
 */
describe('a text file that is made to be too much', () => {
  it.each([
    ['a line of commas alone', filled('', ','), /^RET-LIMIT columns/],
    ['a last line of commas', filled('a,b\nc,d\n', 'x,'), /^RET-LIMIT columns/],
    ['blank lines', filled('a,b\nc,d\n', '\n'), /^RET-LIMIT rows/],
    ['a quote that never closes', filled('a,b\nc,d\n"', 'e,f\n'), /^RET-DAMAGED .*within quotes/],
    ['doubled quotes that never close', filled('a,b\nc,d\n"', '""'), /^RET-DAMAGED .*within quotes/],
    ['more marks on a letter than can be put in order', filled('a,b\nc,d', '\u0315\u0300'), /^RET-DAMAGED/],
    ['a formula of brackets alone', filled('a,b\nc,d\n=', '('), /^$/],
  ])('is refused in bounded time and memory: CSV with %s', (_, bytes, reason) => {
    expect(outcome(bytes)).toMatch(reason);
  });

  it.each([
    ['tables within tables', filled('', '<table><tr><td>'), /^RET-LIMIT tableDepth/],
    ['rows without end', filled('<table>', '<tr><td>', '</table>'), /^RET-LIMIT rows/],
    ['cells in a line', filled('<table>', '<td>', '</table>'), /^RET-LIMIT columns/],
    [
      'cells over whole sheets',
      filled('<table>', '<tr><td rowspan=65534 colspan=16000>', '</table>'),
      /^RET-LIMIT/,
    ],
    [
      'hidden columns by the table',
      filled('', '<table><col span=16384 style="display:none"></table>'),
      /^RET-LIMIT cells: .*spans/,
    ],
    [
      'tables in cells as wide as the sheet',
      filled('', '<table><td colspan=16384><table><td>1</table></table>'),
      /^RET-LIMIT/,
    ],
    ['a comment that never ends', filled('<table><td>1', '<!-- '), /^RET-DAMAGED/],
    ['a style sheet that never ends', filled('<table><td>1', '<style>'), /^RET-DAMAGED/],
    ['references to letters that there aren’t', filled('<table><td>', '&#128;', '</table>', MIB), /^$/],
  ])('is refused in bounded time and memory: a page with %s', (_, bytes, reason) => {
    expect(outcome(bytes)).toMatch(reason);
  });

  it.each([
    ['elements within elements', filled(XML, '<a>'), /^RET-LIMIT xmlDepth/],
    [
      'the same hidden columns',
      filled(XML, '<Column Index="1" Span="16383" Hidden="1"/>', END),
      /^RET-DAMAGED column 1/,
    ],
    [
      'merges over whole sheets',
      filled(`${XML}<Row>`, '<Cell MergeDown="1000000"/>', `</Row>${END}`),
      /^RET-LIMIT/,
    ],
    ['a column behind the last', Buffer.from(`${XML}<Row><Cell Index="16385"/></Row>${END}`), /^RET-LIMIT/],
    ['a row behind the last', Buffer.from(`${XML}<Row Index="1048577"/>${END}`), /^RET-LIMIT rows/],
    ['quotes within names', Buffer.from(`<Workbook ${SPREADSHEET} b=""><Worksheet x"y=">`), /^RET-DAMAGED/],
    [
      'a document type',
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'c'.repeat(99)}">]><Workbook ${SPREADSHEET}/>`,
      ),
      /^RET-LIMIT document type/,
    ],
    [
      'a document type elsewhere',
      Buffer.from(`<!DOCTYPE a SYSTEM "http://192.0.2.1/a.dtd"><Workbook ${SPREADSHEET}/>`),
      /^RET-LIMIT document type/,
    ],
  ])('is refused in bounded time and memory: XML with %s', (_, bytes, reason) => {
    expect(outcome(bytes)).toMatch(reason);
  });

  it('is refused before it is looked into when it is larger than may be sent', () => {
    expect(refused(Buffer.alloc(30 * MIB, 'a,'))).toMatch(/^RET-LIMIT fileBytes/);
  });
});

/** Why it was refused; nothing when it was opened. */
function outcome(bytes: Uint8Array): string {
  const before = process.cpuUsage();
  try {
    openWorkbook(bytes);
    return '';
  } catch (error) {
    if (error instanceof WorkbookRefused) return `${error.code} ${error.detail}`;
    throw error;
  } finally {
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(MOST_SECONDS);
  }
}

describe('a text whose bytes are no text', () => {
  const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');

  it.each([
    ['UTF-16 with half a letter', Buffer.concat([utf16('a;b\nc;d\n'), Buffer.from('e')])],
    ['UTF-16 with half of a pair', utf16('a;b\nc;d\ne;\ud800f')],
    [
      'UTF-16 that goes on in ASCII',
      Buffer.concat([utf16('a;b\nc;d\n'), Buffer.from('e;f\n'.repeat(999) + 'g')]),
    ],
    ['a zero byte far in', Buffer.from('a;b\n'.repeat(2000) + 'c;\0')],
    ['a zero byte in a page', Buffer.from(`<table>${' '.repeat(5000)}<td>1\0</table>`)],
  ])('is refused, not read in part: %s', (_, bytes) => {
    expect(refused(bytes)).toMatch(/^RET-DAMAGED /);
  });

  it('has a mark where a reference names what can’t be stored', () => {
    const xml = `${XML}<Row><Cell><Data Type="String">a&#0;b&#xD800;c</Data></Cell></Row>${END}`;
    for (const text of [xml, '<table><td>a&#0;b&#xD800;c</table>']) {
      const [cell] = openWorkbook(Buffer.from(text)).sheets[0]?.rows[0]?.cells ?? [];
      expect(cell?.value).toEqual({ type: 'text', text: 'a\ufffdb\ufffdc' });
    }
  });
});

describe('any bytes that look like a text with tables', () => {
  const TABLE = [
    '<table>',
    '<tr>',
    '<td>',
    '</td>',
    '</table>',
    '<td colspan=3>',
    '<td rowspan="2">',
    '<col span=9>',
  ];
  const PAGE = [
    ...TABLE,
    '<!--',
    '-->',
    '<style>',
    '</style>',
    '&#0;',
    '&',
    '<',
    '>',
    '"',
    "'",
    '=',
    '\0',
    '1',
    'đ',
    '\n',
  ];
  const SHEET = [
    '<Row>',
    '</Row>',
    '<Cell>',
    '</Cell>',
    '<Data Type="Number">',
    '</Data>',
    '<Cell Index="2"/>',
    '<![CDATA[',
    ']]>',
  ];
  const TEXT = ['a', 'đ', '1,5', ',', ';', '\t', '\n', '\r', '"', '""', '=1+1', '=', '#REF!', '\0', '\u0300'];
  const made = (head: string, pieces: readonly string[], tail: string): fc.Arbitrary<Buffer> =>
    fc
      .array(fc.constantFrom(...pieces), { maxLength: 60 })
      .map((parts) => Buffer.from(head + parts.join('') + tail));

  it('are opened as a whole or refused with a code, and stay so when some bytes are others', () => {
    const texts = fc.oneof(
      made('<table>', PAGE, '</table>'),
      made(XML, SHEET, END),
      made('a,b\nc;d\n', TEXT, ''),
    );
    const changes = fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 3 });
    fc.assert(
      fc.property(texts, changes, fc.nat(), (bytes, changed, cut) => {
        for (const [at, byte] of changed) bytes[at % bytes.length] = byte;
        for (const part of [bytes, bytes.subarray(0, cut % (bytes.length + 1))]) {
          try {
            for (const { rows } of openWorkbook(part).sheets) expectSound(rows);
          } catch (error) {
            expect(error).toBeInstanceOf(WorkbookRefused);
            // A surprise of ours comes with its cause; what a file does wrong has a word of its own.
            expect((error as WorkbookRefused).detail).not.toBe('the file can not be read');
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  function expectSound(rows: ReturnType<typeof openWorkbook>['sheets'][number]['rows']): void {
    let above = -1;
    for (const { index, cells } of rows) {
      expect(index).toBeGreaterThan(above);
      above = index;
      let left = -1;
      for (const { row, column, value } of cells) {
        expect(row).toBe(index);
        expect(column).toBeGreaterThan(left);
        left = column;
        if ('text' in value) expect(value.text).not.toMatch(/\0|\p{Cs}/u);
      }
    }
  }
});

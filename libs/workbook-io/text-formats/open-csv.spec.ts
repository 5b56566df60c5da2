import fc from 'fast-check';
import { openWorkbook } from '../open-workbook';
import { cellsOf, refusalOf, valuesOf } from '../testing/workbook-files';
import { eightBitEncoding } from './text-encoding';

const open = (bytes: Uint8Array | string) => openWorkbook(Buffer.from(bytes)).sheets[0];
const refused = (bytes: Uint8Array | string): string => refusalOf(() => openWorkbook(Buffer.from(bytes)));

/** Bytes of windows-1258 for these letters; its tones stand behind their vowels. */
function windows1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258');
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  );
  return Uint8Array.from(
    Array.from(text.normalize('NFC')).flatMap((letter) => {
      const own = bytes.get(letter);
      if (own !== undefined) return [own];
      const tone = Array.from(letter.normalize('NFD')).find((part) =>
        /[\u0300\u0301\u0303\u0309\u0323]/.test(part),
      );
      const base = letter
        .normalize('NFD')
        .replace(tone ?? '', '')
        .normalize('NFC');
      return [base, tone ?? ''].map((part) => bytes.get(part) ?? 0x3f);
    }),
  );
}

describe('opening a table as text', () => {
  it('keeps every cell as the text that it is, at the place where Excel shows it', () => {
    const text = 'STT;Mã;Dự án;Vốn\r\n\r\n1;0701234;"Cầu ""A""; đường\nB";1.234,5\r\n2;="0008";Kè;  \r\n';
    expect(valuesOf(open(text))).toEqual({
      ...{ A1: 'STT', B1: 'Mã', C1: 'Dự án', D1: 'Vốn' },
      ...{ A3: '1', B3: '0701234', C3: 'Cầu "A"; đường\nB', D3: '1.234,5' },
      ...{ A4: '2', B4: '0008', C4: 'Kè' },
    });
  });

  it('knows formulas and errors, as Excel does', () => {
    const cells = cellsOf(open('a,b,c\n1,2,=SUM(1;2)\n3,=1+1,#REF!\n-,=== x ===,=5'));
    expect(cells).toMatchObject({
      C2: { value: { text: '=SUM(1;2)' } },
      B3: { formula: '1+1', value: { number: 2 }, computed: true },
      C3: { value: { type: 'error', text: '#REF!' } },
      B4: { value: { text: '=== x ===' } },
    });
  });

  it('hides the line that names the separator, as Excel does', () => {
    expect(valuesOf(open('sep=;\r\na,b;c\n1;2'))).toEqual({ A1: 'a,b', B1: 'c', A2: '1', B2: '2' });
  });

  it.each([
    ['a mark', '\ufeffDự án;Vốn\nCầu;1', 'utf8'],
    ['UTF-8', 'Dự án;Vốn\nCầu;1', 'utf8'],
    ['decomposed letters', 'Dự án;Vốn\nCầu;1'.normalize('NFD'), 'utf8'],
    ['UTF-16, as Excel’s “Unicode text”', '\ufeffDự án\tVốn\nCầu\t1', 'utf16le'],
    ['UTF-16 without a mark', 'Dự án\tVốn\nCầu\t1', 'utf16le'],
  ] as const)('reads its letters: %s', (_, text, encoding) => {
    expect(valuesOf(open(Buffer.from(text, encoding)))).toEqual({
      A1: 'Dự án',
      B1: 'Vốn',
      A2: 'Cầu',
      B2: '1',
    });
  });

  it('reads windows-1258, whose tones follow their vowels', () => {
    const text = 'Kế hoạch vốn;Đường trục chính;Tỷ lệ\nPhường Ỷ Lễ;ậ Ậ ợ;5';
    expect(Object.values(valuesOf(open(windows1258(text))))).toEqual([
      ...['Kế hoạch vốn', 'Đường trục chính', 'Tỷ lệ', 'Phường Ỷ Lễ', 'ậ Ậ ợ', '5'],
    ]);
  });

  it.each([
    ['TCVN3', 'KÕ ho¹ch vèn ®Çu t\u00ad c«ng; vÒ D\u00f9 \u00b8n'],
    ['VNI', 'Keá hoaïch voán ñaàu tö; Bình Ñònh; Dò aùn'],
  ])('leaves the letters of old fonts for the reader to know: %s', (_, text) => {
    expect(eightBitEncoding(Buffer.from(text, 'latin1'))).toBe('windows-1252');
  });
});

describe('what separates the cells of a text', () => {
  const word = fc.constantFrom('Cầu Tây Giang', 'Kè Bình Minh', 'hộ ông A, hộ bà B', 'đã giao; chờ', 'Nợ');
  const amount = fc
    .tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 1, max: 999 }))
    .map(([whole, part]) => `${String(whole).replace(/\B(?=(\d{3})+$)/g, '.')},${part}`);
  const row = fc.tuple(word, amount, amount, fc.oneof(word, fc.constant('')));
  const HEAD = ['Danh mục dự án', 'Kế hoạch, vốn năm', 'Giải ngân', 'Khó khăn, vướng mắc'];

  it.each([',', ';', '\t'] as const)(
    'is found from what it explains, whatever stands in the cells: %j',
    (separator) => {
      fc.assert(
        fc.property(fc.array(row, { minLength: 3, maxLength: 12 }), fc.boolean(), (rows, padded) => {
          const quoted = (cell: string): string => (cell.includes(separator) ? `"${cell}"` : cell);
          const title = padded ? ['BÁO CÁO, số liệu 21/6', '', '', ''] : ['BÁO CÁO, số liệu 21/6'];
          const lines = [title, HEAD, ...rows];
          const sheet = open(lines.map((line) => line.map(quoted).join(separator)).join('\r\n'));
          const read = Object.values(valuesOf(sheet));
          expect(read).toEqual(lines.flat().filter((cell) => cell !== ''));
        }),
      );
    },
  );

  it('is refused where it reads two ways', () => {
    expect(refused('a;b,c;d\ne;f,g;h\n')).toMatch(/^RET-NOT-A-RETURN separator:/);
  });
});

describe('a text that can not be read whole', () => {
  it.each([
    ['letters', 'Kính gửi UBND huyện: báo cáo giải ngân, đính kèm.\n\nTrân trọng', /^RET-NOT-A-RETURN/],
    ['JSON', '{"a": 1,\n"b": 2}', /^RET-NOT-A-RETURN/],
    ['mail', 'MIME-Version: 1.0\nContent-Type: a; b, c\n', /^RET-NOT-A-RETURN/],
    ['a quote without an end', 'a;b\n1;"2\n3;4', /^RET-DAMAGED the text ends within quotes/],
    ['more columns than a sheet', `${'a;'.repeat(20_000)}\n${'b;'.repeat(20_000)}`, /^RET-LIMIT columns/],
  ])('is refused: %s', (_, text, refusal) => {
    expect(refused(text)).toMatch(refusal);
  });

  it('is refused in another encoding than its mark says', () => {
    expect(refused(Uint8Array.of(0xef, 0xbb, 0xbf, 0x61, 0x3b, 0x0a, 0xe2, 0x3b))).toMatch(
      /^RET-DAMAGED encoding/,
    );
    expect(refused(Uint8Array.of(0xff, 0xfe, 0x61, 0, 0x3b, 0, 0x0a, 0, 0x61, 0, 0, 0xd8))).toMatch(
      /^RET-DAMAGED/,
    );
  });

  it.each([
    ['separators', ';'.repeat(10_000_000)],
    ['quotes', 'a;"'.repeat(5_000_000)],
    ['short lines', 'a;b\n'.repeat(4_000_000)],
  ])('costs a moment, whatever it holds: 20 MB of %s', (_, text) => {
    const start = process.cpuUsage();
    expect(refused(text)).toMatch(/^RET-/);
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1e6).toBeLessThan(10);
  });
});

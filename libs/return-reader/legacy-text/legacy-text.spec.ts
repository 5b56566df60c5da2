import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { openWorkbook, type CellModel } from '@thongvon/workbook-io';
import { readWorkbook } from '../read-workbook';
import { type Reading } from '../model/reading';
import { SheetBuilder } from '../testing/read-sheet';
import { encodingOfFont, fromTcvn3, fromVni, INITIALS, isSyllable, RHYMES } from './to-unicode';

const FIXTURES = path.resolve(__dirname, '../../../test/fixtures');
const TONES = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'];

interface Letter {
  readonly unicode: string;
  readonly tcvn3: string;
  readonly vni: string;
  readonly iconv: string;
}

const LETTERS: readonly Letter[] = readFileSync(path.join(FIXTURES, 'legacy-text/letters.tsv'), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [unicode = '', tcvn3 = '', vni = '', iconv = ''] = line.split('\t');
    return { unicode, tcvn3, vni, iconv };
  });

/** As the other converter writes a text. */
function written(text: string, how: 'tcvn3' | 'vni'): string {
  const letters = new Map(LETTERS.map((letter) => [letter.unicode, letter[how]]));
  return Array.from(text.normalize('NFC'), (letter) => letters.get(letter) ?? letter).join('');
}

/** Syllables that can be spelt, with the tone on the first vowel: where it stands doesn't matter here. */
const syllables = fc
  .tuple(fc.constantFrom('', ...INITIALS), fc.constantFrom(...RHYMES), fc.constantFrom(...TONES))
  .map(([initial, rhyme, tone]) => (initial + (rhyme[0] ?? '') + tone + rhyme.slice(1)).normalize('NFC'))
  .filter(isSyllable);
const cased = fc
  .tuple(syllables, fc.constantFrom('lower', 'title', 'upper'))
  .map(([syllable, how]) =>
    how === 'upper'
      ? syllable.toUpperCase()
      : how === 'title'
        ? syllable.replace(/^./u, (first) => first.toUpperCase())
        : syllable,
  );
const sentences = (word: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

describe('the tables of old fonts', () => {
  it('read every letter as UniKey wrote it, TCVN3 also as iconv did', () => {
    for (const { unicode, tcvn3, vni, iconv } of LETTERS) {
      expect([vni, fromVni(vni)]).toEqual([vni, unicode]);
      // TCVN3 has no capitals with tones: UniKey writes small ones.
      const small = iconv === '' ? unicode.toLowerCase() : unicode;
      expect([tcvn3, fromTcvn3(tcvn3)]).toEqual([tcvn3, small]);
      if (iconv !== '') expect(fromTcvn3(iconv)).toBe(unicode);
    }
  });

  it('give back whatever can be spelt', () => {
    fc.assert(
      fc.property(sentences(syllables), (text) => {
        expect(fromTcvn3(written(text, 'tcvn3'))).toBe(text);
      }),
    );
    fc.assert(
      fc.property(sentences(cased), (text) => {
        expect(fromVni(written(text, 'vni'))).toBe(text);
      }),
    );
  });

  it('know words that stand in many returns', () => {
    expect(fromTcvn3('KÕ ho¹ch vèn ®Çu t\u00ad c«ng')).toBe('Kế hoạch vốn đầu tư công');
    expect(fromTcvn3('CéNG HOµ X· HéI')).toBe('CỘNG HOÀ XÃ HỘI');
    expect(fromVni('Keá hoaïch voán ñaàu tö coâng')).toBe('Kế hoạch vốn đầu tư công');
    expect(fromVni('ÑÖÔØNG HUYEÄN; nöôùc; kyõ thuaät')).toBe('ĐƯỜNG HUYỆN; nước; kỹ thuật');
  });

  it.each([
    ['.VnTime', 'TCVN3 (ABC)'],
    ['.VnArial NarrowH', 'TCVN3 (ABC)'],
    ['VNI-Times', 'VNI'],
    ['Times New Roman', undefined],
    ['Univers', undefined],
  ])('font %s is %s', (font, name) => {
    expect(encodingOfFont(font)?.name).toBe(name);
  });
});

/** What a reading says, without what was said of fonts and of capitals, which TCVN3 doesn't always keep. */
function said(reading: Reading): unknown {
  const { findings, ...rest } = reading;
  const others = findings.filter(({ code }) => code !== 'RET-LEGACY-FONT');
  return JSON.parse(JSON.stringify({ ...rest, others }).toLowerCase());
}

const open = (file: string): Reading => readWorkbook(openWorkbook(readFileSync(path.join(FIXTURES, file))));

describe('a return in an old font', () => {
  it.each([
    ['board-weekly-tcvn3.xls', 'board-weekly-2023-06-21.xlsx', '.VnTimeH, .VnTime'],
    ['board-weekly-tcvn3.ods', 'board-weekly-2023-06-21.xlsx', 'TCVN3 (ABC)'],
    ['commune-vni.xlsx', 'commune-binh-duong-2023-06-21.xlsx', 'VNI-Times'],
    ['commune-vni.ods', 'commune-binh-duong-2023-06-21.xlsx', 'VNI'],
  ])('%s reads as %s, and says so once on each sheet', (old, twin, font) => {
    const reading = open(`legacy-text/${old}`);
    expect(said(reading)).toEqual(said(open(`returns/${twin}`)));
    const reported = reading.findings.filter(({ code }) => code === 'RET-LEGACY-FONT');
    expect(new Set(reported.map(({ sheet }) => sheet)).size).toBe(reported.length);
    expect(reported[0]).toMatchObject({ severity: 'warning', cell: expect.any(String) as string });
    expect(reported[0]?.message).toContain(font);
    expect(reported[0]?.message).toMatch(/“.+ → .+”/);
  });
});

describe('a return whose capitals were drawn by a font that the file no longer names', () => {
  const typed = (text: string): string =>
    text === text.toUpperCase() ? written(text.toLowerCase(), 'tcvn3') : written(text, 'tcvn3');
  const amountsOf = ({ total, projects, allocations, asOf }: Reading): unknown => [
    total,
    asOf,
    projects.map(({ code, planned, disbursed }) => [code, planned, disbursed]),
    allocations.map(({ code, planned }) => [code, planned]),
  ];

  it.each(['board-weekly-2023-06-21', 'commune-binh-duong-2023-06-21', 'plan-9001-qd-ubnd'])(
    'keeps its outline, with "i" for I and "a" for A: %s',
    (name) => {
      const model = openWorkbook(readFileSync(path.join(FIXTURES, `returns/${name}.xlsx`)));
      const without = (cell: CellModel): CellModel => {
        const { fontName: _fontName, bold: _bold, ...bare } = cell;
        const { value } = cell;
        return value.type === 'text' ? { ...bare, value: { type: 'text', text: typed(value.text) } } : bare;
      };
      const sheets = model.sheets.map((sheet) => ({
        ...sheet,
        rows: sheet.rows.map((row) => ({ ...row, cells: row.cells.map(without) })),
      }));
      const reading = readWorkbook({ ...model, sheets });
      expect(reading.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(amountsOf(reading)).toEqual(amountsOf(readWorkbook(model)));
    },
  );
});

describe('text in Unicode', () => {
  const rows = fc.array(sentences(cased), { minLength: 1, maxLength: 20 });
  const reportedOf = (texts: readonly string[], fontName?: string): unknown[] => {
    const sheet = new SheetBuilder();
    texts.forEach((text, row) => sheet.set(row, 0, text));
    const { rows: built, ...rest } = sheet.build('A');
    const styled = built.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, ...(fontName === undefined ? {} : { fontName }) })),
    }));
    const { findings } = readWorkbook({ date1904: false, sheets: [{ ...rest, rows: styled }] });
    return findings.filter(({ code }) => code === 'RET-LEGACY-FONT');
  };

  it('is never touched, composed or not', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom('NFC', 'NFD'), (texts, form) => {
        expect(reportedOf(texts.map((text) => text.normalize(form)))).toEqual([]);
      }),
    );
  });

  it('is not touched either where the cell still has an old font', () => {
    expect(reportedOf(['Dự án đường liên xã', 'Cà Mau', 'Ô tô'], '.VnTime')).toEqual([]);
    expect(reportedOf(['Dự án đường liên xã', 'Hà Nội'], 'VNI-Times')).toEqual([]);
  });

  it('nor is the text of other languages', () => {
    expect(
      reportedOf(['Société générale à Genève, élève à Besançon', 'Größe über Maß, Müller & Söhne']),
    ).toEqual([]);
  });
});

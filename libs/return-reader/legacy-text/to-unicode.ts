import { unaccent } from '@thongvon/kernel';
import type { CellModel, SheetModel, WorkbookModel } from '@thongvon/workbook-io';
import { Findings } from '../findings/findings';
import { memoize } from '../vocabulary/phrase-book';

/**
 * VNI-Windows writes a letter with its plain letter and a mark of its own behind it ("aù" is "á"). Each row: the plain
 * letters, and the marks with the letter that each makes of them.
 */
const MARKED: readonly (readonly [plain: string, marks: string, letters: string])[] = [
  ['a', 'ùøûõïâáàåãäêéèúüë', 'áàảãạâấầẩẫậăắằẳẵặ'],
  ['e', 'ùøûõïâáàåãä', 'éèẻẽẹêếềểễệ'],
  ['o', 'ùøûõïâáàåãä', 'óòỏõọôốồổỗộ'],
  ['ô', 'ùøûõï', 'ớờởỡợ'],
  ['u', 'ùøûõï', 'úùủũụ'],
  ['ö', 'ùøûõï', 'ứừửữự'],
  ['y', 'ùøûõ', 'ýỳỷỹ'],
];
/** Letters of one code point. */
const SINGLE: readonly (readonly [vni: string, letter: string])[] = [
  ...pairs('íìæóò', 'íìỉĩị'),
  ...pairs('îñôö', 'ỵđơư'),
];

const VNI_LETTERS: ReadonlyMap<string, string> = new Map([
  ...SINGLE,
  ...MARKED.flatMap(([plain, marks, letters]) =>
    pairs(marks, letters).map(([mark, letter]) => [plain + mark, letter] as const),
  ),
]);
const VNI_TYPED = new RegExp([...VNI_LETTERS.keys()].toSorted((a, b) => b.length - a.length).join('|'), 'gi');

/** Unicode for a text typed in VNI-Windows: "Döï aùn" → "Dự án". */
export function fromVni(text: string): string {
  return text.replace(VNI_TYPED, (typed) => {
    const letter = VNI_LETTERS.get(typed.toLowerCase()) ?? typed;
    const [first = ''] = typed;
    return first === first.toLowerCase() ? letter : letter.toUpperCase();
  });
}

function pairs(from: string, to: string): (readonly [string, string])[] {
  return Array.from(from, (letter, i) => [letter, to[i] ?? letter] as const);
}

/**
 * The workbook with every text in Unicode. Cells in an old font (.VnTime, VNI-Times), and those of a sheet without fonts
 * whose characters can only be such a text, are converted; each sheet where that was done says so, with an example.
 * Text that is Unicode already is never touched, whatever its font.
 */
export function toUnicode(model: WorkbookModel, findings: Findings): WorkbookModel {
  return { ...model, sheets: model.sheets.map((sheet) => sheetInUnicode(sheet, findings)) };
}

/** The same where nobody asks what was converted. */
export function inUnicode(model: WorkbookModel): WorkbookModel {
  return toUnicode(model, new Findings());
}

interface TextCell {
  readonly cell: CellModel;
  readonly text: string;
  /** As the cell's font says. */
  readonly encoding: LegacyEncoding | undefined;
}

interface Converted {
  readonly cell: CellModel;
  readonly text: string;
  readonly unicode: string;
  readonly font: string;
}

function sheetInUnicode(sheet: SheetModel, findings: Findings): SheetModel {
  const converted = new Map(conversions(sheet).map((change) => [change.cell, change]));
  const [first] = converted.values();
  if (!first) return sheet;
  const fonts = [...new Set([...converted.values()].map(({ font }) => font))].join(', ');
  const example = `${first.text.trim()} → ${first.unicode.trim()}`;
  findings.add('legacy-font', { sheet: sheet.name, cell: first.cell }, { font: fonts, value: example });
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const unicode = converted.get(cell)?.unicode;
        return unicode === undefined ? cell : { ...cell, value: { type: 'text' as const, text: unicode } };
      }),
    })),
  };
}

function conversions(sheet: SheetModel): Converted[] {
  const cells = sheet.rows.flatMap((row) => row.cells.flatMap(textCell));
  const named = cells.filter(({ encoding }) => encoding !== undefined);
  const others = cells.filter(({ encoding }) => encoding === undefined);
  const ofOthers = encodingOfTexts(others.map(({ text }) => text));
  if (named.length === 0 && !ofOthers) return [];
  return [...changes(named, undefined), ...changes(others, ofOthers)].sort(
    (a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column,
  );
}

function textCell(cell: CellModel): TextCell[] {
  if (cell.value.type !== 'text') return [];
  const encoding = cell.fontName === undefined ? undefined : encodingOfFont(cell.fontName);
  return [{ cell, text: cell.value.text, encoding }];
}

/** People type Unicode into cells in an old font too: what can be read both ways is read as most of the others. */
function changes(cells: readonly TextCell[], byCharacters: LegacyEncoding | undefined): Converted[] {
  const candidates = cells.flatMap(({ cell, text, encoding = byCharacters }) => {
    const unicode = encoding?.toUnicode(text);
    if (!encoding || unicode === undefined || unicode === text || isSurelyUnicode(text)) return [];
    const font = encodingOfFont(cell.fontName ?? '') ? (cell.fontName ?? '') : encoding.name;
    return [{ cell, text, unicode, font, gain: gainOf(text, encoding) }];
  });
  if (candidates.length === 0) return [];
  const typedInUnicode = cells.filter(({ text }) => isSurelyUnicode(text)).length;
  const typedForFont = candidates.filter(({ gain }) => gain > 0).length;
  return candidates.filter(({ gain }) => gain > 0 || (gain === 0 && typedForFont >= typedInUnicode));
}

/** Letters that no old font has. */
const UNICODE_ONLY =
  /[\u0102\u0103\u0110\u0111\u0128\u0129\u0168\u0169\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9]|\p{M}/u;
const PLAIN = /^[\s!-~]*$/;
const WORD = /[\p{L}\p{M}\u00a1-\u00ff]+/gu;

/** Fewer words, or fewer of them that are Vietnamese, decide nothing without a font's name. */
const FEWEST_WORDS = 4;
const SURE = 0.9;
const DOUBTFUL = 0.4;

/** Whether a text holds a letter that no old font has: it was typed in Unicode, whatever the cell's font. */
function isSurelyUnicode(text: string): boolean {
  return UNICODE_ONLY.test(text);
}

/** How many more words of the text are Vietnamese in the old encoding than as it stands; negative: fewer. */
function gainOf(text: string, { toUnicode }: LegacyEncoding): number {
  const words = tellingWords(text);
  return syllablesAmong(words.map(toUnicode)) - syllablesAmong(words);
}

/**
 * The encoding of texts whose font says nothing: that in which nearly all their words are Vietnamese, while as they
 * stand few are. Undefined where that isn't plain, as for every text in Unicode.
 */
function encodingOfTexts(texts: readonly string[]): LegacyEncoding | undefined {
  if (texts.filter(isSurelyUnicode).length * 2 > texts.length) return undefined;
  const words = texts.flatMap(tellingWords);
  if (words.length === 0 || syllablesAmong(words) / words.length > DOUBTFUL) return undefined;
  return [TCVN3, VNI].find(({ toUnicode }) => {
    const read = words.map(toUnicode).filter(hasVowel);
    return read.length >= FEWEST_WORDS && syllablesAmong(read) / read.length >= SURE;
  });
}

/** Words in plain letters are the same in every encoding. */
function tellingWords(text: string): string[] {
  if (PLAIN.test(text)) return [];
  return (text.match(WORD) ?? []).filter((word) => /[^A-Za-z]/.test(word));
}

function syllablesAmong(words: readonly string[]): number {
  return words.filter(isSyllable).length;
}

/** Abbreviations such as "ĐT" are no syllables in any encoding. */
function hasVowel(word: string): boolean {
  return /[aeiouy]/.test(unaccent(word));
}

/** What a Vietnamese syllable can begin with; "gi" and "qu" count as consonants. */
export const INITIALS: readonly string[] = words(`
  b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x
`);

/** What a Vietnamese syllable can end in, from its vowel on, without its tone. */
export const RHYMES: readonly string[] = words(`
  a ac ach ai am an ang anh ao ap at au ay
  ă ăc ăm ăn ăng ăp ăt
  â âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et
  ê êch êm ên êng ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong oong ooc op ot
  ô ôc ôi ôm ôn ông ôp ôt
  ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu uơ
  ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
  y yêm yên yêng yêt yêu
`);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const SYLLABLE = new RegExp(`^(?:${INITIALS.join('|')})?(?:${RHYMES.join('|')})$`);
/** A syllable that ends in a stop has the tone sắc or nặng, or none where the tone is left out. */
const STOPPED = /(?:[ptc]|ch)$/;
const SLOW_TONE = /[\u0300\u0303\u0309]/;
const ONE_CASE = /^(?:\p{Lu}?\p{Ll}*|\p{Lu}+)$/u;

/** Whether a word can be a syllable of Vietnamese, as spelt in Unicode: "dự", "Đường", "XÃ"; not "d÷" or "ký1". */
export const isSyllable: (word: string) => boolean = memoize((word) => {
  if (!ONE_CASE.test(word)) return false;
  const tones = word.toLowerCase().normalize('NFD');
  const base = tones.replace(TONES, '').normalize('NFC');
  const count = tones.length - tones.replace(TONES, '').length;
  return count <= 1 && SYLLABLE.test(base) && !(STOPPED.test(base) && SLOW_TONE.test(tones));
});

function words(text: string): string[] {
  return text.trim().split(/\s+/);
}

/**
 * TCVN 5712:1993 as the ABC fonts (.VnTime, .VnArial, …) use it: small letters with tones, and capitals without. Each
 * row is a run of code points from the first, as they stand in a cell; a space is a place that the fonts leave empty.
 */
const RUNS: readonly (readonly [first: string, letters: string])[] = [
  ['¡', 'ĂÂÊÔƠƯĐăâêôơưđ'],
  ['µ', 'àảãáạ ằẳẵắ'],
  ['Æ', 'ặầẩẫấậè ẻẽéẹềểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ'],
];

const LETTERS: ReadonlyMap<string, string> = new Map(
  RUNS.flatMap(([first, letters]) =>
    Array.from(letters).flatMap((letter, i): [string, string][] =>
      letter === ' ' ? [] : [[String.fromCharCode(first.charCodeAt(0) + i), letter]],
    ),
  ),
);

const TYPED = /[A-Za-z\u00a1-\u00ff]+/g;
const CAPITALS = /^[^a-z]*[A-Z][^a-z]*[A-Z][^a-z]*$/;

/**
 * Unicode for a text typed in TCVN3: "Dù ¸n" → "Dự án". Capitals with tones don't exist in TCVN3; among capitals
 * ("X· HéI") the small letters are meant as capitals.
 */
export function fromTcvn3(text: string): string {
  const inCapitals = CAPITALS.test(text);
  return text.replace(TYPED, (word) => {
    const letters = word.replace(/[\u00a1-\u00ff]/g, (letter) => LETTERS.get(letter) ?? letter);
    return inCapitals || CAPITALS.test(word) ? letters.toUpperCase() : letters;
  });
}

/** A way in which Vietnamese was typed before Unicode. */
interface LegacyEncoding {
  readonly name: string;
  readonly toUnicode: (text: string) => string;
}

const TCVN3: LegacyEncoding = { name: 'TCVN3 (ABC)', toUnicode: fromTcvn3 };
const VNI: LegacyEncoding = { name: 'VNI', toUnicode: fromVni };

/** Fonts whose name ends in H draw small letters as capitals: .VnTimeH, .VnArialH. */
const TCVN3_CAPITALS: LegacyEncoding = {
  name: TCVN3.name,
  toUnicode: (text) => fromTcvn3(text).toUpperCase(),
};

/** The encoding that a font's name tells: .VnTime, .VnArialH, VNI-Times, VNI-Helve; undefined for any other font. */
export function encodingOfFont(fontName: string): LegacyEncoding | undefined {
  if (/^\s*\.vn.*h\s*$/i.test(fontName)) return TCVN3_CAPITALS;
  if (/^\s*\.vn/i.test(fontName)) return TCVN3;
  return /^\s*vni[- ]/i.test(fontName) ? VNI : undefined;
}

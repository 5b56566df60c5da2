import type { PersonalMark } from '@thongvon/api-contract';

/** Data: words before a person's name. */
const TITLES = ['ông', 'bà', 'anh', 'chị', 'cụ', 'cô', 'chú', 'bác', 'hộ'];
/** Data: words before a place or a work that bears a person's name; what follows is no household. */
const PLACES = [
  ...[
    'đường',
    'phố',
    'trường',
    'cầu',
    'chợ',
    'kênh',
    'đập',
    'hồ',
    'tượng đài',
    'công viên',
    'khu',
    'bệnh viện',
  ],
  ...['thành phố', 'huyện', 'xã', 'phường', 'thị trấn', 'tỉnh', 'thôn', 'tổ'],
];
/** Data: family names that most people in Vietnam bear. */
const FAMILY_NAMES = [
  ...[
    'Nguyễn',
    'Trần',
    'Lê',
    'Phạm',
    'Huỳnh',
    'Hoàng',
    'Phan',
    'Vũ',
    'Võ',
    'Đặng',
    'Bùi',
    'Đỗ',
    'Hồ',
    'Ngô',
    'Dương',
  ],
  ...[
    'Lý',
    'Đinh',
    'Đoàn',
    'Trương',
    'Trịnh',
    'Lương',
    'Mai',
    'Tô',
    'Hà',
    'Cao',
    'Châu',
    'Tạ',
    'Thái',
    'Lâm',
    'Kiều',
  ],
];
const HIDDEN = '[không nêu tên]';

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
const cased = (words: readonly string[]): string =>
  words.flatMap((word) => [word, capital(word), word.toUpperCase()]).join('|');

const NAME_WORD = String.raw`\p{Lu}[\p{L}’']*`;
const BEFORE = String.raw`(?<![\p{L}\p{N}])`;
const AFTER = String.raw`(?!\p{L})`;
const TITLED = new RegExp(
  `${BEFORE}(?:(?:${cased(TITLES)})\\s+)+${NAME_WORD}(?:\\s+${NAME_WORD}){0,4}${AFTER}`,
  'gu',
);
/** Without a title, three words at least: two may be a place ("Hà Lam"). */
const NAMED = new RegExp(
  `${BEFORE}(?:(${cased(PLACES)})\\s+)?(?:${cased(FAMILY_NAMES)})(?:\\s+${NAME_WORD}){2,4}${AFTER}`,
  'gu',
);
const PAPER = String.raw`CCCD|CMND|CMTND|CMT|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|định danh(?: cá nhân)?|hộ chiếu`;
const TELEPHONE = String.raw`SĐT|ĐTDĐ|ĐT|điện thoại|di động|zalo`;
const labelled = (words: string): string => String.raw`(?<=${BEFORE}(?:${words})(?:\s+số)?\s*[:.]?\s*)`;
/** No digit before and none right behind: a number is taken whole, and no part of an amount. */
const APART = String.raw`(?<![\d.,])`;
const ENDS = String.raw`(?![\d.,]*\d)`;
/**
 * Identity cards have 9 or 12 digits. In groups of three they are known from an amount by the word before, or by the 0 with which all
 * of 12 begin.
 */
const IDENTITY = new RegExp(
  `${labelled(PAPER)}(?:\\d{12}|\\d{9}|\\d{3}(?:[ .-]\\d{3}){2,3})(?!\\d)|` +
    `${APART}(?:\\d{12}|\\d{9}|0\\d{2}([ .-])\\d{3}(?:\\1\\d{3}){2})${ENDS}`,
  'giu',
);
/** Telephones have 10 or 11 digits, and begin with 0 or +84; fewer after a word that says so. */
const PHONE = new RegExp(
  `${labelled(TELEPHONE)}\\d(?:[ .-]?\\d){6,10}(?!\\d)|${APART}(?:\\+84|0|\\(0(?=\\d{2,3}\\)))(?:[ .)-]{0,2}\\d){9,10}${ENDS}`,
  'giu',
);

/** A part of a text; `mark`: what of a person it looks like, null for the rest. */
interface TextPart {
  readonly text: string;
  readonly mark: PersonalMark | null;
}

/** The patterns in the order in which they are looked for: what one has taken is no other’s. */
const MARKS: readonly (readonly [PersonalMark, RegExp])[] = [
  ['name', TITLED],
  ['name', NAMED],
  ['phone', PHONE],
  ['identity-number', IDENTITY],
];

/**
 * A text in parts, which are the text when they stand together again (composed, NFC), with what looks like a person’s name,
 * identity number or telephone marked. It marks too much rather than too little; places and works named after people stay.
 */
export function markPersonal(text: string): TextPart[] {
  return MARKS.reduce<TextPart[]>(
    (parts, [mark, pattern]) =>
      parts.flatMap((part) => (part.mark === null ? cut(part.text, pattern, mark) : [part])),
    [{ text: text.normalize('NFC'), mark: null }],
  );
}

function cut(text: string, pattern: RegExp, mark: PersonalMark): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const found of text.matchAll(pattern)) {
    // A place before the name: no person.
    if (mark === 'name' && found[1] !== undefined) continue;
    parts.push({ text: text.slice(from, found.index), mark: null }, { text: found[0], mark });
    from = found.index + found[0].length;
  }
  return [...parts, { text: text.slice(from), mark: null }].filter((part) => part.text !== '');
}

/** A text as it may leave the office: what of it tells who somebody is, is taken out (domain page, section 0, rule 10). */
export const withoutNames = (text: string): string =>
  markPersonal(text)
    .map((part) => (part.mark === null ? part.text : HIDDEN))
    .join('');

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

const NAME_WORD = String.raw`\p{Lu}\p{L}*`;
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
/** Identity cards have 9 or 12 digits; telephones 10 or 11, and begin with 0 or +84. */
const NUMBERS = /(?<![\d.,])(?:\d{12}|\d{9}|(?:\+84|0)[\d .-]{8,12}\d)(?![\d.,]*\d)/g;

/**
 * A text as it may leave the office: names of people, telephone and identity numbers are taken out (domain page, section
 * 0, rule 10). It takes out too much rather than too little; places and works named after people stay.
 */
export function withoutNames(text: string): string {
  return text
    .normalize('NFC')
    .replace(TITLED, HIDDEN)
    .replace(NAMED, (found, place: string | undefined) => (place === undefined ? HIDDEN : found))
    .replace(NUMBERS, HIDDEN);
}

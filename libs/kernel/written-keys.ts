import { matchKey } from './text';

// The one form of what people write in many ways: codes of projects, numbers of decisions, names of offices.

/** Letters of other alphabets that nobody can tell from these. Each written twice: what is typed, then what is meant. */
const LOOK_ALIKES = {
  typed: 'АВЕЅІЈКМНОРСТУХавеѕіјкмнорстухΑΒΕΖΗΙΚΜΝΟΡΤΥΧοÐƉðɖ',
  meant: 'ABESIJKMHOPCTYXABESIJKMHOPCTYXABEZHIKMNOPTYXOĐĐĐĐ',
} as const;
const DASHES = /[\u2010-\u2015\u2043\u2212]/g;
const UNSEEN = /[\s\u0085\u00ad\u180e\u200b-\u200f\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]/g;

const meantBy = new Map(
  Array.from(LOOK_ALIKES.typed, (typed, at) => [typed, LOOK_ALIKES.meant.charAt(at)] as const),
);

/** A code in its one form already, as nearly all are: nothing of it changes. */
const IN_FORM = /^[!-&(-`{-~][!-`{-~]*$/;

/**
 * The one form of a project's code, however it was typed: without spaces of any kind and the apostrophe of a text cell,
 * full-width and look-alike letters as the Latin ones, dashes as "-", in capitals. "79 04 411" and "７９０４４１１" are one
 * code. The same as the database's `projects.project_code_key`.
 */
export function projectCode(typed: string): string {
  if (IN_FORM.test(typed)) return typed;
  const seen = typed
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/^['‘’]+/, '')
    .replace(DASHES, '-');
  return Array.from(seen, (letter) => meantBy.get(letter) ?? letter)
    .join('')
    .replace(/[a-zđ]/g, (letter) => letter.toUpperCase());
}

/**
 * What makes two ways of writing a decision's number the same: case, accents, Đ and D, spaces and marks, "Số" before it and
 * leading zeros don't matter. "Số 09/QĐ-UBND" and "9 / qd-ubnd" are one number.
 */
export function decisionKey(number: string): string {
  return matchKey(number)
    .replace(/^so (?=\d)/, '')
    .replaceAll(' ', '')
    .replace(/^0+(?=\d)/, '');
}

/**
 * Usual official abbreviations of offices, by their unaccented words. None of them is a Vietnamese word, so that no
 * part of a place's name is ever expanded. "KT" or "ĐT" alone stand for several words and are left as they are.
 */
const ABBREVIATIONS: readonly (readonly [abbreviated: string, full: string])[] = [
  ['ubnd', 'uy ban nhan dan'],
  ['hdnd', 'hoi dong nhan dan'],
  ['bqlda', 'ban quan ly du an'],
  ['bql', 'ban quan ly'],
  ['qlda', 'quan ly du an'],
  ['ban ql', 'ban quan ly'],
  ['quan ly da', 'quan ly du an'],
  ['quan li', 'quan ly'],
  ['dtxd', 'dau tu xay dung'],
  ['dt xd', 'dau tu xay dung'],
  ['dt xay dung', 'dau tu xay dung'],
  ['xd', 'xay dung'],
  ['dtxdct', 'dau tu xay dung cong trinh'],
  ['xdcb', 'xay dung co ban'],
  ['xdct', 'xay dung cong trinh'],
  ['ddcn', 'dan dung cong nghiep'],
  ['dd cn', 'dan dung cong nghiep'],
  ['gtvt', 'giao thong van tai'],
  ['ptnt', 'phat trien nong thon'],
  ['nnptnt', 'nong nghiep phat trien nong thon'],
  ['nn phat trien nong thon', 'nong nghiep phat trien nong thon'],
  ['nnmt', 'nong nghiep moi truong'],
  ['nn mt', 'nong nghiep moi truong'],
  ['tnmt', 'tai nguyen moi truong'],
  ['tn mt', 'tai nguyen moi truong'],
  ['kthtdt', 'kinh te ha tang do thi'],
  ['kt ht dt', 'kinh te ha tang do thi'],
  ['ktht', 'kinh te ha tang'],
  ['kt ht', 'kinh te ha tang'],
  ['kinh te ha tang dt', 'kinh te ha tang do thi'],
  ['tckh', 'tai chinh ke hoach'],
  ['tc kh', 'tai chinh ke hoach'],
  ['khdt', 'ke hoach dau tu'],
  ['kh dt', 'ke hoach dau tu'],
  ['qldt', 'quan ly do thi'],
  ['gddt', 'giao duc dao tao'],
  ['gd dt', 'giao duc dao tao'],
  ['vhxh', 'van hoa xa hoi'],
  ['vh xh', 'van hoa xa hoi'],
  ['vhtt', 'van hoa thong tin'],
  ['vh tt', 'van hoa thong tin'],
  ['ldtbxh', 'lao dong thuong binh xa hoi'],
  ['ldtb xh', 'lao dong thuong binh xa hoi'],
  ['ld tbxh', 'lao dong thuong binh xa hoi'],
  ['ld tb xh', 'lao dong thuong binh xa hoi'],
  ['ttptqd', 'trung tam phat trien quy dat'],
  ['ptqd', 'phat trien quy dat'],
  ['gpmb', 'giai phong mat bang'],
  ['btgpmb', 'boi thuong giai phong mat bang'],
  ['kbnn', 'kho bac nha nuoc'],
  ['vphdndubnd', 'van phong hoi dong nhan dan uy ban nhan dan'],
  ['vp', 'van phong'],
  ['tp', 'thanh pho'],
];

/** Most words in one abbreviation. */
const LONGEST = Math.max(...ABBREVIATIONS.map(([words]) => words.split(' ').length));
const FULL = new Map(ABBREVIATIONS.map(([words, full]) => [words, full.split(' ')]));

/** Letters that mean a kind of place after a committee or board, and otherwise something else. */
const PLACES = new Map([
  ['x', ['xa']],
  ['p', ['phuong']],
  ['q', ['quan']],
  ['h', ['huyen']],
  ['t', ['tinh']],
  ['tt', ['thi', 'tran']],
  ['tx', ['thi', 'xa']],
]);
/** The same at the beginning of an office's name. */
const OFFICES = new Map([
  ['p', ['phong']],
  ['tt', ['trung', 'tam']],
]);

/**
 * The key by which an office is the same however its name is abbreviated: case, accents and marks don't matter, usual
 * abbreviations are written out, and "và" between an office's subjects is left out, as a dash in its place is. Names of
 * places stay as they are.
 */
export function officeKey(name: string): string {
  let key = matchKey(name);
  for (let written = ''; written !== key;) {
    written = key;
    key = withoutAnd(expandedOnce(key.split(' '))).join(' ');
  }
  return key;
}

/**
 * Whether words may mean an office, by their `officeKey`s: its name, its name with more around it ("UBND xã Bình Nam, huyện
 * Thăng Bình"), or some words of it in their order ("BQLDA ĐTXD huyện"). It may be another office's all the same.
 */
export function mayNameOffice(words: string, office: string): boolean {
  return ` ${words} `.includes(` ${office} `) || isShortened(words, office);
}

/** "Ban QLDA" may be the Board of anything: its words stand, in their order, in the longer name. */
export function isShortened(key: string, full: string): boolean {
  const words = full.split(' ');
  let from = 0;
  return key.split(' ').every((word) => {
    const at = words.indexOf(word, from);
    from = at + 1;
    return at >= 0;
  });
}

/** The longest abbreviation at each place is written out. */
function expandedOnce(words: readonly string[]): string[] {
  const expanded: string[] = [];
  for (let at = 0; at < words.length;) {
    const found = abbreviationAt(words, at, expanded);
    expanded.push(...found.full);
    at += found.length;
  }
  return expanded;
}

function abbreviationAt(
  words: readonly string[],
  at: number,
  before: readonly string[],
): { readonly full: readonly string[]; readonly length: number } {
  for (let length = Math.min(LONGEST, words.length - at); length > 0; length -= 1) {
    const full = FULL.get(words.slice(at, at + length).join(' '));
    if (full) return { full, length };
  }
  const word = words[at] ?? '';
  const isFollowed = at + 1 < words.length;
  const letters = at === 0 ? OFFICES : before.some(isPlace) ? undefined : PLACES;
  return { full: (isFollowed ? letters?.get(word) : undefined) ?? [word], length: 1 };
}

/** After one of these the name of a place follows. "Xã hội", "quản lý" and "quân sự" are no places. */
function isPlace(word: string, at: number, words: readonly string[]): boolean {
  const [before, next] = [words[at - 1], words[at + 1]];
  if (word === 'xa') return next !== 'hoi';
  if (word === 'quan') return next !== 'ly' && next !== 'su' && before !== 'co';
  if (word === 'tran') return before === 'thi';
  if (word === 'pho') return before === 'thanh';
  if (word === 'khu') return before === 'dac';
  return ['phuong', 'huyen', 'tinh'].includes(word);
}

function withoutAnd(words: readonly string[]): string[] {
  const place = words.findIndex(isPlace);
  const subjects = place < 0 ? words.length : place;
  return words.filter((word, at) => word !== 'va' || at === 0 || at >= subjects - 1);
}

import { cleanText } from '@thongvon/kernel';
import type { RowModel } from '@thongvon/workbook-io';
import { isFilled, textOf } from '../sheet/grid';
import { speaksOfObstacle } from '../vocabulary/obstacles';
import { PhraseBook, wordsOf } from '../vocabulary/phrase-book';
import {
  COMPARISON_OPENINGS,
  COMPONENT_WORDS,
  DETAIL_OPENINGS,
  FOOTER_OPENINGS,
  HEADING_WORDS,
  NAME_IN_BRACKETS,
  NOTE_OPENINGS,
  PART_OPENINGS,
  PLACE_OPENINGS,
  REASON_WORDS,
  STATE_WORDS,
  TOTAL_LABELS,
} from '../vocabulary/texts';
import { isAllCapitals, type TableRow } from './table-row';

const COMPONENTS = new PhraseBook<'component'>({ component: COMPONENT_WORDS });
const HEADINGS = new PhraseBook<'heading'>({ heading: HEADING_WORDS });
const EXACT = new Set<string>(TOTAL_LABELS.exact);

const openings = (phrases: readonly string[]): (readonly string[])[] => phrases.map(wordsOf);
const DETAILS = openings(DETAIL_OPENINGS);
const FOOTERS = openings(FOOTER_OPENINGS);
const COMPARISONS = openings(COMPARISON_OPENINGS);
const PARTS = openings(PART_OPENINGS);
const PLACES = openings(PLACE_OPENINGS);

const startsWith = (words: readonly string[], opening: readonly string[]): boolean =>
  opening.length > 0 && opening.every((word, i) => words[i] === word);

const plain = (label: string): string =>
  cleanText(label)
    .toLowerCase()
    .replace(/^[\s*.–-]+/, '')
    .replace(/[\s:.*]+$/, '');

/** "TỔNG CỘNG", "Cộng": a total whatever stands next to it. */
export function isTotalLabel(label: string): boolean {
  const text = plain(label);
  return EXACT.has(text) || /^(?:tổng|tổng cộng|tổng số|cộng)\s*\(.*\)$/.test(text);
}

/** "Đường A | Tổng số": a row that adds up the sources or plan types of its project, by the column that names them. */
export function saysTotal({ source, planType }: Pick<TableRow, 'source' | 'planType'>): boolean {
  return isTotalLabel(source) || isTotalLabel(planType);
}

/** "Cộng nhóm A", "Tổng số dự án chuyển tiếp": a total if nothing else makes the row a project. */
export function mayBeTotalLabel(label: string): boolean {
  const words = ` ${plain(label)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;
  return isTotalLabel(label) || TOTAL_LABELS.opening.some((opening) => words.startsWith(` ${opening} `));
}

/** "Trong đó: …": shows a part of the row above. */
export function isDetailLabel(label: string): boolean {
  const words = wordsOf(label);
  return DETAILS.some((opening) => startsWith(words, opening));
}

/** "Tỷ lệ so với kế hoạch (%)", "Tuần trước": a row that compares, beneath a total. */
export function isComparisonLabel(label: string): boolean {
  const words = wordsOf(label);
  return COMPARISONS.some((opening) => startsWith(words, opening));
}

/** "Xây lắp", "Chi phí bồi thường GPMB": a part of a project, not a project. */
export function namesComponent(label: string): boolean {
  const words = wordsOf(label);
  const covered = COMPONENTS.find(words).reduce((sum, match) => sum + match.length, 0);
  return words.length > 0 && covered === words.length;
}

/** "Gói thầu số 05", "Đoạn Km0 - Km5": beneath a project, a part of it. */
function opensLikePart(label: string): boolean {
  const words = wordsOf(label);
  return PARTS.some((opening) => startsWith(words, opening));
}

const PERIOD =
  /^(?:trong )?(?:thang|quy|tuan|ky|t)\s?(?:thu )?(?:\d{1,2}|i{1,3}|iv)(?: (?:nam )?(?:\d{4}|\d{2}))?$/;

/** "Xây lắp", "Gói thầu số 05", "Tháng 4": beneath a project, a part of it. */
export function namesPart(label: string): boolean {
  return namesComponent(label) || opensLikePart(label) || PERIOD.test(wordsOf(label).join(' '));
}

const RETURNED =
  /^(?:(?:so|von|tien|da|phan) )*(?:nop giam|nop tra|nop hoan|nop lai|nop khoi phuc|nop ngan sach|nop nsnn|hoan tra|giam chi|thu hoi nop|thu hoi giam chi)\b/;

/** "Nộp giảm chi", "Hoàn trả ngân sách": beneath a project, what was given back of its money. */
export function saysReturned(label: string): boolean {
  return RETURNED.test(wordsOf(label).join(' '));
}

/** "Xã Bình Phú": beneath a project whose land is cleared, the part of it there. */
export function opensLikePlace(label: string): boolean {
  const words = wordsOf(label);
  return PLACES.some((opening) => startsWith(words, opening));
}

/** "Người lập biểu", "Ghi chú: …", "Thăng Bình, ngày 24 tháng 5 năm 2023": what stands under a table. */
export function isFooterText(text: string): boolean {
  const words = wordsOf(text);
  if (FOOTERS.some((opening) => startsWith(words, opening))) return true;
  return /\bngay\s(?:\d{0,2}\s)?thang\s(?:\d{0,2}\s)?nam\b/.test(words.join(' ')) && words.length < 14;
}

/** Whether a row stands under a table; the telephone number of whoever made it may be the only number in it. */
export function isSignatureRow(row: RowModel): boolean {
  const cells = row.cells.filter(isFilled);
  const numbers = cells.filter((cell) => cell.value.type === 'number').length;
  return numbers <= 1 && cells.length <= 4 && cells.some((cell) => isFooterText(textOf(cell)));
}

/** Whether a row without figures reads like the heading of a group. */
export function readsLikeHeading(label: string): boolean {
  const words = wordsOf(label);
  return HEADINGS.find(words).some((match) => match.at <= 1) || isAllCapitals(label);
}

/** Whether a row adds others up: by its label, unless a code or ordinal makes it a project. */
export function isTotalRow(row: Pick<TableRow, 'label' | 'codeCell' | 'ordinal'>): boolean {
  if (row.codeCell) return false;
  if (isTotalLabel(row.label)) return true;
  if (!mayBeTotalLabel(row.label)) return false;
  return (
    row.ordinal === undefined ||
    row.ordinal.class === 'upper' ||
    row.ordinal.class === 'roman' ||
    row.ordinal.class === 'bullet'
  );
}

const OPENINGS = NOTE_OPENINGS.map(wordsOf);

/** "Kiến nghị: …", "Vướng mắc:", "Ghi chú: …": says itself that it is a note. */
export function opensLikeNote(label: string): boolean {
  const words = wordsOf(label);
  return OPENINGS.some((opening) => opening.every((word, i) => words[i] === word));
}

/**
 * Whether a row without figures is a note on the project above it: by its opening, or as a sentence on the state of the
 * works ("* Nhà thầu đã nghiệm thu đợt 2"). What a mark sets apart from the name above and no word explains may be
 * either. Undefined for a row that is none.
 */
export function noteOf(row: TableRow, above: TableRow): 'yes' | 'unclear' | undefined {
  if (row.codeCell || row.figures > 0 || row.label === '') return undefined;
  if (row.ordinal && row.ordinal.class !== 'bullet') return undefined;
  const text = row.fullLabel.replace(MARK, '');
  if (opensLikeNote(text)) return row.capitals && !text.includes(':') ? undefined : 'yes';
  const ofProject = above.figures > 0 || above.codeCell !== undefined;
  if (!ofProject || row.capitals || (row.bold && !above.bold)) return undefined;
  if (BRACKETED.test(row.fullLabel)) return noteInBrackets(text);
  if (OF_SEVERAL.test(text)) return SENTENCE.test(text) ? 'unclear' : undefined;
  if (saysOne(REASON_WORDS, text)) return 'yes';
  // "Dự án đang chờ quyết toán": of the project above, or a heading over those below.
  if (saysOne(STATE_WORDS, text)) return OF_ONE.test(text) ? 'unclear' : 'yes';
  if (OF_ONE.test(text)) return SENTENCE.test(text) ? 'unclear' : undefined;
  if (readsLikeHeading(text)) return undefined;
  if (STARRED.test(row.fullLabel) && speaksOfObstacle(text)) return 'yes';
  return STARRED.test(row.fullLabel) || SENTENCE.test(text) ? 'unclear' : undefined;
}

/** No heading stands in brackets: a remark does, or more of the name: "(Giai đoạn 2)", "(xã Bình Dương)". */
function noteInBrackets(text: string): 'yes' | 'unclear' | undefined {
  if (saysOne(STATE_WORDS, text) || saysOne(REASON_WORDS, text) || BY_DOCUMENT.test(text)) return 'yes';
  const words = wordsOf(text);
  const goesOn =
    /^[\p{Ll}\d]/u.test(text) ||
    words.length <= FEW_WORDS ||
    NAMES.some((opening) => opening.every((word, i) => words[i] === word));
  return goesOn ? undefined : 'unclear';
}

const MARK = /^[\s*+•–—=>→(-]+/;
/** A dash may have broken a name; a star or an arrow never did. */
const STARRED = /^\s*(?:\(?\*+\)?|=+>|→|>+|➢|✓)/;
/** Names end with no full stop and have no second clause. */
const SENTENCE = /[.;]\s*$|:\s*\S/;
/** "Các dự án đã hoàn thành": headings speak of several projects. */
const OF_SEVERAL = /^(?:các|nhóm|danh mục|những|nguồn|vốn)(?=\s)/i;
/** "Công trình chưa quyết toán": of one project, or a heading. */
const OF_ONE = /^(?:dự án|công trình|nhiệm vụ)(?=\s)/i;
const BRACKETED = /^\s*[[(].*[\])][.;\s]*$/;
/** "(Thực hiện Nghị quyết số 41/NQ-HĐND ngày 10/7/2026)", "(Theo QĐ 12/QĐ-UBND)": by which document, under a project or a heading. */
const BY_DOCUMENT =
  /^(?:thực hiện|theo|kèm theo|căn cứ|tại|điều chỉnh theo|bổ sung theo)\s+(?:nội dung\s+)?(?:quyết định|nghị quyết|công văn|thông báo|văn bản|tờ trình|qđ|nq|cv|tb|vb|ttr)(?!\p{L}).*\d/iu;
/** A place or a part of the works, with its kind. */
const FEW_WORDS = 4;
const NAMES = NAME_IN_BRACKETS.map(wordsOf);

/** "đã", "đang", "chưa": with their accents, since "Đà", "Dạng" and "Chùa" stand in names. */
function saysOne(phrases: readonly string[], text: string): boolean {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  const padded = ` ${words.join(' ')} `;
  return words.length > 1 && phrases.some((phrase) => padded.includes(` ${phrase} `));
}

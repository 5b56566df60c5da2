import { cleanText } from '@thongvon/kernel';
import type { RowModel } from '@thongvon/workbook-io';
import { isFilled, textOf } from '../sheet/grid';
import { isAllCapitals } from './capitals';
import type { TableRow } from './table-row';
import { PhraseBook, wordsOf } from '../vocabulary/phrase-book';
import {
  COMPONENT_WORDS,
  DETAIL_OPENINGS,
  FOOTER_OPENINGS,
  HEADING_WORDS,
  PART_OPENINGS,
  PLACE_OPENINGS,
  COMPARISON_OPENINGS,
  TOTAL_LABELS,
} from '../vocabulary/rows';

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
export function opensLikePart(label: string): boolean {
  const words = wordsOf(label);
  return PARTS.some((opening) => startsWith(words, opening));
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

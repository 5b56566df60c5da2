import { NAME_IN_BRACKETS, NOTE_OPENINGS, REASON_WORDS, STATE_WORDS } from '../vocabulary/rows';
import { wordsOf } from '../vocabulary/phrase-book';
import { readsLikeHeading } from './labels';
import type { TableRow } from './table-row';

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
  return STARRED.test(row.fullLabel) || SENTENCE.test(text) ? 'unclear' : undefined;
}

/** No heading stands in brackets: a remark does, or more of the name: "(Giai đoạn 2)", "(xã Bình Dương)". */
function noteInBrackets(text: string): 'yes' | 'unclear' | undefined {
  if (saysOne(STATE_WORDS, text) || saysOne(REASON_WORDS, text)) return 'yes';
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

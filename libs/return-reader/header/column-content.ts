import { type PlanYear, unaccent } from '@thongvon/kernel';
import type { TextField } from '../model/meaning';
import type { CaptionTag } from '../vocabulary/captions';
import { askedFor } from '../vocabulary/obstacles';
import { type Caption, readCaption } from './caption';
import type { HeaderColumn } from './tables';

const FIELD_OF: readonly (readonly [CaptionTag, TextField])[] = [
  ['ordinal', 'ordinal'],
  ['code', 'code'],
  ['budget-code', 'code'],
  ['plan-type-column', 'plan-type'],
  ['blocker', 'blocker'],
  ['note', 'note'],
  ['responsible-unit', 'responsible-unit'],
  ['due', 'due'],
  ['owner', 'owner'],
  ['field', 'field'],
  ['source-column', 'source'],
  ['name', 'name'],
  ['location', 'location'],
];

/** What a column of texts says about its rows, from the innermost caption that says anything. */
export function textFieldOf(column: HeaderColumn): TextField | 'other-text' | undefined {
  for (const caption of column.path.toReversed()) {
    if (namesProject(caption)) return 'name';
    if (namesCode(caption)) return 'code';
    if (caption.tags.has('other-text')) return 'other-text';
    if (caption.tags.has('bare-code')) return isWholeCode(caption) ? 'code' : 'other-text';
    if (caption.tags.has('budget-code') && caption.tags.has('owner')) return 'other-text';
    // "Khó khăn, vướng mắc / Ghi chú": what stands there may be a mere remark.
    const mixed = caption.tags.has('blocker') && askedFor([caption.text]) === 'both';
    const field = mixed ? 'note' : FIELD_OF.find(([tag]) => caption.tags.has(tag))?.[1];
    const measure = ownMeasure(caption);
    if (measure !== undefined && measure !== 'text') return undefined;
    if (field) return field;
  }
  return undefined;
}

/**
 * Whether a caption names the project, alone or with more that stands in the same cells: "Tên dự án / Chủ đầu tư",
 * "Dự án / Hạng mục chi phí". "Chủ đầu tư dự án" names the owner.
 */
export function namesProject(caption: Caption): boolean {
  return caption.tags.has('name') && hasPart(caption, ['name', 'ordinal']);
}

/** "Mã dự án / số hợp đồng", "Mã số DA (TABMIS)": the project's code, alone or with more that stands in the same cells. */
const namesCode = (caption: Caption): boolean =>
  caption.tags.has('code') && hasPart(caption, ['code', 'ordinal']);

/** Whether one of the things that a caption lists says nothing but what these tags say. */
function hasPart({ text }: Caption, wanted: readonly CaptionTag[]): boolean {
  const parts = text
    .replace(BRACKETS, ' ')
    .replace(OF_WHAT, ' ')
    .split(/[/;,+&]|\s[-–]\s|\svà\s/i);
  return parts.some((part) => {
    const { tags, known } = readCaption(part.trim());
    return known === 1 && [...tags].every((tag) => wanted.includes(tag));
  });
}

/** "Tên dự án trong KHV năm 2026", "Danh mục dự án thuộc kế hoạch": of which list the projects are. */
const OF_WHAT = /(?<=\S\s+)(?:trong|thuộc|theo|nằm trong|được giao|có trong)\s.+$/is;

const BRACKETS = /[([][^)\]]*[)\]]/g;

/** "Mã", "Mã số (7 số)": nothing next to it says that it is the code of something else. */
function isWholeCode({ text, tags }: Caption): boolean {
  const outside = readCaption(text.replace(BRACKETS, ' ').trim());
  return outside.known === 1 && [...tags].every((tag) => tag === 'bare-code' || tag === 'ordinal');
}

/** Whether a caption says that it is the project's code, not only a code of seven digits. */
export function namesProjectCode({ path }: HeaderColumn): boolean {
  const tags = path.at(-1)?.tags;
  return tags !== undefined && (tags.has('code') || (tags.has('budget-code') && tags.has('name')));
}

const NAME_PREFERENCE: readonly RegExp[] = [/d[uự] [aá]n|c[oô]ng tr[iì]nh/i, /danh m[uụ]c/i];

/** How well a caption says "name of the project": smaller is better. */
export function namePreference(text: string): number {
  const rank = NAME_PREFERENCE.findIndex((pattern) => pattern.test(text.toLowerCase()));
  return rank < 0 ? NAME_PREFERENCE.length : rank;
}

/** What a figure column counts, before it is known which of several such columns is meant. */
export type Measure =
  | 'planned'
  | 'disbursed'
  | 'completed'
  | 'advance'
  | 'recovered'
  | 'returned'
  | 'estimate'
  | 'total-investment'
  | 'rate'
  | 'other';

/** Tags in the order in which one caption's measure is decided. Text about figures is no figure. */
const MEASURE_OF: readonly (readonly [CaptionTag, Measure | 'text'])[] = [
  ['note', 'text'],
  ['blocker', 'text'],
  ['other-text', 'text'],
  ['rate', 'rate'],
  ['remaining', 'other'],
  ['returned', 'returned'],
  ['advance-recovered', 'recovered'],
  ['estimate', 'estimate'],
  ['other-amount', 'other'],
  ['total-investment', 'total-investment'],
  ['completed', 'completed'],
  ['advance', 'advance'],
  ['disbursed', 'disbursed'],
  ['planned', 'planned'],
  ['before-adjustment', 'planned'],
  ['after-adjustment', 'planned'],
];

/** Whether a caption has no word that isn't known, but for its dates and what stands in brackets. */
export function saysAllKnown({ text }: Caption): boolean {
  return readCaption(text.replace(/[([][^)\]]*[)\]]|\d[\d/.-]*/g, ' ')).known === 1;
}

/** Measure that one caption states on its own. */
export function ownMeasure(caption: Caption): Measure | 'text' | undefined {
  const measure = statedMeasure(caption);
  return measure === 'planned' && isAllocatedToDate(caption) ? 'other' : measure;
}

const statedMeasure = ({ tags }: Caption): Measure | 'text' | undefined =>
  MEASURE_OF.find(([tag]) => tags.has(tag))?.[1];

/** "Lũy kế vốn bố trí", "Vốn đã bố trí đến hết năm 2022": what the project got over the years, not a year's plan. */
function isAllocatedToDate({ tags, dates, years }: Caption): boolean {
  return tags.has('cumulative') || (tags.has('up-to') && dates.length === 0 && years.length > 0);
}

/** What a column counts, by its captions and those next to it. */
export function measureOfColumn(
  { column, path }: HeaderColumn,
  all: readonly HeaderColumn[],
  planYear: PlanYear | undefined,
): Measure | undefined {
  const measure = measureOf(path, all) ?? measureBeside(column, path, all);
  if (measure === 'planned' && changesDisbursement(column, path, all)) return 'other';
  if (measure === 'other' && isGivenInTurns(path, all, planYear)) return 'planned';
  if (goesToLaterYear(path, planYear)) return 'other';
  return measure === 'text' ? undefined : measure;
}

const TURN = /\b(?:dot|lan)\s+(?:nay|\d{1,2}|i{1,3}|iv|v)\b/;

/** "Giao đợt này", "đợt 2": one of several decisions. */
export const saysTurn = ({ text }: Caption): boolean => TURN.test(unaccent(text));

const DECISION =
  /^\W*(?:quyet dinh|qd|nghi quyet|nq|dc|dieu chinh|bo sung|cong van|cv|thong bao|tb)\.?\s*(?:so\s*)?\d/;

/** "QĐ 5546/QĐ-UBND", "NQ 61 (đầu năm)", "ĐC 1203": the decision that gave what stands there. */
export const saysDecision = ({ text }: Caption): boolean => DECISION.test(unaccent(text));

/** "Giao đợt này | Lũy kế vốn đã giao": next to what one decision gave, what all of this year gave until now. */
function isGivenInTurns(
  path: readonly Caption[],
  all: readonly HeaderColumn[],
  planYear: PlanYear | undefined,
): boolean {
  const leaf = path.at(-1);
  if (!leaf?.tags.has('cumulative') || leaf.tags.has('since-start')) return false;
  if (statedMeasure(leaf) !== 'planned' || !leaf.years.every((year) => year === planYear)) return false;
  return all.some(
    (other) =>
      other.path !== path &&
      other.path.some((caption) => saysTurn(caption) && statedMeasure(caption) === 'planned'),
  );
}

/** Words that mean a plan where no outer caption says otherwise: "Vốn kéo dài", "Vốn năm nay", "Điều chỉnh tăng". */
export const PLAN_WORDS: readonly CaptionTag[] = [
  'capital',
  'carried-over',
  'advanced-from-next-year',
  'advanced-last-year',
  'this-year',
  'adjustment',
  'increase',
  'decrease',
];

/**
 * The innermost caption that states a measure decides. Two captions need their surroundings: "Kế hoạch năm 2023"
 * beneath "Giải ngân" names the plan that was disbursed, unless a sibling says "giải ngân" itself and the outer caption
 * is a mere umbrella; "khối lượng hoàn thành" is paid work only beneath a disbursement.
 */
function measureOf(path: readonly Caption[], all: readonly HeaderColumn[]): Measure | 'text' | undefined {
  for (let depth = path.length - 1; depth >= 0; depth -= 1) {
    const caption = path[depth];
    if (!caption) continue;
    const own = ownMeasure(caption);
    const outer = path.slice(0, depth);
    // "Tỷ lệ giải ngân (%) / So với tổng KH": what it divides by.
    if (own === 'planned' && outer.some((c) => ownMeasure(c) === 'rate')) return 'rate';
    const outerDisbursed = outer.some((c) => ownMeasure(c) === 'disbursed' || ownMeasure(c) === 'estimate');
    if (own === 'planned' && outerDisbursed && !siblingStates(path, depth, all)) continue;
    if (own !== undefined) return own;
    // "TƯ" is an advance beneath a disbursement; beneath a plan it is the central budget.
    if (outerDisbursed && /^t\.?[uư]\.?$/i.test(caption.text)) return 'advance';
    if (caption.tags.has('work'))
      return outer.some((c) => ownMeasure(c) === 'disbursed') ? 'completed' : 'other';
    if (PLAN_WORDS.some((tag) => caption.tags.has(tag)) && outer.every((c) => ownMeasure(c) === undefined))
      return 'planned';
  }
  return undefined;
}

/** "Lũy kế" next to the columns of the months, and "Trong đó: năm 2023", go on what the column before them counts. */
function measureBeside(
  column: number,
  path: readonly Caption[],
  all: readonly HeaderColumn[],
): Measure | 'text' | undefined {
  const leaf = path.at(-1);
  const isRecovery = leaf !== undefined && OF_ADVANCES.test(unaccent(leaf.text).trim());
  if (isRecovery && measureBefore(column, all) === 'advance') return 'recovered';
  const thisYear = leaf?.tags.has('of-which') && leaf.years.length > 0;
  const [group] = path;
  // "Giải ngân trong tháng / T1 … T9 | Cộng dồn / Quý I, 6 tháng, 9 tháng"
  if (group && path.length > 1 && group.tags.has('cumulative') && saysAllKnown(group))
    return measureOfGroupBefore(column, group, all);
  if (!leaf || !(thisYear || (leaf.tags.has('cumulative') && saysAllKnown(leaf)))) return undefined;
  return measureBefore(column, all) === 'disbursed' ? 'disbursed' : undefined;
}

function measureOfGroupBefore(
  column: number,
  group: Caption,
  all: readonly HeaderColumn[],
): Measure | undefined {
  const before = all.findLast((other) => other.column < column && !other.path.includes(group));
  return before && measureOf(before.path, all) === 'disbursed' ? 'disbursed' : undefined;
}

/** What the next column to the left counts. */
function measureBefore(column: number, all: readonly HeaderColumn[]): Measure | 'text' | undefined {
  const before = all.findLast((other) => other.column < column);
  return before && measureOf(before.path, all);
}

/** "Đã thu hồi", "Hoàn trả", "Khấu trừ": behind a column of advances, what was recovered of them. */
const OF_ADVANCES =
  /^(?:so |von |so von |luy ke )*(?:da )?(?:thu hoi|hoan tra|hoan|khau tru|giam tru)(?: lai)?(?: (?:den|tinh den|trong nam|luy ke)\b.*)?(?: \(.*\))?$/;

const TO_NEXT_YEAR = /\bsang\s+(?:cac\s+)?nam\s+(?:sau|tiep theo|ke tiep)\b/;

/** "Kế hoạch vốn kéo dài sang năm 2024" in a table of 2023 is what will be left of this plan, not one carried over. */
function goesToLaterYear(path: readonly Caption[], planYear: PlanYear | undefined): boolean {
  return path.some(({ text, tags }) => {
    if (!tags.has('carried-over')) return false;
    const plain = unaccent(text);
    const year = /\bsang\s+(?:nam\s+)?(20\d\d)\b/.exec(plain)?.[1];
    return (
      (year !== undefined && planYear !== undefined && Number(year) > planYear) || TO_NEXT_YEAR.test(plain)
    );
  });
}

export const CHANGES: readonly CaptionTag[] = ['increase', 'decrease', 'adjustment'];

/** A bare "Tăng" behind a disbursement is no change of the plan. */
function changesDisbursement(
  column: number,
  path: readonly Caption[],
  all: readonly HeaderColumn[],
): boolean {
  if (
    !path.some((c) => CHANGES.some((tag) => c.tags.has(tag))) ||
    path.some((c) => ownMeasure(c) === 'planned')
  )
    return false;
  const measure = measureBefore(column, all);
  return measure === 'disbursed' || measure === 'completed' || measure === 'advance';
}

/** Whether another column beneath the same outer captions states a disbursement of its own at this depth. */
function siblingStates(path: readonly Caption[], depth: number, all: readonly HeaderColumn[]): boolean {
  return all.some(({ path: other }) => {
    const caption = other[depth];
    if (!caption || !path.slice(0, depth).every((outer, i) => other[i] === outer)) return false;
    const own = ownMeasure(caption);
    return own === 'disbursed' || own === 'completed';
  });
}

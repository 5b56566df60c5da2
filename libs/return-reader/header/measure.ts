import { type PlanYear, unaccent } from '@thongvon/kernel';
import type { CaptionTag } from '../vocabulary/captions';
import { type Caption, readCaption } from './caption';
import type { HeaderColumn } from './tables';

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
  const measure = MEASURE_OF.find(([tag]) => caption.tags.has(tag))?.[1];
  return measure === 'planned' && isAllocatedToDate(caption) ? 'other' : measure;
}

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
  if (goesToLaterYear(path, planYear)) return 'other';
  return measure === 'text' ? undefined : measure;
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
  if (leaf && OF_ADVANCES.test(unaccent(leaf.text).trim())) {
    const before = all.findLast((other) => other.column < column);
    const measure = before && measureOf(before.path, all);
    if (measure === 'advance') return 'recovered';
  }
  const thisYear = leaf?.tags.has('of-which') && leaf.years.length > 0;
  if (!leaf || !(thisYear || (leaf.tags.has('cumulative') && saysAllKnown(leaf)))) return undefined;
  const left = all.findLast((other) => other.column < column);
  return left && measureOf(left.path, all) === 'disbursed' ? 'disbursed' : undefined;
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
  const left = all.findLast((other) => other.column < column);
  const measure = left && measureOf(left.path, all);
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

import { plainDateOf, type PlainDate, type PlanType, type PlanYear } from '@thongvon/kernel';
import { readCaption, type Caption } from '../header/caption';
import type { HeaderColumn } from '../header/header';
import { sourceInCaption, sourceOf, type Source } from '../values/source-label';
import { lastDayOf } from '../values/month-text';
import { mixesPlanTypes } from '../values/plan-type-text';
import type { CaptionTag } from '../vocabulary/captions';

/** What a figure column counts, before it is known which of several such columns is meant. */
export type Measure =
  'planned' | 'disbursed' | 'completed' | 'advance' | 'estimate' | 'total-investment' | 'rate' | 'other';

export type Version = 'before' | 'after' | 'increase' | 'decrease' | 'adjustment';
export type Time = 'cumulative' | 'period' | 'previous' | 'since-start';

/** What the captions of a column say about it. */
export interface Features {
  readonly column: number;
  readonly path: readonly Caption[];
  readonly measure: Measure | undefined;
  readonly planType: PlanType | undefined;
  /** The innermost caption itself names this year ("Vốn năm 2023"), so that it is not a total over plan types. */
  readonly thisYear: boolean;
  readonly otherYear: boolean;
  /** The caption says that it holds other plan types as well ("bao gồm vốn kéo dài"). */
  readonly includesPlanTypes: boolean;
  readonly source: Source | undefined;
  readonly total: boolean;
  readonly ofWhich: boolean;
  readonly time: Time | undefined;
  readonly version: Version | undefined;
  readonly midTerm: boolean;
  readonly dates: readonly PlainDate[];
  /** The last day of the month up to which it goes, where captions name only that. */
  readonly monthEnd: PlainDate | undefined;
}

/** The day up to which a column goes, as near as its captions say. */
export function lastDayIn({ dates, monthEnd }: Features): PlainDate | undefined {
  return dates.at(-1) ?? monthEnd;
}

/** Whether a column goes up to this day, or to the month that it is in; undefined where captions don't say. */
export function goesUpTo({ dates, monthEnd }: Features, day: string): boolean | undefined {
  const last = dates.at(-1);
  if (last !== undefined) return last === day;
  return monthEnd === undefined ? undefined : monthEnd.slice(0, 7) === day.slice(0, 7);
}

/** "Ước giải ngân đến 31/01/2024" beside the plan of 2023: a plan year ends in January of the next. */
export function goesToYearEnd({ measure, dates }: Features): boolean {
  return measure === 'estimate' && (dates.at(-1)?.endsWith('-01-31') ?? false);
}

/** Tags in the order in which one caption's measure is decided. Text about figures is no figure. */
const MEASURE_OF: readonly (readonly [CaptionTag, Measure | 'text'])[] = [
  ['note', 'text'],
  ['blocker', 'text'],
  ['other-text', 'text'],
  ['rate', 'rate'],
  ['remaining', 'other'],
  ['advance-recovered', 'other'],
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

const PLAN_TYPE_OF: readonly (readonly [CaptionTag, PlanType])[] = [
  ['advanced-last-year', 'advanced-last-year'],
  ['advanced-from-next-year', 'advanced-from-next-year'],
  ['carried-over', 'carried-over'],
];

const VERSION_OF: readonly (readonly [CaptionTag, Version])[] = [
  ['after-adjustment', 'after'],
  ['before-adjustment', 'before'],
  ['increase', 'increase'],
  ['decrease', 'decrease'],
  ['adjustment', 'adjustment'],
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

/** The features of every column of a header. `planYear` tells this year's columns from those of other years. */
export function featuresOf(columns: readonly HeaderColumn[], planYear: PlanYear | undefined): Features[] {
  return columns.map((column) => columnFeatures(column, columns, planYear));
}

function columnFeatures(
  { column, path }: HeaderColumn,
  all: readonly HeaderColumn[],
  planYear: PlanYear | undefined,
): Features {
  const leaf = path.at(-1);
  const stated = measureOf(path, all) ?? measureBeside(column, path, all);
  const measure = stated === 'planned' && changesDisbursement(column, path, all) ? 'other' : stated;
  const planType = deepest(path, (caption) => tagged(caption, PLAN_TYPE_OF));
  const includesPlanTypes =
    planType !== undefined &&
    path.some((c) => mixesPlanTypes(c.text) && tagged(c, PLAN_TYPE_OF) === planType);
  const years = leaf?.years ?? [];
  const source = deepest(path, (caption) => partSource(caption));
  return {
    column,
    path,
    measure: measure === 'text' ? undefined : measure,
    planType: includesPlanTypes ? undefined : planType,
    thisYear:
      leaf !== undefined &&
      planType === undefined &&
      (leaf.tags.has('this-year') || (planYear !== undefined && years.includes(planYear))),
    otherYear: planType === undefined && planYear !== undefined && namesOtherYear(path, planYear),
    includesPlanTypes,
    source,
    total: leaf?.tags.has('total') ?? false,
    ofWhich: path.some((c) => c.tags.has('of-which')),
    time: timeOf(path, planYear),
    version: deepest(path, (caption) => (caption.source ? undefined : tagged(caption, VERSION_OF))),
    midTerm: path.some((c) => c.tags.has('mid-term')),
    dates: path.flatMap((c) => [...c.dates, ...datesOfYear(c, planYear)]),
    monthEnd: monthEndOf(path, planYear),
  };
}

/** A day without a year belongs to the plan year, except in January, when two plan years are open. */
function datesOfYear({ days, tags }: Caption, planYear: PlanYear | undefined): PlainDate[] {
  if (planYear === undefined || !(tags.has('up-to') || tags.has('cumulative'))) return [];
  return days.flatMap(({ day, month }) => (month > 1 ? (plainDateOf(planYear, month, day) ?? []) : []));
}

function monthEndOf(path: readonly Caption[], planYear: PlanYear | undefined): PlainDate | undefined {
  const upTo = deepest(path, (caption) => caption.upTo);
  const year = upTo?.year ?? planYear;
  return upTo && year !== undefined ? lastDayOf(year, upTo.month) : undefined;
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

/** "Lũy kế" beside the columns of the months, and "Trong đó: năm 2023", go on what the column before them counts. */
function measureBeside(
  column: number,
  path: readonly Caption[],
  all: readonly HeaderColumn[],
): Measure | 'text' | undefined {
  const leaf = path.at(-1);
  const thisYear = leaf?.tags.has('of-which') && leaf.years.length > 0;
  if (!leaf || !(thisYear || (leaf.tags.has('cumulative') && saysAllKnown(leaf)))) return undefined;
  const left = all.findLast((other) => other.column < column);
  return left && measureOf(left.path, all) === 'disbursed' ? 'disbursed' : undefined;
}

/** A bare "Tăng" behind a disbursement is no change of the plan. */
function changesDisbursement(
  column: number,
  path: readonly Caption[],
  all: readonly HeaderColumn[],
): boolean {
  if (!path.some((c) => tagged(c, VERSION_OF)) || path.some((c) => ownMeasure(c) === 'planned')) return false;
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

function timeOf(path: readonly Caption[], planYear: PlanYear | undefined): Time | undefined {
  return deepest(path, (caption) => {
    const { tags } = caption;
    if (tags.has('since-start') && !tags.has('carried-over')) return 'since-start';
    if (tags.has('previous')) return 'previous';
    const bound = tags.has('cumulative') || tags.has('up-to') || tags.has('from-start-of-year');
    const lastDate = caption.dates.at(-1);
    if (planYear !== undefined && bound && !tags.has('carried-over')) {
      const year = lastDate ? Number(lastDate.slice(0, 4)) : caption.years.at(-1);
      const named = ownMeasure(caption) === 'planned' ? caption.years.includes(planYear) : false;
      if (year !== undefined && year < planYear && !named) return 'since-start';
    }
    if (caption.dates.length > 1 && !startsYear(caption.dates[0], planYear)) return 'period';
    const [from, to] = caption.days;
    if (from && (to ?? caption.dates[0]) && !(from.day === 1 && from.month === 1)) return 'period';
    if (bound) return 'cumulative';
    if (tags.has('period')) return 'period';
    return undefined;
  });
}

/** A range that starts on 1/1 of the plan year is cumulative. */
function startsYear(date: PlainDate | undefined, planYear: PlanYear | undefined): boolean {
  return (
    date !== undefined &&
    date.endsWith('-01-01') &&
    (planYear === undefined || date.startsWith(String(planYear)))
  );
}

function namesOtherYear(path: readonly Caption[], planYear: PlanYear): boolean {
  const named = deepest(path, (c) => (c.years.length > 0 ? c.years : undefined));
  return named !== undefined && !named.includes(planYear);
}

/** The source that a figure's caption names, or the level that assigned it ("Tỉnh giao"). */
function partSource(caption: Caption): Source | undefined {
  if (caption.source) return caption.source;
  const measure = ownMeasure(caption);
  if (measure !== undefined && measure !== 'text' && !caption.tags.has('assigned'))
    return sourceInCaption(caption.text);
  return caption.tags.has('assigned') && caption.known === 1 ? sourceOf(caption.text) : undefined;
}

function tagged<T>(caption: Caption, table: readonly (readonly [CaptionTag, T])[]): T | undefined {
  return table.find(([tag]) => caption.tags.has(tag))?.[1];
}

function deepest<T>(path: readonly Caption[], pick: (caption: Caption) => T | undefined): T | undefined {
  for (let i = path.length - 1; i >= 0; i -= 1) {
    const caption = path[i];
    const found = caption && pick(caption);
    if (found !== undefined) return found;
  }
  return undefined;
}

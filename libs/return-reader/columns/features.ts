import {
  cleanText,
  type PlainDate,
  plainDateOf,
  type PlanType,
  type PlanYear,
  unaccent,
} from '@thongvon/kernel';
import type { Caption } from '../header/caption';
import type { HeaderColumn } from '../header/tables';
import { lastDayOf } from '../values/dates';
import { namesPlanType, planTypeOf, tagged } from './plan-type-captions';
import { knownSource, type Source, sourceInCaption, sourceOf } from '../vocabulary/sources';
import type { CaptionTag } from '../vocabulary/captions';
import { CHANGES, type Measure, measureOfColumn, ownMeasure } from '../header/column-content';

export type Version = 'before' | 'after' | 'increase' | 'decrease' | 'adjustment';

/** What the captions of a column say about it. */
export interface Features {
  readonly column: number;
  readonly path: readonly Caption[];
  readonly measure: Measure | undefined;
  readonly planType: PlanType | undefined;
  /** The innermost caption itself names this year ("Vốn năm 2023"), so that it is not a total over plan types. */
  readonly thisYear: boolean;
  /** An outer caption names this year, and nothing beneath it another plan. */
  readonly groupOfYear: boolean;
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

/** "Ước giải ngân đến 31/01/2024" next to the plan of 2023: a plan year ends in January of the next. */
export function goesToYearEnd({ measure, dates }: Features): boolean {
  return measure === 'estimate' && (dates.at(-1)?.endsWith('-01-31') ?? false);
}

/** Columns of this year's plan and of cumulative figures; not a period's, not last week's, not of another year. */
export function isMeant(f: Features): boolean {
  if (f.midTerm || (f.otherYear && !goesToYearEnd(f))) return false;
  if (isChange(f) && (f.measure === 'planned' || isChangeOfComponent(f))) return false;
  return (
    f.time === undefined ||
    f.time === 'cumulative' ||
    f.measure === 'estimate' ||
    f.measure === 'total-investment'
  );
}

/** "Tạm ứng nộp điều chỉnh giảm": what was given back of an advance, not what is left of it. */
function isChangeOfComponent(f: Features): boolean {
  const leaf = f.path.at(-1);
  return isComponent(f) && leaf !== undefined && ownMeasure(leaf) === f.measure && saysChange(leaf);
}

const saysChange = ({ tags }: Caption): boolean => CHANGES.some((tag) => tags.has(tag));

/** Whether a column holds one of the payments that make a disbursement. */
export const isComponent = ({ measure }: Features): boolean =>
  measure === 'completed' || measure === 'advance' || measure === 'recovered';

/** "Điều chỉnh", "Tăng", "Giảm": a column that changes a plan, or the plan as changed. */
export function isChange({ version }: Features): boolean {
  return version === 'increase' || version === 'decrease' || version === 'adjustment';
}

const VERSION_OF: readonly (readonly [CaptionTag, Version])[] = [
  ['after-adjustment', 'after'],
  ['before-adjustment', 'before'],
  ['increase', 'increase'],
  ['decrease', 'decrease'],
  ['adjustment', 'adjustment'],
];

/** The features of every column of a header. `planYear` tells this year's columns from those of other years. */
export function featuresOf(columns: readonly HeaderColumn[], planYear: PlanYear | undefined): Features[] {
  return columns.map((column) => columnFeatures(column, columns, planYear));
}

function columnFeatures(
  { column, path, row }: HeaderColumn,
  all: readonly HeaderColumn[],
  planYear: PlanYear | undefined,
): Features {
  const leaf = path.at(-1);
  const { planType, includesPlanTypes } = planTypeOf(path, all, planYear);
  const years = leaf?.years ?? [];
  const source = sourceOfPath(path);
  return {
    column,
    path,
    measure: measureOfColumn({ column, path, row }, all, planYear),
    planType,
    thisYear:
      leaf !== undefined &&
      planType === undefined &&
      !includesPlanTypes &&
      (leaf.tags.has('this-year') || (planYear !== undefined && years.includes(planYear))),
    groupOfYear: planYear !== undefined && planType === undefined && isGroupOfYear(path, all, planYear),
    otherYear: planType === undefined && planYear !== undefined && namesOtherYear(path, planYear),
    includesPlanTypes,
    source,
    total: leaf?.tags.has('total') ?? false,
    ofWhich: path.some((c) => c.tags.has('of-which')),
    time: timeOf(path, planYear),
    version: versionOf({ column, path }, all),
    midTerm: path.some((c) => c.tags.has('mid-term')),
    dates: path.flatMap((c) => [...c.dates, ...datesOfYear(c, planYear, isExpected(path))]),
    monthEnd: monthEndOf(path, planYear),
  };
}

const versionIn = (path: readonly Caption[]): Version | undefined =>
  deepest(path, (caption) => (caption.source ? undefined : tagged(caption, VERSION_OF)));

/** "Tổng vốn đã giao", "Lũy kế": what several columns before it may make. */
export const addsUp = ({ text, tags }: Caption): boolean =>
  tags.has('total') || tags.has('cumulative') || /^\s*(?:tổng|cộng)\s/i.test(text);

/** "Tổng KHV năm 2026 đã giao" is the plan before its changes only where some stand behind it. */
function versionOf(
  { column, path }: Pick<HeaderColumn, 'column' | 'path'>,
  all: readonly HeaderColumn[],
): Version | undefined {
  const version = versionIn(path);
  const leaf = path.at(-1);
  // "Trong đó: TTg giao | Địa phương giao tăng thêm": a part of the plan, not a change of it.
  if (version === 'increase' && leaf?.tags.has('assigned') && path.some((c) => c.tags.has('of-which')))
    return undefined;
  if (version !== 'before' || !leaf || !addsUp(leaf) || !GIVEN.test(unaccent(leaf.text))) return version;
  const isChanged = all.some(
    (other) => other.column > column && !['before', undefined].includes(versionIn(other.path)),
  );
  return isChanged ? version : undefined;
}

const GIVEN = /\bda (?:duoc )?giao\b(?!.*\b(?:dau nam|ban dau|truoc (?:khi )?(?:dieu chinh|dc))\b)/;

/** "GIẢI NGÂN KH NĂM 2026 / Lũy kế", where nothing beneath that caption is of another plan. */
function isGroupOfYear(path: readonly Caption[], all: readonly HeaderColumn[], planYear: PlanYear): boolean {
  const group = path
    .slice(0, -1)
    .findLast(({ years }) => years.length > 0 && years.every((year) => year === planYear));
  if (!group || ownMeasure(group) === undefined) return false;
  return all.every(
    ({ path: other }) =>
      !other.includes(group) ||
      other
        .slice(other.indexOf(group) + 1)
        .every((c) => c.years.every((year) => year === planYear) && !namesPlanType(c)),
  );
}

function namesOtherYear(path: readonly Caption[], planYear: PlanYear): boolean {
  const named = deepest(path, (c) => (c.years.length > 0 ? c.years : undefined));
  return named !== undefined && !named.includes(planYear);
}

/** The source that captions name, from the innermost out; what only parts a source is of the one around it. */
function sourceOfPath(path: readonly Caption[]): Source | undefined {
  const found = path.flatMap((caption) => partSource(caption) ?? []);
  const source = found.at(-1);
  const around = found.at(-2);
  return source && around && isPortion(source, around) ? { ...source, code: around.code } : source;
}

const DOMESTIC = /^(?:von )?trong nuoc$/;
const BUDGETS = ['central-budget', 'provincial-budget', 'district-budget', 'commune-budget'];

/** "NS trung ương / Vốn trong nước", "NS tỉnh / Cân đối ngân sách": a portion of that budget. */
function isPortion({ code, label }: Source, around: Source): boolean {
  return DOMESTIC.test(unaccent(label)) || (code === 'local-budget' && BUDGETS.includes(around.code));
}

/** The source that a figure's caption names, or the level that assigned it ("Tỉnh giao"). */
function partSource(caption: Caption): Source | undefined {
  if (caption.source) return caption.source;
  if (caption.tags.has('programme')) return programmeIn(caption);
  const measure = ownMeasure(caption);
  if (measure !== undefined && measure !== 'text' && !caption.tags.has('assigned'))
    return sourceInCaption(caption.text);
  return caption.tags.has('assigned') && caption.known === 1 ? sourceOf(caption.text) : undefined;
}

/** "Nông thôn mới", "GNBV": the national target programme of that name. */
function programmeIn({ text }: Caption): Source | undefined {
  const known = knownSource(`CTMTQG ${text}`);
  return known && { ...known, label: cleanText(text) };
}

type Time = 'cumulative' | 'period' | 'previous' | 'since-start';

/** "Ước giải ngân đến 31/01": what is expected, not what was. */
const isExpected = (path: readonly Caption[]): boolean => path.some(({ tags }) => tags.has('estimate'));

/**
 * A day without a year belongs to the plan year, except in January, when two plan years are open: what is expected by then is
 * expected by the end of this one.
 */
function datesOfYear(
  { days, tags }: Caption,
  planYear: PlanYear | undefined,
  expected: boolean,
): PlainDate[] {
  if (planYear === undefined || !(tags.has('up-to') || tags.has('cumulative'))) return [];
  return days.flatMap(({ day, month }) => {
    if (month > 1) return plainDateOf(planYear, month, day) ?? [];
    return expected ? (plainDateOf(planYear + 1, month, day) ?? []) : [];
  });
}

/** The last day of the month up to which captions say that a column goes. */
function monthEndOf(path: readonly Caption[], planYear: PlanYear | undefined): PlainDate | undefined {
  const upTo = deepest(path, (caption) => caption.upTo);
  const year = upTo?.year ?? planYear;
  return upTo && year !== undefined ? lastDayOf(year, upTo.month) : undefined;
}

/** Of which time a column's figures are. */
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

/** What the innermost caption says that says anything. */
function deepest<T>(path: readonly Caption[], pick: (caption: Caption) => T | undefined): T | undefined {
  for (let i = path.length - 1; i >= 0; i -= 1) {
    const caption = path[i];
    const found = caption && pick(caption);
    if (found !== undefined) return found;
  }
  return undefined;
}

import { plainDateOf, type PlainDate, type PlanYear } from '@thongvon/kernel';
import type { Caption } from '../header/caption';
import { lastDayOf } from '../values/month-text';
import { ownMeasure } from './measure';
import { deepest } from './path';

export type Time = 'cumulative' | 'period' | 'previous' | 'since-start';

/** A day without a year belongs to the plan year, except in January, when two plan years are open. */
export function datesOfYear({ days, tags }: Caption, planYear: PlanYear | undefined): PlainDate[] {
  if (planYear === undefined || !(tags.has('up-to') || tags.has('cumulative'))) return [];
  return days.flatMap(({ day, month }) => (month > 1 ? (plainDateOf(planYear, month, day) ?? []) : []));
}

/** The last day of the month up to which captions say that a column goes. */
export function monthEndOf(path: readonly Caption[], planYear: PlanYear | undefined): PlainDate | undefined {
  const upTo = deepest(path, (caption) => caption.upTo);
  const year = upTo?.year ?? planYear;
  return upTo && year !== undefined ? lastDayOf(year, upTo.month) : undefined;
}

/** Of which time a column's figures are. */
export function timeOf(path: readonly Caption[], planYear: PlanYear | undefined): Time | undefined {
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

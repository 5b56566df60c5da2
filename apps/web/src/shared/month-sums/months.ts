import { monthsAfter, plainDate } from '@thongvon/kernel';
import { MONTHS } from './read-months';

/** A month of a plan year; the thirteenth is January of the next. */
export interface Month {
  /** "12/2023". */
  readonly name: string;
  /** Its last day, `YYYY-MM-DD`. */
  readonly end: string;
}

/** The thirteen months of a plan year. */
export function monthsOf(planYear: number): Month[] {
  const january = plainDate(`${planYear}-01-31`);
  return Array.from({ length: MONTHS }, (_, index) => {
    const end = monthsAfter(january, index);
    return { end, name: `${Number(end.slice(5, 7))}/${end.slice(0, 4)}` };
  });
}

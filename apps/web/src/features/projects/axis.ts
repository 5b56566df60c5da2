import { scaleUtc } from 'd3-scale';
import { timeOf } from '../../shared/drawing';
import { lastDayOf, type Story } from './story';

/** Sizes of the drawing in its own units; it is as wide as a page on a screen of 1366. */
export const WIDTH = 1318;
export const LEFT = 190;
export const RIGHT = 1304;

export interface Axis {
  /** Of a date `YYYY-MM-DD`; days beyond the ends lie on the ends. */
  readonly x: (day: string) => number;
  readonly months: readonly { readonly start: string; readonly month: number; readonly year: number }[];
  readonly end: string;
}

/** From the month of the first event, at most half a year before the plan year, to its last day. */
export function axisOf(story: Story): Axis {
  const { planYear, decisions, reported, blockers } = story;
  const days = [
    `${planYear}-01-01`,
    ...decisions.map(({ on }) => on),
    ...reported.map(({ asOf }) => asOf),
    ...blockers.map(({ openedOn }) => openedOn),
  ].toSorted();
  const earliest = `${planYear - 1}-07-01`;
  const first = `${(days[0] ?? earliest).slice(0, 7)}-01`;
  const start = first < earliest ? earliest : first;
  const end = lastDayOf(planYear);
  const scale = scaleUtc([timeOf(start), timeOf(end)], [LEFT, RIGHT]).clamp(true);
  return { x: (day) => scale(timeOf(day)), months: monthsBetween(start, end), end };
}

function monthsBetween(start: string, end: string): Axis['months'] {
  const months: Axis['months'][number][] = [];
  let [year, month] = [Number(start.slice(0, 4)), Number(start.slice(5, 7))];
  for (;;) {
    const day = `${year}-${String(month).padStart(2, '0')}-01`;
    if (day > end) return months;
    months.push({ start: day, month, year });
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
}

/** As much of a text as fits into so many units. */
export function fitted(text: string, room: number): string {
  const letters = Math.max(8, Math.floor(room / 6.4));
  return text.length <= letters ? text : `${text.slice(0, letters - 1).trimEnd()}…`;
}

/** What a lane of the line of time draws, from `top` down. */
export interface LaneProps {
  readonly story: Story;
  readonly axis: Axis;
  readonly top: number;
}

/** Height of a row of steps or blockers. */
export const ROW = 19;

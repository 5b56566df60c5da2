import type { CurveView, CurveWeekView } from '@thongvon/api-contract';
import { daysBetween, plainDate } from '@thongvon/kernel';
import type { Formats, Text } from '../../language';
import { timeOf } from '../drawing';
import type { messages } from './messages';

/** The week that is read where nobody points at another: that of the figures. */
export function weekOfFigures({ weeks, asOf }: Pick<CurveView, 'weeks' | 'asOf'>): number {
  return Math.max(
    0,
    weeks.findLastIndex(({ on }) => asOf !== null && on <= asOf),
  );
}

type Weeks = readonly Pick<CurveWeekView, 'on'>[];

/** The week whose last day is nearest to an instant: what a pointer, a finger or a slider there means. */
export function nearestWeek(weeks: Weeks, time: number): number {
  const distances = weeks.map(({ on }) => Math.abs(timeOf(on).getTime() - time));
  return distances.indexOf(Math.min(...distances));
}

/** A day as a number of days, for sliders. */
export const dayNumber = (day: string): number => timeOf(day).getTime() / DAY;
const DAY = 24 * 3_600_000;

/**
 * The week that a slider on `from` is moved to. It counts days, so that it stands under its place on the axis; a step of one, as
 * arrow keys make it, is a week.
 */
export function slidTo(weeks: Weeks, from: number, day: number): number {
  const on = weeks[from]?.on;
  const step = on === undefined ? 0 : day - dayNumber(on);
  const next = Math.abs(step) === 1 ? from + step : nearestWeek(weeks, day * DAY);
  return Math.min(Math.max(next, 0), weeks.length - 1);
}

/** The last day on which figures could have been: that of today where the newest are old. */
const readUntil = ({ asOf, reckoning, lastDay }: CurveView): string =>
  [reckoning.stale ? reckoning.businessDay : (asOf ?? ''), lastDay].toSorted()[0] ?? lastDay;

interface Silence {
  readonly from: string;
  readonly to: string;
}

/** The times with a whole week in them of which nothing is known, oldest first. */
export function silences(course: CurveView): Silence[] {
  const known = course.points.filter(({ disbursed }) => disbursed !== null).map(({ asOf }) => asOf);
  const empty = course.weeks.filter(({ actual }) => actual === null).map(({ on }) => on);
  const until = readUntil(course);
  const ends = [`${course.planYear}-01-01`, ...known, until];
  return ends.slice(1).flatMap((to, index) => {
    const from = ends[index] ?? to;
    const isLast = index === known.length;
    const isSilent =
      empty.some((on) => from < on && (isLast ? on <= to : on < to)) || (isLast && course.reckoning.stale);
    return from < to && isSilent ? [{ from, to }] : [];
  });
}

/** A day and the percent of the plan by then, as they are drawn. */
export type Spot = readonly [day: string, percent: number];

/** The line of what was disbursed, in as many pieces as silences leave: no line is drawn through a week without figures. */
export function pieces(spots: readonly Spot[], silent: readonly Silence[]): Spot[][] {
  return spots.reduce<Spot[][]>((lines, spot) => {
    const last = lines.at(-1);
    if (last === undefined || silent.some(({ to }) => to === spot[0])) return [...lines, [spot]];
    last.push(spot);
    return lines;
  }, []);
}

/** One of the four parts of the forecast: blocked projects between two quarters of their pace. */
interface Band {
  readonly low: readonly Spot[];
  readonly high: readonly Spot[];
  /** Between a quarter and three quarters of the pace: what is likelier is darker. */
  readonly isInner: boolean;
}

/** The forecast from the newest figures on, lowest first: with the blocked projects at 0, 25, 50, 75 and 100 % of their pace. */
export function forecastLines(weeks: CurveView['weeks'], now: Spot | undefined): Spot[][] {
  const ahead = weeks.flatMap(({ on, forecast }) => (forecast === null ? [] : [{ on, forecast }]));
  const start = now === undefined ? [] : [now];
  return (ahead[0]?.forecast ?? []).map((_, step) => [
    ...start,
    ...ahead.map(({ on, forecast }): Spot => [on, Number(forecast[step])]),
  ]);
}

/** What lies between those lines. */
export const bandsOf = (lines: readonly (readonly Spot[])[]): Band[] =>
  lines.slice(1).map((high, step) => ({
    low: lines[step] ?? [],
    high,
    isInner: step > 0 && step < lines.length - 2,
  }));

/** Whether a milestone is named below the line through the milestones: what was disbursed, or is needed, may not cross its name. */
export function isNamedBelow(
  { weeks, asOf }: Pick<CurveView, 'weeks' | 'asOf'>,
  { on, percent }: CurveView['milestones'][number],
): boolean {
  const week = weeks.find((one) => one.on >= on);
  const isPassed = asOf === null || on <= asOf;
  const rate = (isPassed ? week?.actual?.rate : week?.needed) ?? null;
  return rate === null ? isPassed : Number(rate) > percent;
}

/** What can be read off at a week. */
export interface Reading {
  readonly key: 'actual' | 'expected' | 'previous' | 'needed' | 'forecast';
  readonly name: string;
  readonly value: string;
  /** There is a number, not only the reason why there is none. */
  readonly isKnown: boolean;
}

/** In which words readings are written. */
export interface Words {
  readonly t: Text<typeof messages>;
  readonly formats: Formats;
  readonly money: (dong: string) => string;
}

/** All that the drawing shows of a week, or why it shows nothing. */
export function readingsOf(course: CurveView, week: CurveWeekView, words: Words): Reading[] {
  const { t, formats } = words;
  const target = course.milestones.at(-1);
  const reading = (key: Reading['key'], name: string, value: string | null, other: string): Reading => ({
    key,
    name,
    value: value ?? other,
    isKnown: value !== null,
  });
  const { previousYear: before, needed, forecast } = week;
  const isAhead = course.asOf === null || week.on > course.asOf;
  const from = (hasSome: boolean, none: string): string => {
    const next = course.weeks.find(({ on }) => course.asOf !== null && on > course.asOf);
    return hasSome && !isAhead && next !== undefined ? t.fromDay(formats.shortDate(next.on)) : none;
  };
  const isReached = course.neededPerWeek === '0';
  return [
    reading(
      'actual',
      t.readActual,
      actualText(week, words),
      week.on <= readUntil(course) ? t.notReported : '–',
    ),
    reading('expected', t.readExpected, week.expected && formats.percent(week.expected), '–'),
    reading(
      'previous',
      t.year(course.planYear - 1),
      before && previousText(week.on, before, words),
      t.noFigures,
    ),
    ...(target === undefined
      ? []
      : [
          reading(
            'needed',
            t.readNeeded(formats.percent(target.percent, 0)),
            needed && formats.percent(needed),
            isReached ? t.reached : from(course.neededPerWeek !== null, '–'),
          ),
        ]),
    reading(
      'forecast',
      t.readForecast,
      forecast && forecastText(forecast, words),
      from(
        course.weeks.some((one) => one.forecast !== null),
        '–',
      ),
    ),
  ];
}

function actualText({ on, actual }: CurveWeekView, { t, formats, money }: Words): string | null {
  if (actual === null) return null;
  const { asOf, rate, disbursed } = actual;
  const amount = rate === null ? money(disbursed) : `${formats.percent(rate)} (${money(disbursed)})`;
  return asOf === on ? amount : t.dated(amount, formats.shortDate(asOf));
}

/** Of month ends the last one is known, whose date is then said. */
function previousText(
  on: string,
  { asOf, rate }: NonNullable<CurveWeekView['previousYear']>,
  { t, formats }: Words,
): string {
  const age = daysBetween(plainDate(asOf), plainDate(on)) - DAYS_OF_YEAR;
  return age < DAYS_OF_WEEK ? formats.percent(rate) : t.dated(formats.percent(rate), formats.shortDate(asOf));
}
const DAYS_OF_YEAR = 365;
const DAYS_OF_WEEK = 7;

function forecastText(rates: readonly string[], { t, formats }: Words): string {
  const [low = '', high = ''] = [rates[0], rates.at(-1)];
  return low === high ? formats.percent(high) : t.lowToHigh(formats.rate(low), formats.percent(high));
}

/** The same in one sentence, for who can't see it. */
export function spoken(week: CurveWeekView, readings: readonly Reading[], { t, formats }: Words): string {
  const said = readings
    .filter(({ key, isKnown }) => isKnown || key === 'actual')
    .filter(({ value }) => value !== '–')
    .map(({ name, value }) => `${name}: ${value}`);
  return t.weekSaid(formats.date(week.on), said.join('. '));
}

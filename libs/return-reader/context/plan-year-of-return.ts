import { planYearsOn, type PlainDate, type PlanYear } from '@thongvon/kernel';
import { planYearOfDate } from './plan-year';

/** Everything in a workbook that says of which plan year it is. */
export interface YearWitnesses {
  readonly titles: readonly PlanYear[];
  /** Of the columns of this year's plan. */
  readonly captions: readonly PlanYear[];
  /** Some column of a plan names no year: it is of whatever year the return is. */
  readonly unnamedPlan: boolean;
  readonly sheetNames: readonly PlanYear[];
  /** The days to which titles and captions say that the figures go. */
  readonly dates: readonly PlainDate[];
  /** A day that only speaks against earlier years. */
  readonly notBefore: PlainDate | undefined;
  readonly decisions: readonly PlainDate[];
}

/** What speaks against a plan year: titles that stayed from last year, a sheet's name, the day of the figures. */
export type YearWitness = 'title' | 'captions' | 'sheet' | 'date' | 'decision';

export interface DecidedYear {
  readonly year: PlanYear | undefined;
  readonly candidates: readonly PlanYear[];
  /** Where witnesses contradict each other: which ones name each candidate. */
  readonly namedBy?: ReadonlyMap<PlanYear, readonly YearWitness[]>;
}

/** The plan year that titles, captions and the date of the figures agree on; the candidates where they don't. */
export function decidePlanYear(witnesses: YearWitnesses, asOf: PlainDate | null): DecidedYear {
  const decided = weighed(witnesses, asOf);
  if (decided.year === undefined) return decided;
  const namedBy = yearsNamed(decided.year, witnesses);
  const candidates = [...namedBy.keys()].sort((a, b) => b - a);
  return candidates.length > 1 ? { year: undefined, candidates, namedBy } : decided;
}

/**
 * A year that a person gave settles which of the contradicting ones it is; one that nothing in the file names, or to which
 * the day of its figures can't belong, is asked for again.
 */
export function checkPlanYear(year: PlanYear, witnesses: YearWitnesses): DecidedYear {
  const namedBy = yearsNamed(year, witnesses);
  const ofOtherYear = witnesses.dates.some((date) => !planYearsOn(date).includes(year));
  if (!ofOtherYear && (namedBy.size === 0 || namedBy.has(year))) return { year, candidates: [] };
  const candidates = [...namedBy.keys()].sort((a, b) => b - a);
  return { year: undefined, candidates, namedBy };
}

function weighed({ titles, captions }: YearWitnesses, asOf: PlainDate | null): DecidedYear {
  const ofDate = asOf ? planYearOfDate(asOf) : undefined;
  for (const years of [titles, captions]) {
    const [only] = years;
    if (years.length === 1) return { year: only, candidates: [] };
    if (years.length > 1 && ofDate !== undefined && years.includes(ofDate))
      return { year: ofDate, candidates: [] };
    const both = titles.filter((year) => captions.includes(year));
    if (years.length > 1 && both.length === 1) return { year: both[0], candidates: [] };
    if (years.length > 1) return { year: undefined, candidates: years };
  }
  return { year: ofDate, candidates: [] };
}

/** The year that was decided for, and those of the witnesses that can't be of it. */
function yearsNamed(year: PlanYear, witnesses: YearWitnesses): Map<PlanYear, YearWitness[]> {
  const named = new Map<PlanYear, YearWitness[]>();
  const add = (witness: YearWitness, years: readonly PlanYear[]): void => {
    for (const other of years.includes(year) ? [year] : years)
      named.set(other, [...new Set([...(named.get(other) ?? []), witness])]);
  };
  const { titles, captions, unnamedPlan, sheetNames, dates, notBefore, decisions } = witnesses;
  add('title', titles);
  if (!(unnamedPlan && !captions.includes(year))) add('captions', captions);
  add('sheet', sheetNames);
  for (const date of dates) add('date', planYearsOn(date));
  if (notBefore && planYearsOn(notBefore).every((other) => other > year)) add('date', planYearsOn(notBefore));
  for (const date of decisions) add('decision', yearsOfDecision(date));
  return named;
}

/** A plan is decided in the year before, during it, or in its thirteenth month (decree 254/2025, article 12). */
function yearsOfDecision(date: PlainDate): PlanYear[] {
  const year = Number(date.slice(0, 4));
  return [...planYearsOn(date), year + 1];
}

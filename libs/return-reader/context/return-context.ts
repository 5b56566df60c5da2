import { type PlainDate, type PlanYear, planYearsOn, unaccent } from '@thongvon/kernel';
import type { WorkbookModel } from '@thongvon/workbook-io';
import type { Findings } from '../findings/findings';
import { coversOf, type SurveyedSheet, type SurveyedTable } from '../header/tables';
import type { ReadingOptions } from '../model/options';
import { textOf } from '../sheet/grid';
import { yearsIn } from '../values/dates';
import { type DateStatement, dateStatements, weightiest } from './as-of';
import { decisionsIn } from '../kinds/capital-plan';
import {
  checkPlanYear,
  decidePlanYear,
  hasPlanOfNoYear,
  lastDayOfCaptions,
  yearsOfCaptions,
  yearsOfSignatures,
  yearsOfTitles,
  type YearWitness,
  type YearWitnesses,
} from './plan-year';

/** What the return says of itself outside its tables. */
export interface ReturnContext {
  readonly planYear: PlanYear | undefined;
  /** The plan years between which nothing decides. */
  readonly yearCandidates: readonly PlanYear[];
  /** Where they contradict each other: what names each. */
  readonly yearsNamedBy?: ReadonlyMap<PlanYear, readonly YearWitness[]>;
  /** What is said of the date above the tables, on covers and below the tables, in this order of weight. */
  readonly dates: readonly DateStatement[];
  /** The date, where the statements above the tables agree on one. */
  readonly asOf: PlainDate | null;
  /** The day of the sheets that are read until a person says of which date the return is. */
  readonly latest?: PlainDate;
}

/** Weighs titles, captions, dates, decisions and signatures; what a person has answered goes before all of them. */
export function contextOfReturn(
  survey: readonly SurveyedSheet[],
  model: WorkbookModel,
  options: ReadingOptions,
): ReturnContext {
  const tables = survey.flatMap((sheet) => sheet.tables.filter((table) => table.kind !== undefined));
  const named = namedYears(tables);
  const first = decidePlanYear(named, null);
  const dates = datesOf(survey, tables, model.date1904, options.planYear ?? first.year);
  const latest = survey.find((sheet) => sheet.latest)?.latest;
  const asOf = options.asOf ?? latest ?? agreedDate(dates);
  const witnesses = { ...named, dates: [...named.dates, ...daysStated(dates, options)] };
  const decided =
    options.planYear === undefined
      ? decidePlanYear(witnesses, asOf)
      : checkPlanYear(options.planYear, witnesses);
  return {
    planYear: decided.year,
    yearCandidates: decided.candidates,
    ...(decided.namedBy ? { yearsNamedBy: decided.namedBy } : {}),
    dates,
    asOf,
    ...(latest ? { latest } : {}),
  };
}

function namedYears(tables: readonly SurveyedTable[]): YearWitnesses {
  const paths = tables.flatMap((table) => table.raw.header.columns.map((c) => c.path));
  const last = lastDayOfCaptions(paths);
  const names = new Set(tables.map(({ raw }) => raw.grid.name));
  const plans = tables.filter(({ kind }) => kind === 'plan');
  const decisions = plans
    .flatMap(({ statements }) => decisionsIn(statements))
    .filter(({ attached }) => attached);
  return {
    titles: yearsOfTitles(tables.flatMap((table) => table.statements)),
    captions: yearsOfCaptions(paths),
    unnamedPlan: hasPlanOfNoYear(paths),
    sheetNames: [...new Set([...names].flatMap((name) => yearsIn(name)))],
    dates: last?.ofAll ? [last.day] : [],
    notBefore: last?.day,
    decisions: decisions.flatMap(({ date }) => date ?? []),
    signatures: tables.flatMap(yearsOfSignatures),
  };
}

/** The days that statements name for the figures; the day of a report may come long after, and an answer has its own check. */
function daysStated(dates: readonly DateStatement[], { asOf }: ReadingOptions): PlainDate[] {
  if (asOf) return [];
  return dates.flatMap(({ strength, date }) => (strength === 'stated' && date ? [date] : []));
}

/** Statements above the tables; without any, those of sheets without a table; without any, those below the tables. */
function datesOf(
  survey: readonly SurveyedSheet[],
  tables: readonly SurveyedTable[],
  date1904: boolean,
  planYear: PlanYear | undefined,
): DateStatement[] {
  const dated = tables.filter((table) => table.kind !== 'plan');
  const above = dated.flatMap(({ raw }) => dateStatements(raw.grid, raw.above, date1904, planYear));
  const covers = coversOf(survey).flatMap(({ grid, rows }) =>
    dateStatements(grid, rows, date1904, planYear).filter((d) => d.strength !== 'plain'),
  );
  const stated = [...above, ...covers].filter((d) => d.strength === 'stated');
  if (stated.length > 0) return stated;
  const below = dated.flatMap(({ raw }) => {
    return dateStatements(raw.grid, raw.below.slice(-ROWS_BELOW), date1904, planYear).filter(
      (d) => d.strength === 'stated' && NOTE_OF_DATE.test(unaccent(textOf(d.cell))),
    );
  });
  const others = [...above, ...covers];
  return below.length > 0 && !others.some((d) => d.strength === 'reported') ? below : others;
}

const ROWS_BELOW = 15;
/** Below a table dates are many; only a note on the figures themselves counts. */
const NOTE_OF_DATE = /so lieu|tinh den/;

function agreedDate(dates: readonly DateStatement[]): PlainDate | null {
  const stated = new Set(weightiest(dates).map((d) => d.date));
  const [only] = stated;
  return stated.size === 1 ? (only ?? null) : null;
}

/** Asks which plan year it is where nothing decides. */
export function askAboutYear(context: ReturnContext, findings: Findings): void {
  if (context.planYear !== undefined) return;
  findings.add(
    context.yearsNamedBy ? 'years-differ' : 'year-unknown',
    {},
    { years: context.yearCandidates.join(', ') || '?', named: yearsNamed(context) },
    yearChoices(context),
  );
}

const WITNESSES: Readonly<Record<YearWitness, { vi: string; en: string }>> = {
  title: { vi: 'tiêu đề', en: 'the title' },
  captions: { vi: 'tên cột kế hoạch', en: 'the captions of the plan' },
  sheet: { vi: 'tên trang', en: 'the name of the sheet' },
  date: { vi: 'ngày số liệu', en: 'the day of the figures' },
  decision: { vi: 'ngày quyết định', en: 'the day of the decision' },
  signature: { vi: 'dòng ngày ký', en: 'the line of the signature' },
};

function yearsNamed({ yearsNamedBy }: ReturnContext): string {
  return [...(yearsNamedBy ?? [])]
    .map(([year, by]) => `${by.map((witness) => WITNESSES[witness].vi).join(', ')}: ${year}`)
    .join('; ');
}

function yearChoices({
  yearCandidates,
  yearsNamedBy,
  dates,
}: ReturnContext): { value: string; label: string; labelEn: string }[] {
  // Where nothing names a year, the days that the file names at all belong to one.
  const ofDays = new Set(dates.flatMap(({ date }) => (date ? planYearsOn(date) : [])));
  const years = yearCandidates.length > 0 ? yearCandidates : [...ofDays].sort((a, b) => b - a);
  return years.map((year) => ({
    value: String(year),
    label: `Năm ${year}${saidBy(yearsNamedBy?.get(year), 'vi')}`,
    labelEn: `Year ${year}${saidBy(yearsNamedBy?.get(year), 'en')}`,
  }));
}

function saidBy(witnesses: readonly YearWitness[] | undefined, language: 'vi' | 'en'): string {
  if (!witnesses) return '';
  const names = witnesses.map((witness) => WITNESSES[witness][language]).join(', ');
  return language === 'vi' ? ` (theo ${names})` : ` (by ${names})`;
}

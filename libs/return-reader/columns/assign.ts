import { groupBy, type PlanType } from '@thongvon/kernel';
import { type Measure, saysAllKnown } from '../header/column-content';
import {
  AMOUNT_FIELDS,
  type AmountField,
  type AmountMeaning,
  formatMeaning,
  IGNORED,
  type Meaning,
} from '../model/meaning';
import { settleAdjustments } from './adjustments';
import type { Assignment, AssignmentInput, ColumnQuestion } from './assignment';
import { changesBeside, competeForSlot, currentPlan, preferVersion } from './which-column';
import { type Features, featuresOf, goesUpTo, isComponent, isMeant } from './features';
import { settlePayments, widenComponents } from './payments';
import { includesOtherPlanTypes, onlyPlanType } from './plan-type-scope';
import { settleRecoveries, settleReturned } from './recovery';
import { type Part, relationOf, sourceParts } from './source-parts';
import { withBareTotals, withDecisions } from './turns';
import { planCountedFrom } from './witness';

/** Gives each figure column its meaning. Where the captions leave a choice, a question instead of a guess. */
export function assignColumns(given: Omit<AssignmentInput, 'meanings'>): Assignment {
  const meanings = new Map<number, Meaning>(given.answered);
  const captioned = featuresOf(
    given.header.columns.filter((c) => given.columns.includes(c.column)),
    given.planYear,
  );
  const features = withDecisions(withBareTotals(captioned, given.figures));
  const input: AssignmentInput = { ...given, asOf: given.asOf ?? latestDate(features), meanings };
  const open = features.filter((f) => !given.answered.has(f.column));
  const questions: ColumnQuestion[] = [];
  for (const field of AMOUNT_FIELDS) assignField(field, { input, open, meanings, questions });
  settlePayments(features, input, meanings, questions);
  settleRecoveries(features, input, meanings, questions);
  settleReturned(features, input, meanings, questions);
  settleAdjustments(features, input, meanings, questions);
  widenComponents(meanings);
  ignoreTheRest(open, meanings);
  return { meanings, questions, features, answered: new Set(given.answered.keys()) };
}

/** Where titles give no date, the latest one in the captions of what was disbursed. */
function latestDate(features: readonly Features[]): string | undefined {
  return features
    .filter((f) => isMeant(f) && (f.measure === 'disbursed' || isComponent(f)))
    .flatMap((f) => f.dates.at(-1) ?? [])
    .reduce<string | undefined>(
      (latest, date) => (latest === undefined || date > latest ? date : latest),
      undefined,
    );
}

/** A column that no field wants is a rate, or nothing that is read. */
function ignoreTheRest(open: readonly Features[], meanings: Map<number, Meaning>): void {
  for (const { column, measure } of open)
    if (!meanings.has(column)) meanings.set(column, measure === 'rate' ? { field: 'rate' } : IGNORED);
}

/** What is known of a table's columns while one field after the other gets its own. */
interface Assigning {
  readonly input: AssignmentInput;
  /** Columns of which no person has said what they mean. */
  readonly open: readonly Features[];
  readonly meanings: Map<number, Meaning>;
  readonly questions: ColumnQuestion[];
}

/** The columns that may show one field. */
interface FieldColumns {
  readonly field: AmountField;
  /** All of them, also those of a period, of another year or of an adjustment. */
  readonly own: readonly Features[];
  /** Over all sources. */
  readonly totals: readonly Features[];
  /** Of one source each. */
  readonly parts: readonly Part[];
}

/** Finds the columns of a field: its totals, a plan type each, then its sources. */
function assignField(field: AmountField, at: Assigning): void {
  const own = at.open.filter((f) => f.measure === (field satisfies Measure));
  const usable = preferVersion(withoutOtherDates(own.filter(isMeant), field, at));
  if (usable.length === 0) {
    if (!at.open.some((f) => isMeant(f) && isComponent(f))) askAboutPeriod(field, own, at);
    return;
  }
  const columns: FieldColumns = { field, own, ...sourceParts(usable, at.input) };
  for (const planType of planTypesOf(columns)) assignTotal(planType, columns, at);
  askAboutChangedParts(columns, at);
  for (const same of columnsByPart(columns.parts)) assignPart(field, same, at);
}

const planTypesOf = ({ totals, parts }: FieldColumns): ReadonlySet<PlanType | undefined> =>
  new Set([...totals, ...parts].map((f) => f.planType));

const columnsByPart = (parts: readonly Part[]): Iterable<readonly Part[]> =>
  groupBy(parts, (part) => `${part.planType ?? ''}|${part.source.code}`).values();

/** The total over all sources, of one plan type or of none that its captions name. */
function assignTotal(planType: PlanType | undefined, columns: FieldColumns, at: Assigning): void {
  const { field, totals } = columns;
  const meaning: AmountMeaning = { field, planType: planType ?? 'current-year' };
  if (isAnswered(meaning, at)) return;
  const candidates = totals.filter((f) => f.planType === planType);
  const { typed, all } =
    planType === undefined
      ? splitByYear(candidates, [...totals, ...columns.parts])
      : { typed: candidates, all: [] };
  assignOverPlanTypes(field, all, at);
  const { winner, question } = competeForSlot(typed, field, at.input);
  if (winner) assignWinner(winner, planType, columns, at);
  else if (question && isOnePlanInTurns(typed, columns, at)) addUpTurns(typed, at);
  else if (question) at.questions.push({ field, columns: columnsIn(typed), meaning, why: question });
}

/** The total over plan types, where a column next to it names this year. */
function assignOverPlanTypes(field: AmountField, all: readonly Features[], at: Assigning): void {
  const { winner } = competeForSlot(all, field, at.input);
  if (winner) at.meanings.set(winner.column, { field, planType: 'all' });
}

/** The one column left by its captions: still to be distinguished from sources, from changes, from other plan types. */
function assignWinner(
  winner: Features,
  planType: PlanType | undefined,
  columns: FieldColumns,
  at: Assigning,
): void {
  const { field } = columns;
  if (field === 'total-investment') {
    at.meanings.set(winner.column, { field, planType: 'current-year' });
    return;
  }
  const sources = partsBeside(winner, columns.parts, at.input);
  if (sources.length > 0) {
    at.questions.push({ field, columns: columnsIn([winner, ...sources]), why: 'competing' });
    return;
  }
  const whole = field === 'planned' ? planWithChanges(winner, columns, at) : winner;
  if (whole) assignScope(whole, planType, columns, at);
}

/** The column of the plan as it is now, its changes assigned; nothing where only a person can tell how they add up. */
function planWithChanges(
  winner: Features,
  { field, own, parts }: FieldColumns,
  { input, meanings, questions }: Assigning,
): Features | undefined {
  const current = currentPlan(winner, own, input);
  if (!current || (current.changes.size > 0 && parts.length > 0)) {
    const changes = changesBeside(winner, own, input);
    questions.push({ field, columns: columnsIn([winner, ...changes]), why: 'delta' });
    return undefined;
  }
  for (const [column, meaning] of current.changes) meanings.set(column, meaning);
  return own.find((f) => f.column === current.column) ?? winner;
}

/** Whether the total is of its plan type alone or holds others too. */
function assignScope(
  winner: Features,
  planType: PlanType | undefined,
  { field, totals, parts }: FieldColumns,
  { input, meanings, questions }: Assigning,
): void {
  const scope = includesOtherPlanTypes(winner, totals, parts, input);
  const all = onlyPlanType(meanings) ?? 'all';
  if (scope === undefined) questions.push({ field, columns: [winner.column], why: 'scope' });
  else meanings.set(winner.column, { field, planType: scope ? all : (planType ?? 'current-year') });
}

/** One source of one plan type, of which several columns may speak. */
function assignPart(field: AmountField, same: readonly Part[], at: Assigning): void {
  const [first] = same;
  if (!first) return;
  const meaning: AmountMeaning = { field, planType: first.planType ?? 'current-year', source: first.source };
  if (isAnswered(meaning, at)) return;
  const { winner, question } = competeForSlot(same, field, at.input);
  if (question) at.questions.push({ field, columns: columnsIn(same), meaning, why: question });
  const part = same.find((p) => p.column === winner?.column);
  if (part) at.meanings.set(part.column, { ...meaning, source: part.source });
}

const columnsIn = (features: readonly Features[]): number[] => features.map(({ column }) => column);

/** A person has said which column it is; no other one competes for it. */
function isAnswered(meaning: Meaning, { input }: Assigning): boolean {
  const said = formatMeaning(meaning);
  return [...input.answered.values()].some((other) => formatMeaning(other) === said);
}

/** "KH vốn đợt 1 | KH vốn đợt 2", of which the table's rates and remainders count the sum. */
function isOnePlanInTurns(plans: readonly Features[], columns: FieldColumns, { input }: Assigning): boolean {
  if (columns.field !== 'planned' || planTypesOf(columns).size !== 1) return false;
  if (plans.some(({ planType }) => planType !== undefined)) return false;
  const alone = plans.map(({ column }) => ({ terms: [{ column, sign: 1 as const }] }));
  const sum = { terms: alone.flatMap(({ terms }) => terms) };
  return planCountedFrom([...alone, sum], input) === sum;
}

/** The first turn is the plan, each later one is added to it. */
function addUpTurns([first, ...more]: readonly Features[], { meanings }: Assigning): void {
  if (first) meanings.set(first.column, { field: 'planned', planType: 'current-year' });
  for (const { column } of more) meanings.set(column, { field: 'planned-increase' });
}

/**
 * "Giải ngân từ NSNN | Giải ngân từ nguồn khác": next to a source, a caption with words of its own may be another source
 * as well as the total.
 */
function partsBeside(
  winner: Features,
  parts: readonly Part[],
  { figures }: AssignmentInput,
): readonly Part[] {
  const same = parts.filter((part) => part.planType === winner.planType);
  const [caption] = winner.path;
  const alone = [winner, ...same].every(({ path }) => path.length === 1);
  if (same.length === 0 || !alone || !caption || saysAllKnown(caption)) return [];
  const columns = same.map(({ column }) => column);
  return relationOf(figures, winner.column, columns).relation === 'sum' ? [] : same;
}

/** "NS tỉnh | NS huyện | Điều chỉnh": sources without a total, and changes that nothing says how to add. */
function askAboutChangedParts({ field, own, totals, parts }: FieldColumns, at: Assigning): void {
  const [part] = parts;
  if (field !== 'planned' || totals.length > 0 || !part) return;
  const changes = changesBeside(part, own, at.input);
  if (changes.length > 0) at.questions.push({ field, columns: columnsIn(changes), why: 'delta' });
}

/** "Giải ngân đến 14/6" in a return of 21/6 is last week's, unless nothing else tells what was disbursed. */
function withoutOtherDates(
  columns: readonly Features[],
  field: AmountField,
  { open, input: { asOf } }: Assigning,
): readonly Features[] {
  if (field === 'planned' || field === 'estimate' || asOf === undefined) return columns;
  const own = columns.filter((f) => goesUpTo(f, asOf) !== false);
  const others = open.some((f) => isMeant(f) && isComponent(f) && goesUpTo(f, asOf) !== false);
  return own.length > 0 || others ? own : columns;
}

/** Only figures of a period, or only changes of a plan: a person must say whether they are what is asked for. */
function askAboutPeriod(field: AmountField, own: readonly Features[], at: Assigning): void {
  if ([...at.meanings.values()].some((m) => m.field === field)) return;
  if (field === 'disbursed') askAboutDisbursedInPeriods(own, at);
  if (field === 'planned') askAboutPlanOfPeriods(own, at);
}

function askAboutDisbursedInPeriods(own: readonly Features[], { questions }: Assigning): void {
  const periods = ofThisYear(own, 'period');
  const previous = ofThisYear(own, 'previous');
  const why = periods.length > 0 ? 'period' : 'previous';
  const columns = columnsIn([...periods, ...previous]);
  if (columns.length > 0) questions.push({ field: 'disbursed', columns, why });
}

function askAboutPlanOfPeriods(own: readonly Features[], at: Assigning): void {
  const changes = own.filter((f) => f.version !== undefined && f.version !== 'before');
  if (changes.length > 0) {
    assignPlanAmongChanges(changes, at);
    return;
  }
  // "KH vốn giao tháng 6": a plan all the same, unless a person says otherwise.
  const filled = ofThisYear(own, 'period').filter((f) => at.input.figures.column(f.column).size > 0);
  if (filled.length > 0)
    at.questions.push({ field: 'planned', columns: columnsIn(filled), why: 'competing' });
}

const ofThisYear = (own: readonly Features[], time: Features['time']): readonly Features[] =>
  own.filter((f) => f.time === time && !f.otherYear && !f.source);

/** Nothing but "điều chỉnh", "tăng", "giảm": the plan is the one from which the table's rates and remainders count. */
function assignPlanAmongChanges(
  changes: readonly Features[],
  { input, meanings, questions }: Assigning,
): void {
  const alone = changes.map((f) => ({ f, terms: [{ column: f.column, sign: 1 as const }] }));
  const counted = planCountedFrom(alone, input)?.f;
  if (counted)
    meanings.set(counted.column, { field: 'planned', planType: counted.planType ?? 'current-year' });
  else questions.push({ field: 'planned', columns: columnsIn(changes), why: 'delta' });
}

/** Next to a column that names this year itself, the unnamed one is the total over plan types. */
function splitByYear(
  untyped: readonly Features[],
  columns: readonly Features[],
): { typed: readonly Features[]; all: readonly Features[] } {
  const others = columns.some((f) => f.planType !== undefined);
  const isNamed = (f: Features): boolean => f.thisYear || (f.groupOfYear && !f.includesPlanTypes);
  const named = untyped.filter(isNamed);
  if (!others || named.length === 0 || named.length === untyped.length) return { typed: untyped, all: [] };
  return { typed: named, all: untyped.filter((f) => !isNamed(f)) };
}

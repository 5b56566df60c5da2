import type { Caption } from '../header/caption';
import type { Assignment, AssignmentInput, ColumnQuestion } from './assignment';
import { competeForSlot } from './compete';
import { featuresOf, goesToYearEnd, goesUpTo, type Features } from './features';
import { CHANGES, ownMeasure, saysAllKnown, type Measure } from './measure';
import {
  AMOUNT_FIELDS,
  formatMeaning,
  IGNORED,
  type AmountField,
  type AmountMeaning,
  type Meaning,
} from './meaning';
import { includesOtherPlanTypes, onlyPlanType } from './plan-type-scope';
import { groupBy } from '../values/group-by';
import { settlePayments } from './payments';
import { settleRecoveries } from './recovery';
import { relationOf } from './relations';
import { sourceParts, type Part } from './source-parts';
import { planCountedFrom } from './plan-witness';
import { changesBeside, currentPlan, isChange, preferVersion } from './versions';

/** Gives each figure column its meaning. Where the captions leave a choice, a question instead of a guess. */
export function assignColumns(given: Omit<AssignmentInput, 'meanings'>): Assignment {
  const meanings = new Map<number, Meaning>(given.answered);
  const features = featuresOf(
    given.header.columns.filter((c) => given.columns.includes(c.column)),
    given.planYear,
  );
  const input: AssignmentInput = { ...given, asOf: given.asOf ?? latestDate(features), meanings };
  const open = features.filter((f) => !given.answered.has(f.column));
  const questions: ColumnQuestion[] = [];
  for (const field of AMOUNT_FIELDS) assignField(field, open, input, meanings, questions);
  settlePayments(features, input, meanings, questions);
  settleRecoveries(features, input, meanings, questions);
  widenComponents(meanings);
  for (const { column, measure } of open) {
    if (meanings.has(column)) continue;
    meanings.set(column, measure === 'rate' ? { field: 'rate' } : IGNORED);
  }
  return { meanings, questions, features, answered: new Set(given.answered.keys()) };
}

function assignField(
  field: AmountField,
  open: readonly Features[],
  input: AssignmentInput,
  meanings: Map<number, Meaning>,
  questions: ColumnQuestion[],
): void {
  const own = open.filter((f) => f.measure === (field satisfies Measure));
  const usable = preferVersion(withoutOtherDates(own.filter(isMeant), field, open, input));
  if (usable.length === 0) {
    if (!open.some((f) => isMeant(f) && isComponent(f)))
      askAboutPeriod(field, own, input, meanings, questions);
    return;
  }
  const { totals, parts } = sourceParts(usable, input);
  const planTypes = new Set([...totals, ...parts].map((f) => f.planType));
  for (const planType of planTypes) {
    const meaning: AmountMeaning = { field, planType: planType ?? 'current-year' };
    if (isAnswered(meaning, input)) continue;
    const candidates = totals.filter((f) => f.planType === planType);
    const split = planType === undefined ? splitByYear(candidates, totals) : { typed: candidates, all: [] };
    const whole = competeForSlot(split.all, field, input).winner;
    if (whole) meanings.set(whole.column, { field, planType: 'all' });
    const result = competeForSlot(split.typed, field, input);
    if (result.question) {
      if (
        field === 'planned' &&
        planTypes.size === 1 &&
        planType === undefined &&
        isGivenInTurns(split.typed, input)
      ) {
        const [first, ...more] = split.typed;
        if (first) meanings.set(first.column, { field, planType: 'current-year' });
        for (const { column } of more) meanings.set(column, { field: 'planned-increase' });
        continue;
      }
      questions.push({ field, columns: split.typed.map((f) => f.column), meaning, why: result.question });
      continue;
    }
    let winner = result.winner;
    if (!winner) continue;
    if (field === 'total-investment') {
      meanings.set(winner.column, { field, planType: 'current-year' });
      continue;
    }
    const beside = partsBeside(winner, parts, input);
    if (beside.length > 0) {
      questions.push({ field, columns: [winner, ...beside].map((f) => f.column), why: 'competing' });
      continue;
    }
    if (field === 'planned') {
      const current = currentPlan(winner, own, input);
      if (!current || (current.changes.size > 0 && parts.length > 0)) {
        const changes = changesBeside(winner, own, input).map((f) => f.column);
        questions.push({ field, columns: [winner.column, ...changes], why: 'delta' });
        continue;
      }
      for (const [column, meaning] of current.changes) meanings.set(column, meaning);
      winner = own.find((f) => f.column === current.column) ?? winner;
    }
    const scope = includesOtherPlanTypes(winner, totals, parts, input);
    const all = onlyPlanType(meanings) ?? 'all';
    if (scope === undefined) questions.push({ field, columns: [winner.column], why: 'scope' });
    else meanings.set(winner.column, { field, planType: scope ? all : (planType ?? 'current-year') });
  }
  askAboutChangedParts(field, totals.length === 0 ? parts[0] : undefined, own, input, questions);
  for (const [, same] of groupBy(parts, (part) => `${part.planType ?? ''}|${part.source.code}`)) {
    const [first] = same;
    if (!first) continue;
    const meaning: AmountMeaning = {
      field,
      planType: first.planType ?? 'current-year',
      source: first.source,
    };
    if (isAnswered(meaning, input)) continue;
    const { winner, question } = competeForSlot(same, field, input);
    if (question) questions.push({ field, columns: same.map((p) => p.column), meaning, why: question });
    const part = same.find((p) => p.column === winner?.column);
    if (part) meanings.set(part.column, { ...meaning, source: part.source });
  }
}

/** A person has said which column it is; no other one competes for it. */
function isAnswered(meaning: Meaning, { answered }: AssignmentInput): boolean {
  const said = formatMeaning(meaning);
  return [...answered.values()].some((other) => formatMeaning(other) === said);
}

/** "KH vốn đợt 1 | KH vốn đợt 2", of which the table's rates and remainders count the sum. */
function isGivenInTurns(plans: readonly Features[], input: AssignmentInput): boolean {
  const alone = plans.map(({ column }) => ({ terms: [{ column, sign: 1 as const }] }));
  const sum = { terms: alone.flatMap(({ terms }) => terms) };
  return planCountedFrom([...alone, sum], input) === sum;
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
function askAboutChangedParts(
  field: AmountField,
  part: Features | undefined,
  own: readonly Features[],
  input: AssignmentInput,
  questions: ColumnQuestion[],
): void {
  if (field !== 'planned' || !part) return;
  const changes = changesBeside(part, own, input);
  if (changes.length > 0) questions.push({ field, columns: changes.map((f) => f.column), why: 'delta' });
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

/** "Giải ngân đến 14/6" in a return of 21/6 is last week's, unless nothing else tells what was disbursed. */
function withoutOtherDates(
  columns: readonly Features[],
  field: AmountField,
  open: readonly Features[],
  { asOf }: AssignmentInput,
): readonly Features[] {
  if (field === 'planned' || field === 'estimate' || asOf === undefined) return columns;
  const own = columns.filter((f) => goesUpTo(f, asOf) !== false);
  const others = open.some((f) => isMeant(f) && isComponent(f) && goesUpTo(f, asOf) !== false);
  return own.length > 0 || others ? own : columns;
}

/** Columns of this year's plan and of cumulative figures; not a period's, not last week's, not of another year. */
function isMeant(f: Features): boolean {
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

const isComponent = ({ measure }: Features): boolean =>
  measure === 'completed' || measure === 'advance' || measure === 'recovered';

/** Only figures of a period, or only changes of a plan: a person must say whether they are what is asked for. */
function askAboutPeriod(
  field: AmountField,
  own: readonly Features[],
  input: AssignmentInput,
  meanings: Map<number, Meaning>,
  questions: ColumnQuestion[],
): void {
  if (field !== 'planned' && field !== 'disbursed') return;
  if ([...meanings.values()].some((m) => m.field === field)) return;
  const periods = own.filter((f) => f.time === 'period' && !f.otherYear && !f.source);
  const changes = own.filter((f) => f.version !== undefined && f.version !== 'before');
  if (field === 'disbursed') {
    const previous = own.filter((f) => f.time === 'previous' && !f.otherYear && !f.source);
    const why = periods.length > 0 ? 'period' : 'previous';
    const asked = [...periods, ...previous].map((f) => f.column);
    if (asked.length > 0) questions.push({ field, columns: asked, why });
  }
  if (field !== 'planned') return;
  if (changes.length === 0) {
    // "KH vốn giao tháng 6": a plan all the same, unless a person says otherwise.
    const filled = periods.filter((f) => input.figures.column(f.column).size > 0).map((f) => f.column);
    if (filled.length > 0) questions.push({ field, columns: filled, why: 'competing' });
    return;
  }
  const alone = changes.map((f) => ({ f, terms: [{ column: f.column, sign: 1 as const }] }));
  const counted = planCountedFrom(alone, input)?.f;
  if (counted) meanings.set(counted.column, { field, planType: counted.planType ?? 'current-year' });
  else questions.push({ field, columns: changes.map((f) => f.column), why: 'delta' });
}

/** Next to a column that names this year itself, the unnamed one is the total over plan types. */
function splitByYear(
  untyped: readonly Features[],
  totals: readonly Features[],
): { typed: readonly Features[]; all: readonly Features[] } {
  const others = totals.some((f) => f.planType !== undefined);
  const named = untyped.filter((f) => f.thisYear);
  if (!others || named.length === 0 || named.length === untyped.length) return { typed: untyped, all: [] };
  return { typed: named, all: untyped.filter((f) => !f.thisYear) };
}

/** The components of a disbursement that have no plan type of their own are of its plan type, or over all as it is. */
function widenComponents(meanings: Map<number, Meaning>): void {
  const types = [...meanings.values()].flatMap((m) =>
    m.field === 'disbursed' && 'planType' in m ? [m.planType] : [],
  );
  const whole = types.includes('all') ? 'all' : onlyPlanType(meanings);
  if (whole === undefined || types.includes('current-year') || !types.includes(whole)) return;
  for (const [column, meaning] of meanings)
    if (
      (meaning.field === 'completed' || meaning.field === 'advance' || meaning.field === 'recovered') &&
      'planType' in meaning &&
      meaning.planType === 'current-year'
    )
      meanings.set(column, { ...meaning, planType: whole });
}

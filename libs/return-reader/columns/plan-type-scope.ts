import { type PlanType, addDecimals, compareDecimals, ZERO_DECIMAL } from '@thongvon/kernel';
import type { Caption } from '../header/caption';
import { percentOf, readRate, statesPercent } from './figures';
import type { NumberCell } from './number-cell';
import type { AssignmentInput } from './assignment';
import { type Features, featuresOf } from './features';
import { ownMeasure } from '../header/column-content';
import { planCountedFrom } from './witness';
import { type Part, relationOf } from './source-parts';

/**
 * Whether a total without a plan type holds the carried-over and advanced plans that have columns of their own:
 * "Tổng" next to "Kéo dài". Undefined when neither captions, nor the formulas of the column numbers, nor the figures
 * tell.
 */
export function includesOtherPlanTypes(
  total: Features,
  totals: readonly Features[],
  parts: readonly Part[],
  input: AssignmentInput,
): boolean | undefined {
  if (total.planType !== undefined) return false;
  if (total.includesPlanTypes) return true;
  const typed = [...totals, ...parts].filter((f) => f.planType !== undefined);
  if (typed.length === 0) {
    const components = ['completed', 'advance', 'recovered'].includes(total.measure ?? '');
    const followsSum = [...input.meanings.values()].some(({ field }) => field === 'disbursed');
    if (components && !followsSum && onlyPlanType(input.meanings)) return undefined;
    if (components && makeAllTypes(input)) return true;
    return total.measure === 'disbursed' ? disbursedScope(total, input) : false;
  }
  const formula = byFormula(total, typed, input);
  if (formula !== undefined) return formula;
  if (total.thisYear) return false;
  const sameGroup = typed.filter((f) => standsUnder(f, groupOf(total)));
  if (sameGroup.some((f) => f.ofWhich) || typed.some((f) => f.ofWhich && !f.total)) return true;
  const byFigures = figuresSay(total, typed, parts, input);
  if (byFigures !== undefined) return byFigures;
  return sameGroup.length > 0 ? undefined : separateCaption(total);
}

/** "Tổng giải ngân | KLHT | Tạm ứng | GN vốn kéo dài | GN KH 2026": the payments make what was spent of all plans, not this year's part. */
function makeAllTypes(input: AssignmentInput): boolean {
  const totalOf = (planType: PlanType | 'all'): number | undefined =>
    [...input.meanings].find(
      ([, m]) => m.field === 'disbursed' && 'planType' in m && m.planType === planType && !m.source,
    )?.[0];
  const [all, own] = [totalOf('all'), totalOf('current-year')];
  if (all === undefined || own === undefined) return false;
  const payments = featuresOf(input.header.columns, input.planYear)
    .filter((f) => (f.measure === 'completed' || f.measure === 'advance') && f.planType === undefined)
    .map(({ column }) => column);
  const makes = (total: number): boolean =>
    payments.length > 1 && relationOf(input.figures, total, payments).relation === 'sum';
  return makes(all) && !makes(own);
}

/** The plan type of a table that shows no other: "II. Kế hoạch kéo dài" with a column of its own for what was spent. */
export function onlyPlanType(meanings: AssignmentInput['meanings']): PlanType | undefined {
  const types = new Set(
    [...meanings.values()].flatMap((m) => (m.field === 'planned' && 'planType' in m ? [m.planType] : [])),
  );
  const [only] = types;
  return types.size === 1 && only !== 'all' && only !== 'current-year' ? only : undefined;
}

/** One column of disbursement next to plans of several types: does it hold what was spent of all of them? */
function disbursedScope(total: Features, input: AssignmentInput): boolean | undefined {
  const { figures, planYear, header } = input;
  const others = [...input.meanings].flatMap(([column, meaning]) =>
    meaning.field === 'planned' &&
    'planType' in meaning &&
    meaning.planType !== 'current-year' &&
    meaning.planType !== 'all'
      ? [column]
      : [],
  );
  const rows = [...new Set(others.flatMap((column) => nonZeroRows(figures.column(column))))];
  if (rows.length === 0) return false;
  if (
    total.path.some((c) => c.tags.has('this-year') || (planYear !== undefined && c.years.includes(planYear)))
  )
    return false;
  return byRatio(total, header) ?? byStatedRate(total, rows, input) ?? byRemainder(others, input);
}

/** What is left of the one plan that the table shows says that the disbursement is of that plan. */
function byRemainder(plans: readonly number[], input: AssignmentInput): boolean | undefined {
  if (onlyPlanType(input.meanings) === undefined) return undefined;
  const totals = plans.filter((column) => {
    const meaning = input.meanings.get(column);
    return meaning && 'planType' in meaning && meaning.source === undefined;
  });
  const terms = (totals.length > 0 ? totals : plans).map((column) => ({ column, sign: 1 as const }));
  return planCountedFrom([{ terms }], input) ? true : undefined;
}

function nonZeroRows(column: ReadonlyMap<number, NumberCell>): number[] {
  return [...column].flatMap(([row, cell]) =>
    cell.state === 'value' && cell.value.coefficient !== 0n ? [row] : [],
  );
}

/** The outer captions whose columns a "Tổng số" adds; none for a caption that says itself what it counts. */
function groupOf(total: Features): readonly Caption[] {
  const leaf = total.path.at(-1);
  return leaf && ownMeasure(leaf) === undefined ? total.path.slice(0, -1) : [];
}

function standsUnder(f: Features, group: readonly Caption[]): boolean {
  return group.length > 0 && group.every((caption, i) => f.path[i] === caption);
}

/** "Kế hoạch vốn năm 2023" with a caption of its own next to "Kế hoạch kéo dài" is this year's; "Tổng vốn" may be both. */
function separateCaption(total: Features): boolean | undefined {
  const naming = groupOf(total).at(-1) ?? total.path.at(-1);
  return naming && /^(?:tổng|cộng)/i.test(naming.text) ? undefined : false;
}

function byFormula(
  total: Features,
  typed: readonly Features[],
  { header }: AssignmentInput,
): boolean | undefined {
  const terms = header.numbers.find((n) => n.column === total.column)?.sum?.map((term) => term.label);
  if (!terms) return byRatio(total, header);
  const labels = typed.map((f) => header.numbers.find((n) => n.column === f.column)?.label);
  const inside = labels.filter((label) => label !== undefined && terms.includes(label)).length;
  if (inside > 0) return true;
  // A sum that covers other columns than plan types (work and advance) says nothing about plan types.
  return total.measure === 'planned' ? false : byRatio(total, header);
}

/** A rate (13)=(9)/(5) divides like by like: if (5) holds every plan type, so does (9). */
function byRatio(total: Features, header: AssignmentInput['header']): boolean | undefined {
  if (total.measure !== 'disbursed') return undefined;
  const label = header.numbers.find((n) => n.column === total.column)?.label;
  const ratio = header.numbers.find((n) => n.ratio && n.ratio.numerator === label)?.ratio;
  const plan = header.numbers.find((n) => n.label === ratio?.denominator);
  if (!plan?.sum) return undefined;
  const terms = plan.sum.map((term) => term.label);
  return header.columns.some(
    (c) =>
      terms.includes(header.numbers.find((n) => n.column === c.column)?.label ?? '') &&
      c.path.some(
        (caption) => caption.tags.has('carried-over') || caption.tags.has('advanced-from-next-year'),
      ),
  );
}

function figuresSay(
  total: Features,
  typed: readonly Features[],
  parts: readonly Part[],
  { figures }: AssignmentInput,
): boolean | undefined {
  const typedTotals = typed.filter((f) => f.source === undefined).map((f) => f.column);
  // Columns that hold nothing make no difference.
  if (typed.every((f) => nonZeroRows(figures.column(f.column)).length === 0)) return false;
  const ownParts = parts.filter((p) => p.planType === undefined).map((p) => p.column);
  if (ownParts.length > 0) {
    const without = relationOf(figures, total.column, ownParts);
    const withTyped = relationOf(figures, total.column, [...ownParts, ...typedTotals]);
    if (withTyped.matches > without.matches && withTyped.relation === 'sum') return true;
    if (without.matches > withTyped.matches && without.relation === 'sum') return false;
  }
  for (const [row, whole] of figures.column(total.column)) {
    if (whole.state !== 'value') continue;
    for (const column of typedTotals) {
      const part = figures.at(row, column);
      if (part.state !== 'value') continue;
      if (compareDecimals(whole.value, part.value) < 0) return false;
    }
  }
  return undefined;
}

/**
 * What the stated rates divide by, on rows that have other plan types: this year's plan alone (false) or all of them
 * (true). A rate divides like by like, so the disbursement covers the same. Undefined when no rate tells.
 */
function byStatedRate(total: Features, rows: readonly number[], input: AssignmentInput): boolean | undefined {
  const { grid, figures, header, columns, planYear } = input;
  const rates = featuresOf(header.columns, planYear).filter(
    (f) => f.measure === 'rate' && columns.includes(f.column),
  );
  let thisYear = 0;
  let all = 0;
  for (const { column } of rates)
    for (const row of rows) {
      const rate = readRate(grid.cell(row, column));
      const spent = figures.at(row, total.column);
      const own = plannedSum(row, input, false);
      const whole = plannedSum(row, input, true);
      if (!rate || spent.state !== 'value' || !own || !whole || spent.value.coefficient === 0n) continue;
      const ofOwn = percentOf(spent.value, own);
      const ofWhole = percentOf(spent.value, whole);
      if (ofOwn && statesPercent(rate, ofOwn)) thisYear += 1;
      if (ofWhole && statesPercent(rate, ofWhole)) all += 1;
    }
  if (thisYear > 0 && all === 0) return false;
  if (all > 0 && thisYear === 0) return true;
  return undefined;
}

/** The plan of a row: this year's, or with the other plan types. */
function plannedSum(
  row: number,
  { figures, meanings }: AssignmentInput,
  all: boolean,
): typeof ZERO_DECIMAL | undefined {
  let sum = ZERO_DECIMAL;
  let total: typeof ZERO_DECIMAL | undefined;
  let sources = ZERO_DECIMAL;
  for (const [column, meaning] of meanings) {
    if (meaning.field !== 'planned' || !('planType' in meaning)) continue;
    const cell = figures.at(row, column);
    if (cell.state !== 'value') continue;
    if (meaning.planType === 'all') return all ? cell.value : undefined;
    if (meaning.planType !== 'current-year') sum = all ? addDecimals(sum, cell.value) : sum;
    else if (meaning.source) sources = addDecimals(sources, cell.value);
    else total = cell.value;
  }
  return addDecimals(sum, total ?? sources);
}

import {
  groupBy,
  type PlanType,
  unaccent,
  absDecimal,
  addDecimals,
  compareDecimals,
  halfOfLastDigit,
  negateDecimal,
  shownDecimal,
  timesInteger,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import type { AssignmentInput, ColumnQuestion } from './assignment';
import { type Features, isChange } from './features';
import { answerOf, IGNORED, type AmountMeaning, type Meaning } from '../model/meaning';
import type { Source } from '../vocabulary/sources';
import { changeField } from './which-column';
import { rowsWithAmount, sumOfRow, type Term } from './witness';

/** "Kế hoạch đã giao + tăng − giảm = kế hoạch sau điều chỉnh": columns that should make one another. */
interface Adjustment {
  readonly before: Features;
  readonly after: Features;
  readonly changes: readonly Features[];
  readonly differing: readonly Difference[];
}

interface Difference {
  readonly row: number;
  readonly sum: string;
  readonly stated: string;
}

type Figures = AssignmentInput['figures'];

/**
 * Columns of increases and decreases between a plan before and one after them. Where before + increases − decreases is
 * after on every row and in every total, the one after is the plan and the others are notes; where it isn't, a person is
 * asked which amount is the plan as it is now (ADR 154). Without both amounts there is nothing to check.
 */
export function settleAdjustments(
  features: readonly Features[],
  input: AssignmentInput,
  meanings: Map<number, Meaning>,
  questions: ColumnQuestion[],
): void {
  const isFilled = ({ column }: Features): boolean => rowsWithAmount(input.figures, column).length > 0;
  // Changes of nothing make the plan before the one after.
  const plans = features.filter((f) => isPlanOfTable(f) && (isChange(f) || isFilled(f)));
  for (const group of groupBy(plans, (f) => `${f.planType ?? ''}|${f.source?.code ?? ''}`).values()) {
    const changes = group.filter(isChange);
    if (changes.length === 0 || group.some(({ column }) => input.answered.has(column))) continue;
    settle(adjustmentsOf(group, changes, input.figures), meanings, questions);
  }
}

function isPlanOfTable({ measure, time, midTerm, otherYear, ofWhich }: Features): boolean {
  return (
    measure === 'planned' &&
    (time === undefined || time === 'cumulative') &&
    !midTerm &&
    !otherYear &&
    !ofWhich
  );
}

/** A column of what the plan was just before the decision, next to the plan that counts. */
export interface PlanBefore {
  readonly column: number;
  readonly planType: PlanType;
  readonly source: Source | undefined;
}

/** Plans before an adjustment that say which one: not that of the beginning of the year, which others may have adjusted since. */
const JUST_BEFORE = /\b(?:truoc (?:khi )?(?:dieu chinh|dc)|da giao|da bo tri|hien tai|hien hanh)\b/;
const OF_JANUARY = /\b(?:dau nam|ban dau|lan dau)\b/;

/**
 * The columns of the plan before the decision, whatever is read from them: what they say can be held against the ledger. Of several for
 * one plan type and source nothing says which one was in force, and a total over plan types is no plan of this year.
 */
export function plansBefore(
  features: readonly Features[],
  meanings: ReadonlyMap<number, Meaning>,
  figures: Figures,
): PlanBefore[] {
  const captions = ({ path }: Features): string => unaccent(path.map(({ text }) => text).join(' '));
  const before = features.filter(
    (f) =>
      isPlanOfTable(f) &&
      f.version === 'before' &&
      JUST_BEFORE.test(captions(f)) &&
      !OF_JANUARY.test(captions(f)) &&
      rowsWithAmount(figures, f.column).length > 0 &&
      isBesidePlan(f.column, meanings),
  );
  const isOverTypes = (f: Features): boolean =>
    f.planType === undefined && !f.thisYear && (f.total || f.includesPlanTypes);
  const ofOneType = before.some(({ planType }) => planType !== undefined)
    ? before.filter((f) => !isOverTypes(f))
    : before;
  return [...groupBy(ofOneType, (f) => `${f.planType ?? ''}|${f.source?.code ?? ''}`).values()].flatMap(
    ([only, ...more]) =>
      only && more.length === 0
        ? [{ column: only.column, planType: only.planType ?? 'current-year', source: only.source }]
        : [],
  );
}

/** Another column is the plan, or this one is with changes that have columns of their own. */
const isBesidePlan = (column: number, meanings: ReadonlyMap<number, Meaning>): boolean =>
  [...meanings].some(([other, { field }]) =>
    ['planned-increase', 'planned-decrease', ...(other === column ? [] : ['planned'])].includes(field),
  );

function settle(
  found: readonly Adjustment[],
  meanings: Map<number, Meaning>,
  questions: ColumnQuestion[],
): void {
  const [confirmed, ...others] = found.filter(({ differing }) => differing.length === 0);
  const asked = questions.findIndex((question) => isAboutPlanOf(question, found));
  if (confirmed && others.length === 0) {
    if (isPlan(confirmed.before, meanings) && !isChangedPlan(confirmed, meanings)) {
      // The table's rates divide by the plan before: that speaks against the one after.
      questions.push(questionOf(confirmed));
      return;
    }
    if (asked >= 0) questions.splice(asked, 1);
    for (const { column } of [confirmed.before, ...confirmed.changes]) meanings.set(column, IGNORED);
    meanings.set(confirmed.after.column, meaningOf(confirmed.after));
    return;
  }
  const [nearest] = found
    .filter(
      ({ after, differing }) => after.version === 'after' && isPlan(after, meanings) && differing.length > 0,
    )
    .sort((a, b) => a.differing.length - b.differing.length);
  if (!confirmed && nearest) questions.push(questionOf(nearest));
}

const meaningOf = ({ planType, source }: Features): AmountMeaning => ({
  field: 'planned',
  planType: planType ?? 'current-year',
  ...(source ? { source } : {}),
});

function isAboutPlanOf({ field, columns, why }: ColumnQuestion, found: readonly Adjustment[]): boolean {
  const own = found.flatMap(({ before, after, changes }) => [before, after, ...changes].map((f) => f.column));
  return (
    field === 'planned' && (why === 'delta' || why === 'competing') && columns.every((c) => own.includes(c))
  );
}

const isPlan = ({ column }: Features, meanings: ReadonlyMap<number, Meaning>): boolean =>
  meanings.get(column)?.field === 'planned';

/** The plan was read as the one before with its changes, which is the one after. */
const isChangedPlan = ({ changes }: Adjustment, meanings: ReadonlyMap<number, Meaning>): boolean =>
  changes.some(({ column }) =>
    ['planned-increase', 'planned-decrease'].includes(meanings.get(column)?.field ?? ''),
  );

/** Every pair of amounts of which one could be the other with these changes. */
function adjustmentsOf(
  group: readonly Features[],
  changes: readonly Features[],
  figures: Figures,
): Adjustment[] {
  const amounts = group.filter((f) => !isChange(f));
  const pairs = amounts.flatMap((before) =>
    amounts
      .filter((after) => after !== before && after.version !== 'before' && before.version !== 'after')
      .filter((after) => after.version === 'after' || after.column > before.column)
      .map((after) => ({ before, after })),
  );
  return pairs.flatMap(({ before, after }) => {
    const tried = waysToAdd(changes).map((used) => ({
      before,
      after,
      changes: used,
      differing: differencesOf(before, after, used, figures),
    }));
    const [best] = tried.sort((a, b) => a.differing.length - b.differing.length);
    return best ? [best] : [];
  });
}

/** "Điều chỉnh | Tăng | Giảm": the first may be what the others make together. */
function waysToAdd(changes: readonly Features[]): (readonly Features[])[] {
  const adjustments = changes.filter(({ version }) => version === 'adjustment');
  const parts = changes.filter(({ version }) => version !== 'adjustment');
  return [changes, ...(adjustments.length > 0 && parts.length > 0 ? [adjustments, parts] : [])];
}

function differencesOf(
  before: Features,
  after: Features,
  changes: readonly Features[],
  figures: Figures,
): Difference[] {
  const columns = [before, ...changes].map(({ column }) => column);
  const rows = new Set([...columns, after.column].flatMap((column) => [...figures.column(column).keys()]));
  return [...rows]
    .sort((a, b) => a - b)
    .flatMap((row): Difference[] => {
      const terms = [before, ...changes].map((f) => termOf(f, row, figures));
      const sum = sumOfRow(terms, row, figures);
      const stated = figures.at(row, after.column);
      if (!sum || stated.state === 'unreadable' || stated.state === 'ambiguous') return [];
      const value = stated.state === 'value' ? stated.value : ZERO_DECIMAL;
      const cells = columns.map((column) => figures.at(row, column));
      const decimals = Math.max(0, ...[...cells, stated].map((c) => (c.state === 'value' ? c.decimals : 0)));
      const filled = cells.filter(({ state }) => state === 'value').length;
      const tolerance = filled < 2 ? ZERO_DECIMAL : timesInteger(halfOfLastDigit(decimals), filled);
      const difference = absDecimal(addDecimals(value, negateDecimal(sum)));
      if (compareDecimals(difference, tolerance) <= 0) return [];
      return [{ row, sum: shownDecimal(sum), stated: shownDecimal(value) }];
    });
}

/** Some write what is taken away as a negative number. */
function termOf(f: Features, row: number, figures: Figures): Term {
  const { column } = f;
  const cell = figures.at(row, column);
  const isTaken = f.version === 'decrease' && cell.state === 'value' && cell.value.coefficient > 0n;
  return { column, sign: isTaken ? -1 : 1 };
}

function questionOf({ before, after, changes, differing }: Adjustment): ColumnQuestion {
  const [first] = differing;
  const ignored = (of: readonly Features[]): (readonly [number, Meaning])[] =>
    of.map(({ column }) => [column, IGNORED] as const);
  const added = changes.map((f): readonly [number, Meaning] => [f.column, { field: changeField(f) }]);
  const canAdd = before.source === undefined && before.planType === undefined && areDistinct(added);
  const plan = meaningOf(after);
  return {
    field: 'planned',
    columns: [before, ...changes, after].map(({ column }) => column),
    why: 'adjustment',
    alternatives: [
      [[after.column, plan], ...ignored([before, ...changes])],
      ...(canAdd ? [[[before.column, plan] as const, ...added, ...ignored([after])]] : []),
      [[before.column, plan], ...ignored([...changes, after])],
    ],
    ...(first ? { difference: { ...first, row: first.row + 1, rows: differing.length } } : {}),
  };
}

const areDistinct = (added: readonly (readonly [number, Meaning])[]): boolean =>
  new Set(added.map((one) => answerOf([[0, one[1]]]))).size === added.length;

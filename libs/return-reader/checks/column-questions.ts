import { unaccent } from '@thongvon/kernel';
import type { ColumnQuestion } from '../columns/assignment';
import type { Features } from '../columns/features';
import { relationOf } from '../columns/source-parts';
import { mayCount } from '../columns/witness';
import type { MessageId } from '../findings/catalogue';
import { fieldName, type Findings } from '../findings/findings';
import { type AmountMeaning, IGNORED, type Meaning } from '../model/meaning';
import type { ReadingOptions } from '../model/options';
import { namesComponent } from '../rows/labels';
import { columnLetters, statementsOf } from '../sheet/grid';
import { columnsOf, type TypedTable } from '../table/typed-table';
import { mixesPlanTypes, planTypeIn } from '../values/plan-type-text';
import { opensLikeSource, sourceOf, sourceWithin } from '../vocabulary/sources';
import { formulaOf } from './change-choices';
import { choicesFor, namedColumn } from './column-choices';

const MESSAGE: Readonly<Record<ColumnQuestion['why'], MessageId>> = {
  competing: 'columns-compete',
  scope: 'column-scope',
  delta: 'column-delta',
  period: 'column-period',
  previous: 'column-previous',
  capital: 'column-capital',
  subject: 'column-subject',
  recovery: 'column-recovery',
  payments: 'column-payments',
  sources: 'column-sources',
  'other-year': 'column-other-year',
  returned: 'column-returned',
  adjustment: 'column-adjustment',
};

/** Asks what the captions leave open, and for columns that a return of this kind can't do without. */
export function tellColumnQuestions(
  table: TypedTable,
  { columns: answers = [] }: ReadingOptions,
  findings: Findings,
): void {
  const asked = new Set<string>();
  if (table.codes.length > 0) ask(table, { field: 'code', columns: table.codes, why: 'competing' }, findings);
  for (const question of table.assignment.questions) {
    asked.add(question.field);
    ask(table, question, findings);
  }
  const [plan] = columnsOf(table, (meaning) => meaning.field === 'planned');
  const isSaid = (column: number): boolean =>
    answers.some((a) => a.sheet === table.raw.grid.name && a.column === columnLetters(column));
  if (plan !== undefined && !asked.has('planned') && !isSaid(plan)) {
    if (isSupplement(table) && !isSumOfPlans(table, plan))
      ask(table, { field: 'planned', columns: [plan], why: 'delta' }, findings);
    if (mixesInTitle(table) && !namesThisYear(table, plan))
      ask(table, { field: 'planned', columns: [plan], why: 'scope' }, findings);
  }
  if (listsOnlyChanges(table)) {
    asked.add('planned');
    tellOnlyChanges(table, findings);
  }
  if (!asked.has('planned'))
    for (const question of plansOfOtherYears(table, answers)) ask(table, question, findings);
  for (const question of unreadSources(table)) ask(table, question, findings);
  for (const field of missingFields(table)) if (!asked.has(field)) askForColumn(table, field, findings);
}

function ask(table: TypedTable, question: ColumnQuestion, findings: Findings): void {
  const { field, columns, why, difference } = question;
  const name = fieldName(field);
  const captions = columns.map((column) => namedColumn(table, column)).join('; ');
  const at = placeOf(table, columns[0] ?? 0);
  findings.add(
    why === 'adjustment' && !difference ? 'column-adjustment-counted' : MESSAGE[why],
    at,
    { field: name.vi, columns: captions, ...difference, ...formulaOf(table, question) },
    choicesFor(table, question),
  );
}

/** "KẾ HOẠCH VỐN GIAO TRONG NĂM": whatever the title speaks of besides, this column is this year's. */
const namesThisYear = ({ raw: { header } }: TypedTable, plan: number): boolean =>
  header.columns
    .find(({ column }) => column === plan)
    ?.path.at(-1)
    ?.tags.has('this-year') ?? false;

/** "Kế hoạch vốn năm 2023 (bao gồm vốn kéo dài)" over amounts that nothing parts by plan type. */
function mixesInTitle({ raw, texts, assignment, outline }: TypedTable): boolean {
  if (!statementsOf(raw.above).some(({ text }) => mixesPlanTypes(text))) return false;
  const parted =
    texts.has('plan-type') ||
    assignment.features.some((f) => f.planType !== undefined) ||
    outline.nodes.some(
      ({ row }) => planTypeIn(row.label) !== undefined || planTypeIn(row.source) !== undefined,
    );
  return !parted;
}

/** A decision of which a person says that it lists no plan, only what is added to it or taken away. */
function listsOnlyChanges(table: TypedTable): boolean {
  const has = (...fields: readonly string[]): boolean =>
    columnsOf(table, ({ field }) => fields.includes(field)).length > 0;
  return table.kind === 'plan' && !has('planned') && has('planned-increase', 'planned-decrease');
}

function tellOnlyChanges(table: TypedTable, findings: Findings): void {
  const columns = columnsOf(
    table,
    ({ field }) => field === 'planned-increase' || field === 'planned-decrease',
  );
  const captions = columns.map((column) => namedColumn(table, column)).join('; ');
  findings.add('plan-only-changes', placeOf(table, columns[0] ?? 0), { columns: captions });
}

/** A decision that only supplements a plan may list what it adds, or the plan with it; its title doesn't tell which. */
function isSupplement({ kind, raw, assignment }: TypedTable): boolean {
  if (kind !== 'plan' || assignment.features.some((f) => f.version === 'after')) return false;
  const titles = statementsOf(raw.above).map(({ text }) => unaccent(text));
  return (
    titles.some((t) => /\bbo sung\b(?! (?:co muc tieu|can doi))/.test(t)) &&
    !titles.some((t) => /\bdieu chinh\b/.test(t))
  );
}

/** "3=1+2": the plan before and what was added make the plan that the column holds. */
function isSumOfPlans({ raw: { header }, assignment }: TypedTable, column: number): boolean {
  const sum = header.numbers.find((number) => number.column === column)?.sum ?? [];
  const added = sum.map(({ label }) => header.numbers.find((number) => number.label === label)?.column);
  const plans = assignment.features.filter(({ measure }) => measure === 'planned').map((f) => f.column);
  return added.length > 1 && added.every((term) => term !== undefined && plans.includes(term));
}

function missingFields(table: TypedTable): ('planned' | 'disbursed')[] {
  const has = (field: string): boolean => columnsOf(table, (meaning) => meaning.field === field).length > 0;
  if (table.kind === 'plan') return has('planned') ? [] : ['planned'];
  if (table.kind === 'land-clearance') return [];
  const spent = has('disbursed') || has('completed') || has('advance');
  return [
    ...(hasPlanOfYear(table) || !holdsUnknownFigures(table) ? [] : ['planned' as const]),
    ...(spent ? [] : ['disbursed' as const]),
  ];
}

/** A plan whose caption names another year than the return is never dropped in silence, where there is no other. */
function plansOfOtherYears(
  table: TypedTable,
  answers: NonNullable<ReadingOptions['columns']>,
): ColumnQuestion[] {
  if (table.kind === 'land-clearance' || hasPlanOfYear(table)) return [];
  const { grid } = table.raw;
  const answered = answers.filter(({ sheet }) => sheet === grid.name).map(({ column }) => column);
  const columns = table.assignment.features
    .filter(
      ({ column, measure, otherYear, midTerm }) =>
        measure === 'planned' && otherYear && !midTerm && !answered.includes(columnLetters(column)),
    )
    .map(({ column }) => column)
    .filter((column) => table.figures.column(column).size > 0);
  return columns.length > 0 ? [{ field: 'planned', columns, why: 'other-year' }] : [];
}

function hasPlanOfYear({ meanings }: TypedTable): boolean {
  const types = [...meanings.values()].flatMap((m) =>
    m.field === 'planned' && 'planType' in m ? [m.planType] : [],
  );
  return types.includes('current-year') || types.includes('all');
}

/** "NSTW | NSĐP" over figures of which no caption says what they are: they may be the plan. */
function holdsUnknownFigures({ assignment, figures, meanings }: TypedTable): boolean {
  return assignment.features.some(
    ({ column, measure, time }) =>
      measure === undefined &&
      time === undefined &&
      meanings.get(column)?.field === 'ignored' &&
      [...figures.column(column).values()].some(({ state }) => state === 'value' || state === 'ambiguous'),
  );
}

function askForColumn(table: TypedTable, field: 'planned' | 'disbursed', findings: Findings): void {
  const open = columnsOf(table, (meaning) => meaning.field === 'ignored').filter(
    (column) => table.figures.column(column).size > 0,
  );
  const at = placeOf(table, open[0] ?? table.raw.header.columns[0]?.column ?? 0);
  findings.add(
    'column-missing',
    at,
    { field: fieldName(field).vi },
    // One question a field: the other columns stay open for what else is missing.
    open.flatMap((column) => choicesFor(table, { field, columns: [column], why: 'competing' })),
  );
}

function placeOf(
  table: TypedTable,
  column: number,
): {
  sheet: string;
  cell: ReturnType<TypedTable['raw']['grid']['cell']>;
  at: { row: number; column: number };
} {
  const { grid, header } = table.raw;
  const row = header.columns.find((c) => c.column === column)?.row ?? header.top;
  return { sheet: grid.name, cell: grid.cell(row, column), at: { row, column } };
}

/**
 * "Kế hoạch vốn | Nguồn đấu giá | Vốn huyện": columns right behind an amount that read like its sources, of which the
 * captions don't tell enough. A split is never dropped in silence: a person says whether it is one.
 */
function unreadSources(table: TypedTable): ColumnQuestion[] {
  const { assignment, meanings } = table;
  const questions: ColumnQuestion[] = [];
  for (const [column, meaning] of meanings) {
    if (!('planType' in meaning) || meaning.source) continue;
    if (meaning.field !== 'planned' && meaning.field !== 'disbursed') continue;
    if (assignment.questions.some(({ field }) => field === meaning.field)) continue;
    const at = assignment.features.findIndex((f) => f.column === column);
    const whole = assignment.features[at];
    const beside: Features[] = [];
    for (const f of assignment.features.slice(at + 1)) {
      if (!whole || !isUnread(f, whole, table)) break;
      beside.push(f);
    }
    const named = beside.filter(readsLikeSource);
    if (named.length === 0) continue;
    // "đấu giá" next to "NS xã" is one too where they make the whole together.
    const all = beside.map((f) => f.column);
    const parts = relationOf(table.figures, column, all).relation === 'sum' ? beside : named;
    questions.push({
      field: meaning.field,
      columns: [column, ...parts.map((f) => f.column)],
      why: 'sources',
      alternatives: alternativesOf([column, meaning], parts),
    });
  }
  return questions;
}

function isUnread(f: Features, whole: Features, { assignment, meanings, figures }: TypedTable): boolean {
  const leaf = f.path.at(-1);
  const beside =
    f.path.length === whole.path.length && f.path.slice(0, -1).every((c, i) => whole.path[i] === c);
  if (!leaf || !beside || meanings.get(f.column)?.field !== 'ignored') return false;
  if (f.measure !== undefined && f.measure !== whole.measure) return false;
  if (f.time !== undefined || f.planType || f.otherYear || f.midTerm || f.version || f.total) return false;
  if (f.dates.length > 0 || f.monthEnd || assignment.answered.has(f.column)) return false;
  if (namesComponent(leaf.text)) return false;
  return [...figures.column(f.column).values()].some(mayCount);
}

function readsLikeSource({ path }: Features): boolean {
  const text = path.at(-1)?.text ?? '';
  return opensLikeSource(text) || sourceWithin(text) !== undefined;
}

function alternativesOf(
  [column, meaning]: readonly [number, AmountMeaning],
  parts: readonly Features[],
): NonNullable<ColumnQuestion['alternatives']> {
  const sources = parts.map((f): readonly [number, Meaning] => {
    const text = f.path.at(-1)?.text ?? '';
    return [f.column, { ...meaning, source: sourceWithin(text) ?? sourceOf(text) }];
  });
  return [
    [[column, meaning], ...sources],
    [[column, meaning], ...parts.map((f) => [f.column, IGNORED] as const)],
  ];
}

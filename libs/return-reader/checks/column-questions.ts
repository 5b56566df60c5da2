import { unaccent, type PlanType } from '@thongvon/kernel';
import type { ColumnQuestion } from '../columns/assignment';
import {
  AMOUNT_FIELDS,
  answerOf,
  CLEARANCE_FIELDS,
  IGNORED,
  TEXT_FIELDS,
  type ClearanceField,
  type Meaning,
} from '../model/meaning';
import { type Choice, fieldName, type Findings } from '../findings/findings';
import type { MessageId } from '../findings/catalogue';
import { onlyPlanType } from '../columns/plan-type-scope';
import { isChange } from '../columns/versions';
import { statementsOf } from '../sheet/statements';
import { columnLetters } from '../sheet/grid';
import { paymentChoice, periodChoices, recoveryChoices, sumChoices } from './column-choices';
import {
  adjustedChoice,
  changeChoices,
  formulaOf,
  onlyChangesChoices,
  returnedChoice,
} from './change-choices';
import { unreadSources } from './unread-sources';
import { mixesPlanTypes, planTypeIn } from '../values/plan-type-text';
import type { ReadingOptions } from '../model/options';
import { columnsOf, type TypedTable } from '../table/typed-table';

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
    if (mixesInTitle(table)) ask(table, { field: 'planned', columns: [plan], why: 'scope' }, findings);
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
  const { field, columns, why, fields = [], difference } = question;
  const name = fieldName(field);
  const captions = columns
    .map((column) => `${columnLetters(column)} “${captionOf(table, column)}”`)
    .join('; ');
  const at = placeOf(table, columns[0] ?? 0);
  findings.add(
    why === 'adjustment' && !difference ? 'column-adjustment-counted' : MESSAGE[why],
    at,
    { field: name.vi, columns: captions, ...difference, ...formulaOf(table, question) },
    why === 'subject'
      ? columns.flatMap((column) => subjectChoices(columnLetters(column), fields))
      : choicesFor(table, question),
  );
}

/** "E=paid", "E=compensated": what a column may count, or that it is none of it. */
function subjectChoices(letters: string, fields: readonly ClearanceField[]): Choice[] {
  return [
    ...fields.map((field) => ({
      value: `${letters}=${field}`,
      label: `${letters} là ${fieldName(field).vi}`,
      labelEn: `${letters} is the ${fieldName(field).en}`,
    })),
    {
      value: `${letters}=${IGNORED.field}`,
      label: `${letters} là số khác, bỏ qua`,
      labelEn: `${letters} is something else, ignore it`,
    },
  ];
}

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
  const captions = columns
    .map((column) => `${columnLetters(column)} “${captionOf(table, column)}”`)
    .join('; ');
  findings.add('plan-only-changes', placeOf(table, columns[0] ?? 0), { columns: captions });
}

/** A decision that only supplements a plan may list what it adds, or the plan with it; its title doesn't tell which. */
function isSupplement({ kind, raw, assignment }: TypedTable): boolean {
  if (kind !== 'plan' || assignment.features.some((f) => f.version === 'after')) return false;
  const titles = statementsOf(raw.above).map(({ text }) => unaccent(text));
  return titles.some((t) => /\bbo sung\b/.test(t)) && !titles.some((t) => /\bdieu chinh\b/.test(t));
}

/** "3=1+2": the plan before and what was added make the plan that the column holds. */
function isSumOfPlans({ raw: { header }, assignment }: TypedTable, column: number): boolean {
  const sum = header.numbers.find((number) => number.column === column)?.sum ?? [];
  const added = sum.map(({ label }) => header.numbers.find((number) => number.label === label)?.column);
  const plans = assignment.features.filter(({ measure }) => measure === 'planned').map((f) => f.column);
  return added.length > 1 && added.every((term) => term !== undefined && plans.includes(term));
}

/**
 * An answer names columns and their meanings: "D=planned,E=ignored". Whoever chooses one of several columns says of the
 * others that they are not meant.
 */
function choicesFor(table: TypedTable, question: ColumnQuestion): Choice[] {
  const { field, columns, why, meaning } = question;
  const name = fieldName(field);
  const own = (column: number): Choice =>
    choiceOf(
      table,
      column,
      [
        [column, meaning ?? meaningOf(field)],
        ...columns.filter((other) => other !== column).map((other) => [other, IGNORED] as const),
      ],
      `là ${name.vi}`,
      `is the ${name.en}`,
    );
  if (why === 'competing') return [...columns.map(own), ...sumChoices(columns, meaning ?? meaningOf(field))];
  const [plan, ...changes] = columns;
  if (why === 'delta' && plan !== undefined && changes.length > 0) {
    const isPlan = !table.assignment.features.some((f) => f.column === plan && isChange(f));
    if (isPlan) return changeChoices(table, plan, changes);
  }
  if (why === 'period') return periodChoices(table, columns);
  if (why === 'payments') return (question.alternatives ?? []).map(paymentChoice);
  if (why === 'sources') return (question.alternatives ?? []).map(sourcesChoice);
  if (why === 'recovery') return recoveryChoices(table, columns);
  if (why === 'returned') return (question.alternatives ?? []).map(returnedChoice);
  if (why === 'adjustment') return (question.alternatives ?? []).map(adjustedChoice);
  if (why === 'delta') return onlyChangesChoices(table, columns);
  if (columns.length > 1 && why !== 'scope') return columns.map(own);
  const other = why === 'scope' ? meaningOf(field, onlyPlanType(table.meanings) ?? 'all') : IGNORED;
  return columns.flatMap((column) => [
    own(column),
    why === 'scope'
      ? choiceOf(
          table,
          column,
          [[column, other]],
          'gồm cả các loại kế hoạch khác',
          'includes the other plan types',
        )
      : choiceOf(table, column, [[column, other]], 'không phải, bỏ qua', 'is not, ignore it'),
  ]);
}

/** "C=planned,D=planned:current-year:…": whether columns are the sources of the one before them. */
function sourcesChoice(meanings: readonly (readonly [number, Meaning])[]): Choice {
  const [whole = '', ...parts] = meanings.map(([column]) => columnLetters(column));
  const listed = parts.join(', ');
  const value = answerOf(meanings);
  return meanings.some(([, { field }]) => field === IGNORED.field)
    ? {
        value,
        label: `Cột ${listed} là số khác, bỏ qua; ${whole} chưa rõ nguồn vốn`,
        labelEn: `Column ${listed} is something else, ignore it; the source of ${whole} isn’t known`,
      }
    : {
        value,
        label: `Cột ${listed} là nguồn vốn của cột ${whole}`,
        labelEn: `Column ${listed} has the sources of column ${whole}`,
      };
}

function choiceOf(
  table: TypedTable,
  column: number,
  meanings: readonly (readonly [number, Meaning])[],
  vi: string,
  en: string,
): Choice {
  const caption = `${columnLetters(column)} “${captionOf(table, column)}”`;
  return { value: answerOf(meanings), label: `${caption}: ${vi}`, labelEn: `${caption}: ${en}` };
}

function meaningOf(field: ColumnQuestion['field'], planType: PlanType | 'all' = 'current-year'): Meaning {
  const text = TEXT_FIELDS.find((f) => f === field);
  if (text) return { field: text };
  const amount = AMOUNT_FIELDS.find((f) => f === field);
  const count = CLEARANCE_FIELDS.find((f) => f === field);
  if (amount) return { field: amount, planType };
  return count ? { field: count } : IGNORED;
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

function captionOf(table: TypedTable, column: number): string {
  const path = table.raw.header.columns.find((c) => c.column === column)?.path ?? [];
  return path.map((caption) => caption.text).join(' / ');
}

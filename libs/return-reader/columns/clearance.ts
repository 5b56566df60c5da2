import { formatDecimal, unaccent, compareDecimals } from '@thongvon/kernel';
import type { HeaderColumn } from '../header/tables';
import { CLEARANCE_FIELDS, type ClearanceField, IGNORED, type Meaning } from '../model/meaning';
import type { Figures } from './figures';
import type { NumberValue } from './number-cell';
import type { CaptionTag } from '../vocabulary/captions';
import type { ColumnQuestion } from './assignment';
import {
  clearanceField,
  fieldOf,
  has,
  isBare,
  isOfClearance,
  stageOf,
  type Subject,
  subjectOf,
} from './clearance-captions';

/** Gives the columns of a land-clearance table their meaning; a question where two say the same. */
export function assignClearance(
  columns: readonly HeaderColumn[],
  figures: Figures,
  meanings: Map<number, Meaning>,
): ColumnQuestion[] {
  const questions: ColumnQuestion[] = [];
  const open = columns.filter(({ column }) => !meanings.has(column));
  const bare = new Map([...bareSubjects(columns, figures), ...moneyBesidePaid(columns)]);
  const fieldOf = new Map(open.map((column) => [column, fieldIn(column, bare.get(column.column))]));
  const answered = new Set([...meanings.values()].map((meaning) => meaning.field));
  for (const field of CLEARANCE_FIELDS) {
    if (answered.has(field)) continue;
    const same = open.filter((column) => fieldOf.get(column) === field);
    const filled = same.filter(({ column }) => figures.column(column).size > 0);
    const left = filled.length > 0 ? filled : same.slice(0, 1);
    const stated = left.filter(({ path }) => PREFERRED.some((tag) => path.at(-1)?.tags.has(tag)));
    const chosen = left.length > 1 && stated.length === 1 ? stated : left;
    const [only] = chosen;
    const capital = only && !isOfClearance(only.path) && !has(only.path.at(-1), 'money');
    if (chosen.length === 1 && capital && isMoney(field))
      questions.push({ field, columns: [only.column], why: 'capital' });
    else if (chosen.length > 1)
      questions.push({ field, columns: chosen.map((c) => c.column), why: 'competing' });
    else if (only) meanings.set(only.column, { field });
  }
  for (const { column } of open) {
    const verdict = bare.get(column);
    if (verdict && 'choices' in verdict) questions.push(openSubject(column, verdict.choices));
  }
  for (const { column } of open) if (!meanings.has(column)) meanings.set(column, IGNORED);
  return questions;
}

/** What sets one of two columns apart: "Tổng số hộ" next to "Số hộ", "Kinh phí theo phương án" next to "Kinh phí". */
const PREFERRED: readonly CaptionTag[] = ['total', 'approved', 'affected'];

const fieldIn = (column: HeaderColumn, verdict: SubjectVerdict | undefined): ClearanceField | undefined =>
  verdict === undefined ? clearanceField(column) : 'field' in verdict ? verdict.field : undefined;

function openSubject(column: number, fields: readonly ClearanceField[]): ColumnQuestion {
  return { field: fields[0] ?? 'paid', columns: [column], why: 'subject', fields };
}

const isMoney = (field: ClearanceField): boolean => field === 'compensation' || field === 'compensated';

/** What a column that names a stage but not of what ("Đã chi trả") counts, or between what a person must choose. */
type SubjectVerdict = { readonly field: ClearanceField } | { readonly choices: readonly ClearanceField[] };

/** The amount that no value of a field can exceed in its row (domain, 2.3). */
const WHOLE_OF: Readonly<Record<string, ClearanceField>> = {
  inventoried: 'households',
  approved: 'households',
  paid: 'households',
  'handed-over': 'households',
  'area-handed-over': 'area',
  compensated: 'compensation',
};
const COUNTED: readonly ClearanceField[] = ['inventoried', 'approved', 'paid', 'handed-over'];

/**
 * "Kinh phí BT, HT, TĐC | Đã chi trả": what stands behind money, land or households goes on with it, where the values
 * allow it. Money isn't households: a value with decimals, or above the households of its row, counts none; where the
 * values don't tell, a person must.
 */
function bareSubjects(columns: readonly HeaderColumn[], figures: Figures): Map<number, SubjectVerdict> {
  const verdicts = new Map<number, SubjectVerdict>();
  columns.forEach((column, at) => {
    if (isBare(column))
      verdicts.set(column.column, verdictOf(column, columns.slice(0, at), columns, figures));
  });
  return verdicts;
}

function verdictOf(
  column: HeaderColumn,
  left: readonly HeaderColumn[],
  all: readonly HeaderColumn[],
  figures: Figures,
): SubjectVerdict {
  const stage = stageOf(column.path);
  const wholes = wholeColumns(all, figures);
  const before = subjectBefore(left);
  const counts = fieldOf('household', stage);
  const possible = (['money', 'area', 'household'] as const).flatMap((subject) => {
    const field = fieldOf(subject, stage);
    return field !== undefined && (subject === 'household' || speaksOf(all, subject)) ? [field] : [];
  });
  const against = (field: ClearanceField): number => contradictions(field, column.column, wholes, figures);
  const rows = valuesOf(column.column, figures).filter(({ value }) => value.coefficient !== 0n).length;
  if (counts === undefined) return { choices: possible };
  if (before === undefined || before === 'household')
    return against(counts) * 2 > rows ? { choices: possible } : { field: counts };
  const own = before === 'parcel' ? undefined : fieldOf(before, stage);
  const open = own === undefined ? possible : [own, counts];
  const likely = open.filter((field) =>
    field === own ? against(field) * 2 <= rows : against(field) === 0 && speaksOf(all, 'household'),
  );
  if (own !== undefined && (rows === 0 || (likely.length === 1 && likely[0] === own))) return { field: own };
  // Behind parcels and kilometres it counts those, which the reading has no place for, or households.
  const [only] = likely;
  if (own === undefined && before !== 'parcel' && only !== undefined && likely.length === 1)
    return { field: only };
  return { choices: possible };
}

/** The subject of the nearest column to the left that has one. */
function subjectBefore(left: readonly HeaderColumn[]): Subject | 'parcel' | undefined {
  for (const { path } of left.toReversed()) {
    const subject = subjectOf(path);
    if (subject) return subject;
    if (path.at(-1)?.tags.has('parcel')) return 'parcel';
  }
  return undefined;
}

const speaksOf = (columns: readonly HeaderColumn[], subject: Subject): boolean =>
  columns.some(({ path }) => subjectOf(path) === subject);

/** The columns that hold the whole of something, by field. */
function wholeColumns(
  columns: readonly HeaderColumn[],
  figures: Figures,
): ReadonlyMap<ClearanceField, number> {
  const wholes = new Map<ClearanceField, number>();
  for (const { column, path } of columns) {
    const subject = subjectOf(path);
    const field = subject === undefined ? undefined : fieldOf(subject, stageOf(path));
    // Money and land whose caption has a unit of its own can't be held against a bare column.
    const own = path.some(({ unit, hectares }) => unit !== undefined || hectares);
    if (field !== undefined && !own && !wholes.has(field) && figures.column(column).size > 0)
      wholes.set(field, column);
  }
  return wholes;
}

const valuesOf = (column: number, figures: Figures): NumberValue[] =>
  [...figures.column(column).values()].flatMap((cell) => (cell.state === 'value' ? [cell] : []));

/** In how many rows the value can't be of this field. */
function contradictions(
  field: ClearanceField,
  column: number,
  wholes: ReadonlyMap<ClearanceField, number>,
  figures: Figures,
): number {
  const whole = wholes.get(WHOLE_OF[field] ?? field);
  return [...figures.column(column)].filter(([row, cell]) => {
    if (cell.state === 'ambiguous') return COUNTED.includes(field);
    if (cell.state !== 'value' || cell.value.coefficient === 0n) return false;
    if (COUNTED.includes(field) && (cell.unit !== undefined || formatDecimal(cell.value).includes('.')))
      return true;
    const most = whole === undefined ? undefined : figures.at(row, whole);
    return most?.state === 'value' && most.unit === cell.unit && compareDecimals(cell.value, most.value) > 0;
  }).length;
}

/** A caption that says money and no more: "Số tiền (triệu đồng)"; one that may as well be that of the plan: "Kinh phí". */
const SUM = /^(?:so )?tien$/;
const COST = /^(?:tong )?(?:kinh phi|kp)$/;

/**
 * "Số hộ đã chi trả | Số tiền": money right of the households that were paid is what they were paid, not the compensation
 * that the plan approves. Of "Kinh phí" a person must say.
 */
function moneyBesidePaid(columns: readonly HeaderColumn[]): Map<number, SubjectVerdict> {
  const verdicts = new Map<number, SubjectVerdict>();
  columns.forEach(({ column, path }, at) => {
    const left = columns[at - 1]?.path;
    const leaf = path.at(-1);
    if (!left || !leaf || !has(leaf, 'money') || stageOf(path) !== 'total') return;
    if (subjectOf(left) !== 'household' || stageOf(left) !== 'paid') return;
    const text = unaccent(leaf.text)
      .replace(/\([^)]*\)/g, '')
      .trim();
    if (SUM.test(text)) verdicts.set(column, { field: 'compensated' });
    else if (COST.test(text)) verdicts.set(column, { choices: ['compensated', 'compensation'] });
  });
  return verdicts;
}

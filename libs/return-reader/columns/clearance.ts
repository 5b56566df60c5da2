import type { HeaderColumn } from '../header/header';
import type { CaptionTag } from '../vocabulary/captions';
import type { Figures } from '../sheet/figures';
import type { ColumnQuestion } from './assignment';
import { clearanceField, has, isOfClearance } from './clearance-captions';
import { moneyBesidePaid } from './clearance-money';
import { bareSubjects, type SubjectVerdict } from './clearance-subject';
import { CLEARANCE_FIELDS, IGNORED, type ClearanceField, type Meaning } from './meaning';

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

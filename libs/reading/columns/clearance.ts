import { unaccent } from '@thongvon/kernel';
import type { Caption } from '../header/caption';
import type { HeaderColumn } from '../header/header';
import type { CaptionTag } from '../vocabulary/captions';
import type { Figures } from '../sheet/figures';
import type { ColumnQuestion } from './assignment';
import { CLEARANCE_FIELDS, IGNORED, type ClearanceField, type Meaning } from './meaning';

/** Subject and stage of a land-clearance column give its field (domain, 2.3). */
const FIELD: Readonly<Record<Subject, Partial<Record<Stage, ClearanceField>>>> = {
  household: {
    total: 'households',
    inventoried: 'inventoried',
    approved: 'approved',
    paid: 'paid',
    'handed-over': 'handed-over',
  },
  area: { total: 'area', 'handed-over': 'area-handed-over' },
  grave: { total: 'graves' },
  money: { total: 'compensation', approved: 'compensation', paid: 'compensated' },
};

type Subject = 'household' | 'area' | 'grave' | 'money';
type Stage = 'total' | 'inventoried' | 'approved' | 'paid' | 'handed-over';

const SUBJECTS: readonly Subject[] = ['grave', 'area', 'household', 'money'];
const STAGES: readonly Exclude<Stage, 'total'>[] = ['handed-over', 'paid', 'inventoried', 'approved'];
const ELSEWHERE: readonly CaptionTag[] = [
  'not-yet',
  'remaining',
  'resettlement',
  'parcel',
  'rate',
  'period',
  'previous',
  'estimate',
  'other-text',
];

/** What an outer caption says of all beneath it: "Chưa chi trả / Số hộ". */
const OF_OTHERS: readonly CaptionTag[] = ['rate', 'not-yet', 'remaining', 'period', 'previous', 'estimate'];

const isOnly = ({ tags }: Caption, tag: CaptionTag): boolean => tags.size === 1 && tags.has(tag);

/** Gives the columns of a land-clearance table their meaning; a question where two say the same. */
export function assignClearance(
  columns: readonly HeaderColumn[],
  figures: Figures,
  meanings: Map<number, Meaning>,
): ColumnQuestion[] {
  const questions: ColumnQuestion[] = [];
  const open = columns.filter(({ column }) => !meanings.has(column));
  const fieldOf = new Map(open.map((column) => [column, clearanceField(column)]));
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
  for (const { column } of open) if (!meanings.has(column)) meanings.set(column, IGNORED);
  return questions;
}

/** What sets one of two columns apart: "Tổng số hộ" beside "Số hộ", "Kinh phí theo phương án" beside "Kinh phí". */
const PREFERRED: readonly CaptionTag[] = ['total', 'approved', 'affected'];

/** Whether captions speak of households, land, graves or what is paid for them, not of the project's capital. */
export function isOfClearance(path: readonly Caption[]): boolean {
  return path.some(
    (caption) => OF_CLEARANCE.some((tag) => has(caption, tag)) || COMPENSATION.test(unaccent(caption.text)),
  );
}

const OF_CLEARANCE: readonly CaptionTag[] = [
  'household',
  'grave',
  'area',
  'inventoried',
  'handed-over',
  'paid',
  'resettlement',
  'parcel',
];
const COMPENSATION = /\b(?:boi thuong|den bu|gpmb|giai phong mat bang|mat bang|bt ht)\b/;

/** The field of a land-clearance column; undefined for columns that the reading has no place for. */
export function clearanceField(column: HeaderColumn): ClearanceField | undefined {
  const { path } = column;
  const leaf = path.at(-1);
  if (!leaf || ELSEWHERE.some((tag) => has(leaf, tag))) return undefined;
  if (path.some((c) => OF_OTHERS.some((tag) => has(c, tag)) || isOnly(c, 'resettlement'))) return undefined;
  const subject = subjectOf(path);
  const stage = stageOf(path);
  if (!subject) return stage === 'total' ? undefined : FIELD.household[stage];
  if (subject === 'money' && path.some((c) => has(c, 'disbursed'))) return 'compensated';
  return FIELD[subject][stage];
}

const has = (caption: Caption | undefined, tag: CaptionTag): boolean => caption?.tags.has(tag) ?? false;

const isMoney = (field: ClearanceField): boolean => field === 'compensation' || field === 'compensated';

function subjectOf(path: readonly Caption[]): Subject | undefined {
  for (const caption of path.toReversed()) {
    const subject = SUBJECTS.find((tag) => has(caption, tag));
    if (subject) return subject;
    if (has(caption, 'planned') || has(caption, 'disbursed')) return 'money';
    if (caption.hectares || /\bm2\b/.test(caption.text.replace('²', '2'))) return 'area';
  }
  return undefined;
}

function stageOf(path: readonly Caption[]): Stage {
  for (const caption of path.toReversed()) {
    const stage = STAGES.find((tag) => has(caption, tag));
    if (stage) return stage;
    if (has(caption, 'total') || has(caption, 'affected')) return 'total';
  }
  return 'total';
}

import { type Decimal, unaccent } from '@thongvon/kernel';
import type { Caption } from '../header/caption';
import type { HeaderColumn } from '../header/tables';
import type { CaptionTag } from '../vocabulary/captions';
import type { ClearanceField } from '../model/meaning';

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

export type Subject = 'household' | 'area' | 'grave' | 'money';
export type Stage = 'total' | 'inventoried' | 'approved' | 'paid' | 'handed-over';

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

/** Whether captions tell of what the reading has no place for: what is left, the week's, parcels, resettlement. */
function isElsewhere(path: readonly Caption[]): boolean {
  const leaf = path.at(-1);
  if (!leaf) return true;
  const elsewhere = ELSEWHERE.some((tag) => has(leaf, tag) && !(tag === 'resettlement' && paysForMore(leaf)));
  return elsewhere || path.some((c) => OF_OTHERS.some((tag) => has(c, tag)) || isOnly(c, 'resettlement'));
}

/** "Kinh phí BT, HT, TĐC": compensation, support and resettlement together are what is paid for land. */
const paysForMore = (caption: Caption): boolean =>
  has(caption, 'money') && /\b(?:boi thuong|den bu|bt)\b/.test(unaccent(caption.text));

/** Whether a column names a stage and not of what: "Đã chi trả". */
export function isBare({ path }: HeaderColumn): boolean {
  return !isElsewhere(path) && subjectOf(path) === undefined && stageOf(path) !== 'total';
}

/** The field for a stage of what is counted; undefined where the reading has no place for it. */
export const fieldOf = (subject: Subject, stage: Stage): ClearanceField | undefined => FIELD[subject][stage];

/** The field of a land-clearance column; undefined for columns that the reading has no place for. */
export function clearanceField(column: HeaderColumn): ClearanceField | undefined {
  const { path } = column;
  if (isElsewhere(path)) return undefined;
  const subject = subjectOf(path);
  const stage = stageOf(path);
  if (!subject) return stage === 'total' ? undefined : FIELD.household[stage];
  if (subject === 'money' && path.some((c) => has(c, 'disbursed'))) return 'compensated';
  return FIELD[subject][stage];
}

/** Of what a column says what is left: "Số hộ chưa bàn giao", "Diện tích còn lại"; with what is done it is no more than the whole. */
interface Left {
  readonly whole: 'households' | 'area';
  readonly done: ClearanceField;
}

/** What captions say is left, and of which whole; undefined where they say nothing of the kind. */
export function leftOf(path: readonly Caption[]): Left | undefined {
  const isOther = path.some((c) => NOT_LEFT.some((tag) => has(c, tag)));
  const subject = subjectOf(path);
  if (isOther || (subject !== 'household' && subject !== 'area')) return undefined;
  const words = unaccent(path.map(({ text }) => text).join(' '));
  const stage = LEFT.find(([said]) => said.test(words))?.[1];
  const done = stage && FIELD[subject][stage];
  return done && { whole: subject === 'household' ? 'households' : 'area', done };
}

const NOT_LEFT = ELSEWHERE.filter((tag) => tag !== 'not-yet' && tag !== 'remaining');
/** Data, without accents. "Không đồng ý", "không có đất ở" are no stage that is left. */
const LEFT: readonly (readonly [RegExp, Stage])[] = [
  [/\bchua (?:ban giao|giao)\b/, 'handed-over'],
  [/\bchua (?:chi tra|nhan tien|duoc chi tra)\b/, 'paid'],
  [/\bchua (?:duoc )?kiem dem\b/, 'inventoried'],
  [/\bchua (?:duoc )?phe duyet\b/, 'approved'],
  [/\bcon (?:lai|vuong)\b/, 'handed-over'],
];

/** Whether a caption says this; no caption says nothing. */
export const has = (caption: Caption | undefined, tag: CaptionTag): boolean =>
  caption?.tags.has(tag) ?? false;

/** What captions count; an amount's unit in one of them says money. */
export function subjectOf(path: readonly Caption[]): Subject | undefined {
  for (const caption of path.toReversed()) {
    const subject = SUBJECTS.find((tag) => has(caption, tag));
    if (subject) return subject;
    if (has(caption, 'planned') || has(caption, 'disbursed')) return 'money';
    if (caption === path.at(-1) && caption.unit !== undefined) return 'money';
    if (caption.hectares || /\bm2\b/.test(caption.text.replace('²', '2'))) return 'area';
  }
  return undefined;
}

/** How far what captions count has come: the innermost stage that they name, else all of it. */
export function stageOf(path: readonly Caption[]): Stage {
  for (const caption of path.toReversed()) {
    const stage = STAGES.find((tag) => has(caption, tag));
    if (stage) return stage;
    if (has(caption, 'total') || has(caption, 'affected')) return 'total';
  }
  return 'total';
}

const SQUARE_METRES_PER_HECTARE = 10_000n;

/** A number under these captions in m², as a reading gives areas, where they say hectares; else as it is. */
export function inSquareMetres(value: Decimal, path: readonly Caption[]): Decimal {
  return path.some(({ hectares }) => hectares)
    ? { ...value, coefficient: value.coefficient * SQUARE_METRES_PER_HECTARE }
    : value;
}

import { CLEARANCE_FIELDS, PLAN_TYPES, type PlanType } from '@thongvon/kernel';
import { columnLetters } from '../sheet/grid';
import type { Source } from '../vocabulary/sources';

export const TEXT_FIELDS = [
  'ordinal',
  'name',
  'code',
  'owner',
  'field',
  'group',
  'source',
  'plan-type',
  'note',
  'blocker',
  'responsible-unit',
  'due',
  'location',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

export const AMOUNT_FIELDS = [
  'planned',
  'disbursed',
  'completed',
  'advance',
  'recovered',
  'estimate',
  'total-investment',
] as const;
export type AmountField = (typeof AMOUNT_FIELDS)[number];

/** Changes of an amount that has no column for what it is after them: of the plan, since last month, and given back. */
export const CHANGE_FIELDS = [
  'planned-increase',
  'planned-decrease',
  'disbursed-increase',
  'disbursed-decrease',
] as const;
export type ChangeField = (typeof CHANGE_FIELDS)[number];

/** What is taken away, however its column writes it. */
export const isDecrease = (field: ChangeField): boolean => field.endsWith('-decrease');

/** The amount that a change makes more or less. */
export const CHANGED_FIELD: Readonly<Record<ChangeField, AmountField>> = {
  'planned-increase': 'planned',
  'planned-decrease': 'planned',
  'disbursed-increase': 'disbursed',
  'disbursed-decrease': 'disbursed',
};

export { CLEARANCE_FIELDS };
export type ClearanceField = (typeof CLEARANCE_FIELDS)[number];

/** What a column of a table means. `all` is a total over plan types; without a source, a total over sources. */
export type Meaning =
  | { readonly field: TextField | ChangeField | ClearanceField | 'rate' | 'ignored' }
  | {
      readonly field: AmountField;
      readonly planType: PlanType | 'all';
      readonly source?: Source;
      /** Of `all`, where a person has said so: other plans are spent before this year's. */
      readonly othersFirst?: true;
    };

export type AmountMeaning = Extract<Meaning, { planType: unknown }>;

const AMOUNTS: ReadonlySet<string> = new Set([
  ...AMOUNT_FIELDS,
  ...CHANGE_FIELDS,
  'compensation',
  'compensated',
]);
const TEXTS: ReadonlySet<string> = new Set([...TEXT_FIELDS, 'ignored']);

/** Whether a column of this meaning holds money. */
export const isAmount = ({ field }: Meaning): boolean => AMOUNTS.has(field);

/** Whether it holds numbers: money, counts, areas, rates. */
export const isNumeric = ({ field }: Meaning): boolean => !TEXTS.has(field);

export const IGNORED: Meaning = { field: 'ignored' };

const OTHERS_FIRST = 'others-first';

/** As the reading shows it and as an answer gives it: "planned", "planned:carried-over", "planned:current-year:lottery". */
export function formatMeaning(meaning: Meaning): string {
  if (!('planType' in meaning)) return meaning.field;
  if (meaning.othersFirst) return `${meaning.field}:all:${OTHERS_FIRST}`;
  if (meaning.source) return `${meaning.field}:${meaning.planType}:${meaning.source.code}`;
  return meaning.planType === 'current-year' ? meaning.field : `${meaning.field}:${meaning.planType}`;
}

/** The answer that gives columns their meanings: "D=planned,E=ignored". */
export function answerOf(meanings: readonly (readonly [number, Meaning])[]): string {
  return meanings.map(([column, meaning]) => `${columnLetters(column)}=${formatMeaning(meaning)}`).join(',');
}

/** Reads what `formatMeaning` writes; undefined for anything else. A source's label is `label`, or its code. */
export function parseMeaning(text: string, label?: string): Meaning | undefined {
  const [field = '', planType = 'current-year', source] = text.split(':');
  const amount = AMOUNT_FIELDS.find((f) => f === field);
  if (amount) {
    const type = planType === 'all' ? 'all' : PLAN_TYPES.find((p) => p === planType);
    if (!type) return undefined;
    if (type === 'all' && source === OTHERS_FIRST)
      return { field: amount, planType: type, othersFirst: true };
    return {
      field: amount,
      planType: type,
      ...(source ? { source: { code: source, label: label ?? source } } : {}),
    };
  }
  const plain = [
    ...TEXT_FIELDS,
    ...CHANGE_FIELDS,
    ...CLEARANCE_FIELDS,
    'rate' as const,
    'ignored' as const,
  ].find((f) => f === field);
  return plain && !text.includes(':') ? { field: plain } : undefined;
}

import type { Caption } from '../header/caption';
import type { AssignmentInput } from './assignment';
import { goesToYearEnd, type Features } from './features';
import { CHANGES, ownMeasure } from '../header/column-content';
import type { ChangeField, Meaning } from '../model/meaning';
import { planCountedFrom, type PlanReading } from './witness';

/** Columns of this year's plan and of cumulative figures; not a period's, not last week's, not of another year. */
export function isMeant(f: Features): boolean {
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

/** Whether a column holds one of the payments that make a disbursement. */
export const isComponent = ({ measure }: Features): boolean =>
  measure === 'completed' || measure === 'advance' || measure === 'recovered';

/**
 * Where a plan shows itself before and after an adjustment, the amounts after it count; without those, a column that
 * says nothing of adjustments comes before the one from the start of the year.
 */
export function preferVersion(columns: readonly Features[]): readonly Features[] {
  return columns.filter((f) => {
    const same = columns.filter((other) => other.planType === f.planType);
    if (same.some((other) => other.version === 'after')) return f.version === 'after';
    return f.version !== 'before' || same.every((other) => other.version === 'before');
  });
}

/** The column that holds the plan as it is now, and the changes that must be added to it. */
export interface CurrentPlan {
  readonly column: number;
  readonly changes: ReadonlyMap<number, Meaning>;
}

interface Candidate extends PlanReading, CurrentPlan {}

/** "Điều chỉnh", "Tăng", "Giảm": a column that changes a plan, or the plan as changed. */
export function isChange({ version }: Features): boolean {
  return version === 'increase' || version === 'decrease' || version === 'adjustment';
}

/**
 * The plan of a table that shows changes next to it: "Kế hoạch năm 2021 | Kế hoạch năm 2021 điều chỉnh". Undefined when
 * neither captions, nor the table's rates and remainders tell whether the second is the new amount, a change that must
 * be added, or a part of the first.
 */
export function currentPlan(
  winner: Features,
  own: readonly Features[],
  input: AssignmentInput,
): CurrentPlan | undefined {
  const alone: CurrentPlan = { column: winner.column, changes: new Map() };
  const changes = changesBeside(winner, own, input);
  if (changes.length === 0) return alone;
  if (isSurelyBefore(winner, changes, input)) return withChanges(winner, changes);
  return planCountedFrom(candidatesOf(winner, changes, input), input);
}

/** Changes of the same plan that this amount doesn't hold already. */
export function changesBeside(
  winner: Features,
  own: readonly Features[],
  { figures }: AssignmentInput,
): readonly Features[] {
  const same = own.filter((f) => f !== winner && f.planType === winner.planType);
  const isNew = winner.version === undefined && same.some((f) => f.version === 'before');
  if (winner.version === 'after' || isNew) return [];
  const group = winner.path.slice(0, -1);
  return same.filter(
    (f) =>
      isChange(f) &&
      !f.ofWhich &&
      !f.midTerm &&
      !f.otherYear &&
      // "Tổng số" over "Đầu năm" and "Bổ sung" holds them.
      !(winner.total && group.length > 0 && group.every((caption, i) => f.path[i] === caption)) &&
      (winner.version === 'before' ||
        [...figures.column(f.column).values()].some(
          (c) => c.state !== 'value' || c.value.coefficient !== 0n,
        )),
  );
}

/** A plan from before, and changes that can only be that: increases, decreases, or amounts below zero. */
function isSurelyBefore(winner: Features, changes: readonly Features[], input: AssignmentInput): boolean {
  return (
    winner.version === 'before' &&
    changes.every((f) => f.version !== 'adjustment' || hasNegatives(f, input)) &&
    withChanges(winner, changes) !== undefined
  );
}

function candidatesOf(winner: Features, changes: readonly Features[], input: AssignmentInput): Candidate[] {
  const term = (column: number): PlanReading['terms'][number] => ({ column, sign: 1 });
  const instead = changes.filter((f) => f.version === 'adjustment' && !hasNegatives(f, input));
  const added = withChanges(winner, changes);
  return [
    ...(winner.version === 'before'
      ? []
      : [{ column: winner.column, changes: NONE, terms: [term(winner.column)] }]),
    ...instead.map(({ column }) => ({ column, changes: NONE, terms: [term(column)] })),
    ...(added
      ? [
          {
            ...added,
            terms: [
              term(winner.column),
              ...changes.map(({ column, version }) => ({
                column,
                sign: version === 'decrease' ? (-1 as const) : (1 as const),
              })),
            ],
          },
        ]
      : []),
  ];
}

const NONE: CurrentPlan['changes'] = new Map();

/** At most one column of increases and one of decreases, over all sources; undefined where they can't be distinguished. */
function withChanges({ column }: Features, changes: readonly Features[]): CurrentPlan | undefined {
  const fields = changes.map((f) => [f.column, changeField(f)] as const);
  const distinct = new Set(fields.map(([, field]) => field));
  if (distinct.size < fields.length || changes.some((f) => f.source !== undefined)) return undefined;
  return { column, changes: new Map(fields.map(([changed, field]) => [changed, { field }])) };
}

/** A column of adjustments adds what it says, which may be less than zero. */
export function changeField({ version }: Features): ChangeField {
  return version === 'decrease' ? 'planned-decrease' : 'planned-increase';
}

function hasNegatives({ column }: Features, { figures }: AssignmentInput): boolean {
  return [...figures.column(column).values()].some((c) => c.state === 'value' && c.value.coefficient < 0n);
}

import { compareDecimals, unaccent } from '@thongvon/kernel';
import type { AmountField, ChangeField, Meaning } from '../model/meaning';
import type { AssignmentInput, ColumnQuestion } from './assignment';
import { type Features, goesToYearEnd, goesUpTo, isChange, lastDayIn } from './features';
import { isRunning, runningTotal } from './turns';
import { planCountedFrom, type PlanReading } from './witness';

type Reason = (
  candidates: readonly Features[],
  field: AmountField,
  input: AssignmentInput,
) => readonly Features[];

const only =
  (wanted: (f: Features) => boolean): Reason =>
  (candidates) =>
    candidates.filter(wanted);

/** Reasons that decide between columns, the strongest first. A reason that fits none or all decides nothing. */
const REASONS: readonly Reason[] = [
  (candidates, _field, { figures }) => candidates.filter((f) => figures.column(f.column).size > 0),
  ofTreasury,
  countedFrom,
  outstanding,
  // What is expected by the end of the plan year says more than what is expected of a month.
  (candidates, field) => (field === 'estimate' ? candidates.filter(goesToYearEnd) : candidates),
  // "Ước chi trong tháng 9" is a part of what is expected by a day.
  (candidates, field) => (field === 'estimate' ? candidates.filter((f) => f.time !== 'period') : candidates),
  (candidates, field, { asOf }) =>
    field === 'planned'
      ? candidates
      : candidates.filter((f) => asOf !== undefined && goesUpTo(f, asOf) === true),
  // A date that isn't the return's own is an earlier week's.
  (candidates, field, { asOf }) =>
    field === 'planned' || asOf === undefined
      ? candidates
      : candidates.filter((f) => goesUpTo(f, asOf) !== false),
  latestDate,
  latestOfSeries,
  (candidates, field) =>
    field === 'planned' ? candidates : candidates.filter((f) => f.time === 'cumulative'),
  (candidates, field, { figures }) => (field === 'planned' ? runningTotal(candidates, figures) : candidates),
  only((f) => f.total),
  only((f) => f.thisYear),
  sumOfOthers,
  oneOfEqual,
];

/** The one column that a slot means, or the question that its captions leave open. */
export function competeForSlot(
  candidates: readonly Features[],
  field: AmountField,
  input: AssignmentInput,
): { winner?: Features; question?: ColumnQuestion['why'] } {
  let left = candidates;
  for (const reason of REASONS) {
    if (left.length <= 1) break;
    const chosen = reason(left, field, input);
    if (chosen.length > 0) left = chosen;
  }
  const [winner] = left;
  if (left.length > 1) return { question: 'competing' };
  return winner ? { winner } : {};
}

const TREASURY = /\b(?:co quan thanh toan|co quan kiem soat|kho bac|kbnn)\b/;

/** "Số liệu của chủ đầu tư | Số liệu của cơ quan thanh toán": in its own statement the Treasury's count. */
function ofTreasury(
  candidates: readonly Features[],
  _field: AmountField,
  { kind }: AssignmentInput,
): readonly Features[] {
  if (kind !== 'treasury') return candidates;
  const own = candidates.filter(({ path }) => path.some(({ text }) => TREASURY.test(unaccent(text))));
  return own.length > 0 ? own : candidates;
}

/** Of several plans the one that the table's own rates and remainders count from. */
function countedFrom(
  candidates: readonly Features[],
  field: AmountField,
  input: AssignmentInput,
): readonly Features[] {
  if (field !== 'planned' || isOneSource(candidates)) return candidates;
  const readings = candidates.map((f) => ({ f, terms: [{ column: f.column, sign: 1 as const }] }));
  const found = planCountedFrom(readings, input);
  return found ? [found.f] : candidates;
}

/** A rate divides by the whole plan, not by one of the columns of one source. */
function isOneSource([first, ...others]: readonly Features[]): boolean {
  return first?.source !== undefined && others.every(({ source }) => source?.code === first.source?.code);
}

/** What counts as disbursed is the advance that isn't recovered yet, not all that was ever advanced (decree 254/2025). */
function outstanding(candidates: readonly Features[], field: AmountField): readonly Features[] {
  if (field !== 'advance') return candidates;
  return candidates.filter((f) =>
    /\b(?:du|chua thu hoi|con lai|chua hoan)\b/.test(unaccent(f.path.at(-1)?.text ?? '')),
  );
}

/** Among columns that each state a date, the latest: the others are earlier weeks. */
function latestDate(candidates: readonly Features[]): readonly Features[] {
  const dates = candidates.map(lastDayIn);
  if (dates.some((date) => date === undefined) || new Set(dates).size < 2) return [];
  const latest = dates.reduce((a, b) => ((a ?? '') > (b ?? '') ? a : b));
  return candidates.filter((f) => lastDayIn(f) === latest);
}

/** "Giải ngân đến tuần 24", "… đến tuần 25": captions that only differ in their week, of which the last counts. */
function latestOfSeries(candidates: readonly Features[], field: AmountField): readonly Features[] {
  if (field === 'planned') return [];
  const texts = candidates.map((f) => unaccent(f.path.map(({ text }) => text).join(' / ')));
  const numbers = texts.map((text) => Number(PERIOD.exec(text)?.[1]));
  const alike = new Set(texts.map((text) => text.replace(PERIOD, ''))).size === 1;
  const latest = Math.max(...numbers);
  return alike && Number.isFinite(latest) ? candidates.filter((_, i) => numbers[i] === latest) : [];
}

const PERIOD = /\b(?:tuan|thang|ky|t)\s*(\d{1,2})\b/;

/** "TTg giao | ĐP giao" with the same amounts in every row: whichever is taken, nothing is read otherwise. */
function oneOfEqual(
  candidates: readonly Features[],
  _field: AmountField,
  { figures }: AssignmentInput,
): readonly Features[] {
  const [first, ...others] = candidates.map(({ column }) => figures.column(column));
  const same = others.every(
    (other) =>
      other.size === first?.size &&
      [...first].every(([row, cell]) => {
        const beside = other.get(row);
        return (
          cell.state === 'value' &&
          beside?.state === 'value' &&
          compareDecimals(cell.value, beside.value) === 0
        );
      }),
  );
  return same ? candidates.slice(0, 1) : [];
}

/** The column that the row of column numbers makes the sum of the others. */
function sumOfOthers(
  candidates: readonly Features[],
  _field: AmountField,
  { header }: AssignmentInput,
): readonly Features[] {
  const labelOf = new Map(header.numbers.map((n) => [n.column, n.label]));
  return candidates.filter((f) => {
    const terms = header.numbers.find((n) => n.column === f.column)?.sum?.map((term) => term.label);
    return (
      terms !== undefined &&
      candidates.every((other) => other === f || terms.includes(labelOf.get(other.column) ?? ''))
    );
  });
}

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
interface CurrentPlan {
  readonly column: number;
  readonly changes: ReadonlyMap<number, Meaning>;
}

interface Candidate extends PlanReading, CurrentPlan {}

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
  const counted = planCountedFrom(candidatesOf(winner, changes, input), input);
  if (!isSurelyBefore(winner, changes, input)) return counted;
  // What the captions say and the table counts otherwise is asked about.
  return planCountedFrom([{ terms: [{ column: winner.column, sign: 1 }] }], input)
    ? counted
    : withChanges(winner, changes);
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
      // "QĐ 5546: giảm vốn | TỔNG KHV ĐÃ GIAO": what is added up behind its changes holds them.
      !(isRunning(winner) && f.column < winner.column) &&
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

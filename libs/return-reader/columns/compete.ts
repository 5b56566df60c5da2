import { unaccent, compareDecimals } from '@thongvon/kernel';
import { goesToYearEnd, goesUpTo, lastDayIn, type Features } from './features';
import type { AssignmentInput, ColumnQuestion } from './assignment';
import type { AmountField } from '../model/meaning';
import { planCountedFrom } from './witness';

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
  countedFrom,
  outstanding,
  // What is expected by the end of the plan year says more than what is expected of a month.
  (candidates, field) => (field === 'estimate' ? candidates.filter(goesToYearEnd) : candidates),
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

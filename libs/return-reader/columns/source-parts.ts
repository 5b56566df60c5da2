import {
  absDecimal,
  addDecimals,
  compareDecimals,
  halfOfLastDigit,
  negateDecimal,
  timesInteger,
  ZERO_DECIMAL,
} from '@thongvon/kernel';
import type { Caption } from '../header/caption';
import { ownMeasure, saysDecision } from '../header/column-content';
import { namesComponent } from '../rows/labels';
import type { Figures } from './figures';
import type { NumberCell } from './number-cell';
import { type Source, sourceOf } from '../vocabulary/sources';
import type { AssignmentInput } from './assignment';
import type { Features } from './features';

export type Part = Features & { readonly source: Source };

/** Parts the columns of one measure into totals and parts by source. */
export function sourceParts(
  columns: readonly Features[],
  input: AssignmentInput,
): { totals: readonly Features[]; parts: readonly Part[] } {
  const labelled = columns.map((f) => ({ f, source: f.source ?? unknownSource(f, columns, input) }));
  const totals = labelled.filter(({ source }) => !source).map(({ f }) => f);
  const parts = labelled.flatMap(({ f, source }) =>
    source && !isCostComponent(f) ? [{ ...f, source }] : [],
  );
  const outer = withoutInnerParts(parts);
  const alternatives = outer.filter((part) => isAlternativeTotal(part, totals, outer, input));
  return {
    totals: [...totals, ...columns.filter((f) => alternatives.some(({ column }) => column === f.column))],
    parts: outer.filter((part) => !alternatives.includes(part)),
  };
}

/** A caption under a group that says nothing known is the name of a source nobody has listed yet. */
function unknownSource(
  f: Features,
  columns: readonly Features[],
  { header }: AssignmentInput,
): Source | undefined {
  const leaf = f.path.at(-1);
  if (!leaf || f.path.length < 2 || f.total || f.thisYear || f.time === 'period' || f.planType)
    return undefined;
  if (leaf.tags.has('of-which') || ownMeasure(leaf) !== undefined || isMeaningful(leaf)) return undefined;
  // "QĐ 5546 ngày 24/12/2025" gave it, "đến 31/10" is when.
  if (saysDecision(leaf) || saysWhen(leaf)) return undefined;
  const siblings = columns.some((other) => other !== f && other.path[0] === f.path[0]);
  // Next to "KLHT" and "Tạm ứng" the columns are kinds of payment, not sources.
  const parents = f.path.slice(0, -1);
  const ofKinds = header.columns.some(({ path }) => {
    const inner = path.at(-1);
    const measure = inner && ownMeasure(inner);
    return parents.every((c, i) => path[i] === c) && (measure === 'completed' || measure === 'advance');
  });
  if (ofKinds) return undefined;
  return siblings ? sourceOf(leaf.text) : undefined;
}

const saysWhen = ({ tags, dates, days, upTo }: Caption): boolean =>
  tags.has('up-to') || dates.length > 0 || days.length > 0 || upTo !== undefined;

function isMeaningful(caption: Caption): boolean {
  return (
    caption.known > 0.5 &&
    caption.source === undefined &&
    !caption.tags.has('assigned') &&
    !caption.tags.has('programme') &&
    !caption.tags.has('location')
  );
}

function isCostComponent(f: Features): boolean {
  const leaf = f.path.at(-1);
  return leaf !== undefined && f.source === undefined && namesComponent(leaf.text);
}

/** Where a source has a subtotal of its own, that subtotal is the part and its columns are not added again. */
function withoutInnerParts(parts: readonly Part[]): readonly Part[] {
  const subtotals = parts.filter((part) => part.total);
  return parts.filter(
    (part) =>
      part.total ||
      !subtotals.some((subtotal) => {
        const prefix = subtotal.path.slice(0, -1);
        return (
          part.planType === subtotal.planType &&
          prefix.length > 1 &&
          prefix.every((c, i) => part.path[i] === c)
        );
      }),
  );
}

/**
 * "Tỉnh giao" next to "Huyện giao" can be two parts of a plan or two whole plans (the province's and the district's).
 * They are parts only if they add up to a total; otherwise a person must say which of them counts.
 */
function isAlternativeTotal(
  part: Part,
  totals: readonly Features[],
  parts: readonly Part[],
  { header, figures }: AssignmentInput,
): boolean {
  if (!part.path.some((caption) => caption.tags.has('assigned'))) return false;
  const total = totals.find((f) => f.path[0] === part.path[0]);
  if (!total) return true;
  const label = header.numbers.find((n) => n.column === part.column)?.label;
  const formula = header.numbers.find((n) => n.column === total.column)?.sum;
  if (formula && label !== undefined) return !formula.some((term) => term.label === label);
  const siblings = parts.filter((p) => p.path[0] === part.path[0]).map((p) => p.column);
  return relationOf(figures, total.column, siblings).relation !== 'sum';
}

/** How a total relates to its parts over the rows of a table. */
type Relation = 'sum' | 'less' | 'differs' | 'unknown';

/** Compares a total column with parts on every row where the total and some part can be read. */
export function relationOf(
  figures: Figures,
  total: number,
  parts: readonly number[],
): { relation: Relation; matches: number; rows: number } {
  let matches = 0;
  let less = 0;
  let rows = 0;
  for (const [row, whole] of figures.column(total)) {
    const check = compareRow(
      whole,
      parts.map((part) => figures.at(row, part)),
    );
    if (check === undefined) continue;
    rows += 1;
    if (check === 0) matches += 1;
    else if (check > 0) less += 1;
  }
  if (rows === 0) return { relation: 'unknown', matches, rows };
  if (matches * 2 > rows) return { relation: 'sum', matches, rows };
  return { relation: less + matches === rows ? 'less' : 'differs', matches, rows };
}

/**
 * 0 when the whole is the sum of its parts within rounding, positive when it is more, negative when it is less;
 * undefined when it can't be said. Rows of zeros only say nothing.
 */
function compareRow(whole: NumberCell, parts: readonly NumberCell[]): number | undefined {
  if (whole.state !== 'value') return undefined;
  if (parts.some((part) => part.state === 'unreadable' || part.state === 'ambiguous')) return undefined;
  const values = parts.flatMap((part) => (part.state === 'value' ? [part] : []));
  if (values.length === 0 || [whole, ...values].every((v) => v.value.coefficient === 0n)) return undefined;
  const sum = values.reduce((total, part) => addDecimals(total, part.value), ZERO_DECIMAL);
  const difference = addDecimals(whole.value, negateDecimal(sum));
  const decimals = Math.max(whole.decimals, ...values.map((v) => v.decimals));
  const tolerance = timesInteger(halfOfLastDigit(decimals), values.length + 1);
  if (compareDecimals(absDecimal(difference), tolerance) <= 0 && values.length > 1) return 0;
  return compareDecimals(difference, ZERO_DECIMAL);
}

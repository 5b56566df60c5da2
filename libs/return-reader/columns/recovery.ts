import { unaccent } from '@thongvon/kernel';
import type { Figures } from './figures';
import { addDecimals, negateDecimal } from '../values/decimals';
import type { AssignmentInput, ColumnQuestion } from './assignment';
import type { Features } from './features';
import { IGNORED, type AmountField, type Meaning } from '../model/meaning';
import { fittingSums, rowsWithAmount, type Term } from './witness';

/**
 * What is disbursed: work paid for, and advances not yet recovered (decree 254/2025). Recovering moves money from the
 * one to the other, so that next to "Thu hồi tạm ứng" the column "Tạm ứng" is either all that was ever advanced, of which
 * what was recovered is taken off (`subtracted`), or what is left of it already (`kept`).
 */
type Definition = 'subtracted' | 'kept';
const DEFINITIONS: readonly Definition[] = ['subtracted', 'kept'];

/** The columns of one plan type that make a disbursement. */
interface Payments {
  readonly completed: number | undefined;
  readonly advance: number | undefined;
  readonly recovered: number;
}

/** Amounts that were recovered are written as such, or with a minus: what is added to the advances then. */
export function signOfRecovered(figures: Figures, column: number): 1 | -1 {
  const values = [...figures.column(column).values()].flatMap((cell) =>
    cell.state === 'value' && cell.value.coefficient !== 0n ? [cell.value.coefficient] : [],
  );
  return values.length > 0 && values.every((coefficient) => coefficient < 0n) ? 1 : -1;
}

/** Decides for every column of recovered advances whether it is taken off, by what the table itself counts; else asks. */
export function settleRecoveries(
  features: readonly Features[],
  input: AssignmentInput,
  meanings: Map<number, Meaning>,
  questions: ColumnQuestion[],
): void {
  for (const [column, meaning] of [...meanings]) {
    if (meaning.field !== 'recovered' || !('planType' in meaning) || input.answered.has(column)) continue;
    const find = (field: AmountField): number | undefined =>
      [...meanings].find(
        ([, other]) =>
          other.field === field &&
          'planType' in other &&
          other.planType === meaning.planType &&
          other.source?.code === meaning.source?.code,
      )?.[0];
    const payments = { completed: find('completed'), advance: find('advance'), recovered: column };
    if (!input.figures.column(column).size) {
      meanings.set(column, IGNORED);
      continue;
    }
    const definition =
      byTable(payments, find('disbursed'), features, input, meanings) ??
      byCaptions(payments, find('disbursed'), features, input);
    if (definition !== 'subtracted') meanings.set(column, IGNORED);
    if (definition !== undefined) continue;
    const { completed, advance } = payments;
    const columns = [completed, advance, column].flatMap((c) => c ?? []);
    questions.push({ field: 'disbursed', columns, why: 'recovery' });
  }
}

/** By the total, the rates and the remainders of the table, on the rows where something was recovered. */
function byTable(
  payments: Payments,
  total: number | undefined,
  features: readonly Features[],
  input: AssignmentInput,
  meanings: ReadonlyMap<number, Meaning>,
): Definition | undefined {
  const rows = rowsWithAmount(input.figures, payments.recovered);
  const fitting = fittingSums(
    DEFINITIONS.map((definition) => termsOf(definition, payments, input.figures)),
    rows,
    total,
    { features, input, meanings },
  );
  return fitting.length === 1 ? DEFINITIONS[fitting[0] ?? 0] : undefined;
}

function termsOf(
  definition: Definition,
  { completed, advance, recovered }: Payments,
  figures: Figures,
): readonly Term[] {
  return [
    ...[completed, advance].flatMap((column) => (column === undefined ? [] : [{ column, sign: 1 as const }])),
    ...(definition === 'subtracted'
      ? [{ column: recovered, sign: signOfRecovered(figures, recovered) }]
      : []),
  ];
}

/** Captions of what is left of the advances: "chưa thu hồi", "đã trừ thu hồi", not "chưa trừ thu hồi". */
export const OUTSTANDING =
  /\b(?:du|chua thu hoi|con lai|chua hoan|(?<!\b(?:chua|khong)(?: tinh| khau)? )tru (?:di )?(?:phan |so |tam ung )?(?:da )?(?:thu hoi|hoan)|sau (?:khi )?(?:da )?(?:thu hoi|hoan))\b/;
const RECOVERED = /\b(?:thu hoi|hoan)\b/;

/** The advance that isn't recovered yet says so; all that was advanced can't be less than what came back of it. */
function byCaptions(
  { advance, recovered }: Payments,
  total: number | undefined,
  features: readonly Features[],
  { figures }: AssignmentInput,
): Definition | undefined {
  const captionOf = (column: number | undefined): string =>
    unaccent(features.find((f) => f.column === column)?.path.at(-1)?.text ?? '');
  if (OUTSTANDING.test(captionOf(advance))) return 'kept';
  // A total that agrees with neither is held against both parts and asked about as a whole.
  if (total !== undefined) return 'subtracted';
  if (advance === undefined || !RECOVERED.test(captionOf(recovered))) return undefined;
  const sign = signOfRecovered(figures, recovered);
  const tooMuch = [...figures.column(recovered)].some(([row, cell]) => {
    const all = figures.at(row, advance);
    if (cell.state !== 'value' || all.state !== 'value') return false;
    return addDecimals(all.value, sign > 0 ? cell.value : negateDecimal(cell.value)).coefficient < 0n;
  });
  return tooMuch ? undefined : 'subtracted';
}

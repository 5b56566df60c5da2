import { unaccent, addDecimals, compareDecimals, negateDecimal } from '@thongvon/kernel';
import { type AmountField, IGNORED, type Meaning } from '../model/meaning';
import type { AssignmentInput, ColumnQuestion } from './assignment';
import type { Features } from './features';
import type { Figures } from './figures';
import { fittingSums, rowsWithAmount, sumOfRow, type Term } from './witness';

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

/** The columns of this year's plan, over all sources, that what was given back could be taken off. */
interface Spent {
  readonly terms: readonly Term[];
  /** Only a total, or payments that aren't split by source, can be made less by one column. */
  readonly canBeLess: boolean;
}

/**
 * "Nộp giảm chi", "Nộp trả ngân sách": what was paid out and given back. It is taken off what was disbursed, unless the
 * column of disbursements has it off already; the table's own rates and remainders, or a column of the net amount, tell
 * which. Else a person is asked (ADR 154).
 */
export function settleReturned(
  features: readonly Features[],
  input: AssignmentInput,
  meanings: Map<number, Meaning>,
  questions: ColumnQuestion[],
): void {
  for (const f of features) {
    if (f.measure !== 'returned' || meanings.has(f.column) || !isOfThisYear(f)) continue;
    const rows = rowsWithAmount(input.figures, f.column);
    if (rows.length === 0 || settledByNet(f, rows, input, meanings, questions)) continue;
    const spent = spentIn(meanings, input);
    if (spent.terms.length === 0) continue;
    const off: Term = { column: f.column, sign: signOfRecovered(input.figures, f.column) };
    const fitting = fittingSums([[...spent.terms, off], spent.terms], rows, undefined, {
      features,
      input,
      meanings,
    });
    const [only, ...more] = fitting;
    const isSettled = more.length === 0 && only !== undefined && (only === 1 || spent.canBeLess);
    if (isSettled) {
      if (only === 0) meanings.set(f.column, { field: 'disbursed-decrease' });
      continue;
    }
    const kept = spent.terms.map(({ column }) => [column, meanings.get(column) ?? IGNORED] as const);
    questions.push({
      field: 'disbursed',
      columns: [...spent.terms.map(({ column }) => column), f.column],
      why: 'returned',
      alternatives: [
        ...(spent.canBeLess
          ? [[...kept, [f.column, { field: 'disbursed-decrease' as const }] as const]]
          : []),
        [...kept, [f.column, IGNORED] as const],
      ],
    });
  }
}

/** Not what was given back of other years, in a week, or of capital carried over. */
function isOfThisYear({ time, otherYear, midTerm, planType }: Features): boolean {
  return (time === undefined || time === 'cumulative') && !otherYear && !midTerm && planType === undefined;
}

function spentIn(meanings: ReadonlyMap<number, Meaning>, { figures }: AssignmentInput): Spent {
  const of = (field: Meaning['field']): (readonly [number, Meaning])[] =>
    [...meanings].filter(
      ([column, meaning]) =>
        meaning.field === field &&
        'planType' in meaning &&
        (meaning.planType === 'current-year' || meaning.planType === 'all') &&
        rowsWithAmount(figures, column).length > 0,
    );
  const isWhole = ([, meaning]: readonly [number, Meaning]): boolean =>
    'planType' in meaning && meaning.source === undefined;
  const totals = of('disbursed');
  const used = totals.length > 0 ? totals : [...of('completed'), ...of('advance')];
  const recovered = totals.length > 0 ? [] : of('recovered').filter(isWhole);
  const whole = used.filter(isWhole);
  return {
    terms: [
      ...whole.map(([column]): Term => ({ column, sign: 1 })),
      ...recovered.map(([column]): Term => ({ column, sign: signOfRecovered(figures, column) })),
    ],
    canBeLess: whole.length === used.length && used.every(([, m]) => 'planType' in m && m.planType !== 'all'),
  };
}

/** "Giải ngân | Nộp giảm chi | Giải ngân sau nộp giảm": the column that is the other one less what was given back. */
function settledByNet(
  returned: Features,
  rows: readonly number[],
  { figures, answered }: AssignmentInput,
  meanings: Map<number, Meaning>,
  questions: ColumnQuestion[],
): boolean {
  const at = questions.findIndex(({ field, why }) => field === 'disbursed' && why === 'competing');
  const question = questions[at];
  if (!question || question.columns.some((column) => answered.has(column))) return false;
  const off: Term = { column: returned.column, sign: signOfRecovered(figures, returned.column) };
  const isNet = (net: number, gross: number): boolean =>
    [...figures.column(gross).keys()].every((row) => {
      const made = sumOfRow([{ column: gross, sign: 1 }, off], row, figures);
      const stated = figures.at(row, net);
      return made !== undefined && stated.state === 'value' && compareDecimals(made, stated.value) === 0;
    });
  const nets = question.columns.filter((net) =>
    question.columns.some((gross) => gross !== net && isNet(net, gross)),
  );
  const [net, ...more] = nets;
  if (net === undefined || more.length > 0 || question.columns.length > 2 || rows.length === 0) return false;
  meanings.set(net, question.meaning ?? { field: 'disbursed', planType: 'current-year' });
  questions.splice(at, 1);
  return true;
}

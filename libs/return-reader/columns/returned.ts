import { compareDecimals } from '../values/decimals';
import type { AssignmentInput, ColumnQuestion } from './assignment';
import type { Features } from './features';
import { IGNORED, type Meaning } from '../model/meaning';
import { signOfRecovered } from './recovery';
import { fittingSums, rowsWithAmount, sumOfRow, type Term } from './witness';

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

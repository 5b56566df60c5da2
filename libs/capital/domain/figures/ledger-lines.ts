import { matchKey, type PlanYear } from '@thongvon/kernel';
import type { LineReading, ProjectReading, SheetReading } from '@thongvon/return-reader';
import type { Basis } from './figures-query';

/** A line of a project as the ledger of figures holds it. Whole đồng as decimal texts. */
export interface LedgerLine {
  readonly basis: Basis;
  readonly plan_type: LineReading['planType'];
  readonly source_code: string;
  readonly disbursed: string | null;
  readonly completed: string | null;
  readonly advance: string | null;
  readonly cells: LineReading['cells'];
}

/** What a project's row says for the ledger: its figures, and what its owner promises for the end of the plan year. */
export function ledgerLines(
  { lines }: Pick<ProjectReading, 'lines'>,
  sheets: readonly SheetReading[],
  planYear: PlanYear,
  basis: Basis,
): LedgerLine[] {
  const reported = lines.filter(saysSomething).map((line) => figureOf(line, basis));
  // A Treasury statement promises nothing.
  if (basis !== 'reported' || lines.every(({ estimate }) => estimate === null)) return reported;
  return [...reported, ...yearEndEstimates(lines, sheets, planYear).map(estimateOf)];
}

/** A line that only repeats the plan is no figure: "not reported" is the absence of one. */
function saysSomething({ disbursed, completed, advance }: LineReading): boolean {
  return disbursed !== null || completed !== null || advance !== null;
}

function figureOf(
  { planType, source, disbursed, completed, advance, cells }: LineReading,
  basis: Basis,
): LedgerLine {
  return { basis, plan_type: planType, source_code: source, disbursed, completed, advance, cells };
}

/** What the owner says will be disbursed by the end of the plan year, dated by the return that says it. */
function estimateOf({ planType, source, estimate, cells }: LineReading): LedgerLine {
  return {
    basis: 'estimate',
    plan_type: planType,
    source_code: source,
    disbursed: estimate,
    completed: null,
    advance: null,
    cells: cells.estimate === undefined ? {} : { disbursed: cells.estimate },
  };
}

/** What is still to come, not the sum at the end. */
const STILL_TO_COME = /\b(?:tu nay|con lai|tiep theo|them)\b/;

/**
 * Whether a column's captions promise the sum disbursed by the end of the plan year, 31/1 of the next (decree 254/2025,
 * article 12). An estimate to another day, or to a day that isn't said, is not one to hold anybody to.
 */
export function isYearEndEstimate(path: readonly string[], planYear: PlanYear): boolean {
  const words = matchKey(path.join(' '));
  if (STILL_TO_COME.test(words)) return false;
  const end = new RegExp(
    `\\b(?:31 0?1 (?:${planYear + 1}|${String(planYear + 1).slice(2)})|31 thang 0?1 nam ${planYear + 1}|ca nam|ca nien do|het nien do)\\b`,
  );
  return end.test(words) || /\b31 0?1$/.test(words);
}

/** The lines whose owner says what will be disbursed by the end of the plan year. */
function yearEndEstimates(
  lines: readonly LineReading[],
  sheets: readonly SheetReading[],
  planYear: PlanYear,
): (LineReading & { readonly estimate: string })[] {
  return lines.flatMap((line) => {
    const cell = line.cells.estimate;
    if (line.estimate === null || cell === undefined) return [];
    const letters = cell.cell.replace(/\d+$/, '');
    const column = sheets
      .find(({ name }) => name === cell.sheet)
      ?.columns.find((known) => known.column === letters);
    const promised = column !== undefined && isYearEndEstimate(column.path, planYear);
    return promised ? [{ ...line, estimate: line.estimate }] : [];
  });
}

import type { PlanYear } from '@thongvon/kernel';
import type { LineReading, ProjectReading, SheetReading } from '@thongvon/return-reader';
import type { Basis } from './basis';
import { yearEndEstimates } from './year-end-estimate';

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
  const promised = basis === 'reported' ? yearEndEstimates(lines, sheets, planYear) : [];
  return [...reported, ...promised.map(estimateOf)];
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

/** Two projects' lines say the same if these are equal, whatever their order and cells. */
export function sameness(lines: readonly Omit<LedgerLine, 'cells'>[]): string {
  return lines
    .map(({ basis, plan_type, source_code, disbursed, completed, advance }) =>
      JSON.stringify([basis, plan_type, source_code, disbursed, completed, advance]),
    )
    .toSorted()
    .join('\n');
}

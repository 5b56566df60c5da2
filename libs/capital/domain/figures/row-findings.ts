import { type Dong, dongOf, type PlanType, UNSPECIFIED_SOURCE } from '@thongvon/kernel';
import type { CellRef, Finding, ProjectReading } from '@thongvon/return-reader';
import {
  grewFar,
  grewHundredfold,
  hasJumped,
  isFarFromPlan,
  overLedgerPlan,
  planDiffers,
  rateJumped,
  sourceUnplanned,
} from './findings';

/** A row against what was disbursed of its project before, and its plan in the ledger; whole đồng, null: nothing is known. */
export function againstLedgers(row: ProjectReading, before: Dong | null, ledger: Dong | null): Finding[] {
  // What counts twice differs from every ledger; its reader has reported of the one mistake that it is.
  if (row.repeated === true) return [];
  const findings: Finding[] = [];
  const disbursed = dongOf(row.disbursed);
  const stated = dongOf(row.planned);
  if (disbursed !== null && before !== null && grewFar(before, disbursed)) {
    findings.push(grewHundredfold(row.name, before, disbursed, cellOf(row, 'disbursed')));
  } else if (
    disbursed !== null &&
    before !== null &&
    ledger !== null &&
    hasJumped(before, disbursed, ledger)
  ) {
    findings.push(rateJumped(row.name, before, disbursed, ledger, cellOf(row, 'disbursed')));
  }
  // Over the plan that it states itself, the reader has asked already.
  const askedByReader = stated !== null && disbursed !== null && disbursed > stated;
  if (disbursed !== null && ledger !== null && disbursed > ledger && !askedByReader) {
    findings.push(overLedgerPlan(row.name, disbursed, ledger, cellOf(row, 'disbursed')));
  }
  if (stated !== null && ledger !== null && stated !== ledger) {
    const differs = planDiffers(row.name, stated, ledger, cellOf(row, 'planned'));
    findings.push(
      isFarFromPlan(stated, ledger) ? { ...differs, severity: 'question', asks: 'reason' } : differs,
    );
  }
  return findings;
}

/**
 * What a row says of sources of which the project has no plan, where its plan is split by source. `planned`: the plan's sources,
 * what each is called by its code; undefined: the project has no plan.
 */
export function sourcesWithoutPlan(
  row: ProjectReading,
  planned: ReadonlyMap<string, string> | undefined,
): Finding[] {
  if (row.repeated === true || planned === undefined || planned.has(UNSPECIFIED_SOURCE)) return [];
  return row.lines.flatMap(({ source, sourceLabel, disbursed, cells }) => {
    const paid = dongOf(disbursed);
    if (source === UNSPECIFIED_SOURCE || planned.has(source) || paid === null || paid === 0n) return [];
    const of = { label: sourceLabel ?? source, disbursed: paid };
    return [sourceUnplanned(row.name, of, [...planned.values()], cells.disbursed ?? row.cell)];
  });
}

/** The cell of a plan type's amount; the row's own cell when it stands in several or was derived. */
export function cellOf(
  row: ProjectReading,
  field: 'planned' | 'disbursed',
  planType: PlanType = 'current-year',
): CellRef {
  const cells = row.lines.flatMap((line) => (line.planType === planType ? (line.cells[field] ?? []) : []));
  return cells.length === 1 && cells[0] ? cells[0] : row.cell;
}

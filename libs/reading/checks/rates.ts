import { formatDecimal, type Decimal } from '@thongvon/kernel';
import { CHANGE_FIELDS } from '../columns/meaning';
import { shownText } from '@thongvon/workbooks';
import type { Findings } from '../findings';
import { slotsOf } from '../table/slots';
import { columnsOf, countingRows, type TypedTable } from '../table/typed-table';
import { toBaseUnits } from '../values/base-units';
import { roundDecimal } from '../values/decimals';
import { percentOf, readRate, statesPercent } from '../values/percent';

/** Numerator and denominator columns of a rate. */
interface Ratio {
  readonly spent: number;
  readonly plan: number;
}

/** Recomputes stated rates: by the formula of the column numbers, else disbursed ÷ planned. Also on totals. */
export function checkRates(table: TypedTable, findings: Findings): void {
  const rates = columnsOf(table, (meaning) => meaning.field === 'rate');
  for (const column of rates) {
    const formula = formulaRatio(table, column);
    if (!formula && (rates.length > 1 || isOfParts(table, column))) continue;
    const ratios = formula ? [formula] : defaultRatios(table);
    for (const { index } of countingRows(table)) checkRow(table, index, column, ratios, findings);
  }
}

function checkRow(
  table: TypedTable,
  row: number,
  column: number,
  ratios: readonly Ratio[],
  findings: Findings,
): void {
  const cell = table.raw.grid.cell(row, column);
  const place = { sheet: table.raw.grid.name, cell };
  if (cell?.value.type === 'error') {
    findings.add('cell-error-aside', place);
    return;
  }
  const stated = readRate(cell);
  if (!stated) return;
  const percents = ratios.flatMap((ratio) => {
    const spent = amountAt(table, row, ratio.spent);
    const plan = amountAt(table, row, ratio.plan);
    const percent = spent && plan ? percentOf(spent, plan) : undefined;
    return percent ? [percent] : [];
  });
  const [first] = percents;
  if (!first || percents.some((percent) => statesPercent(stated, percent))) return;
  findings.add('rate-differs', place, {
    value: shownText(stated.cell),
    rate: formatDecimal(roundDecimal(first, 2)).replace('.', ','),
  });
}

/** The amount in đồng, so that columns of different units can be divided. */
function amountAt(table: TypedTable, row: number, column: number): Decimal | undefined {
  const cell = table.figures.at(row, column);
  return cell.state === 'value' ? toBaseUnits(cell.value, cell.unit ?? table.units.get(column)) : undefined;
}

function formulaRatio({ raw: { header } }: TypedTable, column: number): Ratio | undefined {
  const ratio = header.numbers.find((n) => n.column === column)?.ratio;
  const spent = header.numbers.find((n) => n.label === ratio?.numerator)?.column;
  const plan = header.numbers.find((n) => n.label === ratio?.denominator)?.column;
  return spent !== undefined && plan !== undefined ? { spent, plan } : undefined;
}

function defaultRatios(table: TypedTable): Ratio[] {
  // An amount that is more than its column says is compared by no rate of columns.
  if (columnsOf(table, ({ field }) => CHANGE_FIELDS.some((change) => change === field)).length > 0) return [];
  const totals = (field: 'planned' | 'disbursed'): number[] =>
    slotsOf(table, field).flatMap((slot) =>
      slot.total !== undefined && (slot.planType === 'all' || slot.planType === 'current-year')
        ? [slot.total]
        : [],
    );
  return totals('disbursed').flatMap((spent) => totals('planned').map((plan) => ({ spent, plan })));
}

/** A rate under a source, a plan type or an estimate divides other columns than the totals. */
function isOfParts(table: TypedTable, column: number): boolean {
  const features = table.assignment.features.find((f) => f.column === column);
  if (!features) return false;
  return (
    features.source !== undefined ||
    features.planType !== undefined ||
    features.path.some(
      (c) =>
        c.tags.has('estimate') || c.tags.has('previous') || c.tags.has('period') || c.tags.has('remaining'),
    )
  );
}

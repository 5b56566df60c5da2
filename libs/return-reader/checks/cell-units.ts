import { cleanText, formatDong, UNIT_NAMES, type Dong } from '@thongvon/kernel';
import type { Choice, Findings } from '../findings/findings';
import type { ReadingOptions } from '../model/options';
import type { ProjectRows } from '../rows/projects';
import { nameOf } from '../sheet/grid';
import { readProjectCode } from '../table/text-columns';
import type { TypedTable } from '../table/typed-table';
import {
  isNational,
  LEAST_OF_A_YEAR,
  LEAST_OF_ANY,
  ledgerConfirms,
  maySaySmall,
  mostOfAYear,
} from './implausible-amounts';
import { dongAt, powerOf, totalColumn } from './column-units';
import { rowRates } from './rates';

/** A cell that seems typed in another unit than its column. */
interface Suspect {
  readonly row: number;
  readonly column: number;
  /** What it is held against. */
  readonly against: string;
  /** By which power of ten it is to be multiplied so that it fits. */
  readonly power: number;
}

interface Row {
  readonly row: number;
  readonly project: ProjectRows;
  readonly planned: Dong | undefined;
  /** The ledger has the project with a plan of that magnitude. */
  readonly isConfirmed: boolean;
  readonly disbursed: Dong | undefined;
  readonly investment: Dong | undefined;
}

/**
 * One cell typed in another unit than those above and below it: far from them by about a thousand, or off by exactly
 * that from the rate that its own row states. One question at the cell, with the amount that each unit would give. Gives
 * the rows that are asked about.
 */
export function askAboutCellUnits(table: TypedTable, options: ReadingOptions, findings: Findings): number[] {
  if (table.kind === 'land-clearance') return [];
  const { grid } = table.raw;
  const asked: number[] = [];
  for (const suspect of suspectsOf(table, options)) {
    const cell = grid.cell(suspect.row, suspect.column);
    const number = table.figures.at(suspect.row, suspect.column);
    const unit = (number.state === 'value' ? number.unit : undefined) ?? table.units.get(suspect.column);
    if (!cell || number.state !== 'value' || unit === undefined) continue;
    if (options.scales?.some((s) => s.sheet === grid.name && s.cell === nameOf(cell))) continue;
    asked.push(suspect.row);
    const dong = dongAt(table, suspect.row, suspect.column) ?? 0n;
    findings.add(
      'unit-of-cell',
      { sheet: grid.name, cell },
      { unit: UNIT_NAMES[unit].vi, amount: formatDong(dong), against: suspect.against },
      choicesOf(dong, suspect.power),
    );
  }
  return asked;
}

function choicesOf(dong: Dong, power: number): Choice[] {
  return [...new Set([power, Math.sign(power) * 3, Math.sign(power) * 6, 0])].map((by) => {
    const amount = formatDong(shift(dong, by));
    return {
      value: String(by),
      label: by === 0 ? `${amount} đồng: đúng như đã ghi` : `${amount} đồng`,
      labelEn: by === 0 ? `${amount} đồng: right as it is written` : `${amount} đồng`,
    };
  });
}

function suspectsOf(table: TypedTable, { known }: ReadingOptions): Suspect[] {
  const columns = {
    planned: totalColumn(table, 'planned'),
    disbursed: totalColumn(table, 'disbursed'),
    investment: totalColumn(table, 'total-investment'),
  };
  const at = (row: number, column: number | undefined): Dong | undefined =>
    column === undefined ? undefined : dongAt(table, row, column);
  const rows = table.portfolio.projects.map((project): Row => ({
    row: project.own.index,
    project,
    planned: at(project.own.index, columns.planned),
    isConfirmed: isConfirmed(project, at(project.own.index, columns.planned), known),
    disbursed: at(project.own.index, columns.disbursed),
    investment: at(project.own.index, columns.investment),
  }));
  const plans = rows.flatMap(({ planned }) => planned ?? []).sort(ascending);
  const positive = plans.filter((plan) => plan > 0n);
  const median = positive[Math.floor(positive.length / 2)];
  const rated = new Map(rowRates(table).map((rate) => [rate.row, rate]));
  return rows.flatMap((row): Suspect[] => {
    const rate = rated.get(row.row);
    const power = rate && powerOf(rate);
    if (rate && power !== undefined) {
      const { plan, spent } = rate.ratio;
      const ofPlan = !row.isConfirmed && isFar(row.planned, median);
      return [
        {
          row: row.row,
          column: ofPlan ? plan : spent,
          against: 'tỷ lệ ghi ở dòng đó',
          power: ofPlan ? -power : power,
        },
      ];
    }
    if (columns.planned === undefined) return [];
    const others = othersThan(row.planned, plans, positive);
    const off = row.isConfirmed ? undefined : offFromNeighbours(row, others, table.kind === 'plan' ? 1 : 2);
    return off === undefined
      ? overPlan(row, columns)
      : [{ row: row.row, column: columns.planned, against: 'kế hoạch của các dự án khác', power: off }];
  });
}

function isConfirmed(
  { own, node }: ProjectRows,
  planned: Dong | undefined,
  known: ReadingOptions['known'],
): boolean {
  if (planned === undefined || planned <= 0n) return false;
  const code = own.codeCell ? (readProjectCode(own.codeCell)?.code ?? null) : null;
  return ledgerConfirms({ code, name: cleanText(node.label) }, planned, known) === true;
}

const ascending = (a: Dong, b: Dong): number => (a < b ? -1 : a > b ? 1 : 0);

/** What is asked of the plans of all other projects. */
interface Others {
  readonly count: number;
  readonly median: Dong | undefined;
  readonly largest: Dong | undefined;
}

/** Without looking at them all again for each project: `plans` and those above zero are sorted. */
function othersThan(own: Dong | undefined, plans: readonly Dong[], positive: readonly Dong[]): Others {
  const largest = plans.at(-1);
  const count = own === undefined ? plans.length : plans.length - 1;
  const isPositive = own !== undefined && own > 0n;
  const middle = Math.floor((isPositive ? positive.length - 1 : positive.length) / 2);
  const median = positive[middle];
  // Without one that stands before or at the middle, the next one is in its place.
  const isBefore = isPositive && median !== undefined && own <= median;
  return {
    count,
    median: isBefore ? positive[middle + 1] : isPositive && positive.length === 1 ? undefined : median,
    largest: own !== undefined && own === largest ? plans.at(-2) : largest,
  };
}

const FAR = 300n;

function isFar(amount: Dong | undefined, median: Dong | undefined): boolean {
  if (amount === undefined || median === undefined || amount <= 0n) return false;
  return amount > median * FAR || amount * FAR < median;
}

/**
 * A plan that is about a thousand times as large or small as those of most others, and as no works of its kind is, or a
 * hundred times as large as the next largest. What a decision plans enters the ledger: one other row is enough there.
 */
function offFromNeighbours(
  { planned, disbursed, investment, project }: Row,
  { count, median, largest }: Others,
  least: number,
): number | undefined {
  if (planned === undefined || median === undefined || count < least || !isFar(planned, median))
    return undefined;
  const { label, row } = project.node;
  const sign = planned > median ? -1 : 1;
  const power = [3, 6, 9].find((by) => {
    const shifted = shift(planned, sign * by);
    return shifted * 20n >= median && shifted <= median * 20n;
  });
  if (power === undefined) return undefined;
  if (sign < 0) {
    const most = investment ?? mostOfAYear(label) ?? LARGEST;
    const standsOut = investment === undefined && !isNational(label) && planned >= (largest ?? 0n) * NEXT;
    return planned > most || standsOut ? -power : undefined;
  }
  const small = [label, row.source, ...headingsOf(project)].some((text) => maySaySmall(text));
  const fits = investment === undefined || shift(planned, power) <= investment;
  return planned < (mostOfAYear(label) === undefined ? LEAST_OF_ANY : LEAST_OF_A_YEAR) &&
    !small &&
    fits &&
    (disbursed ?? 0n) <= planned
    ? power
    : undefined;
}

/** By how many times the largest plan is far from the next. */
const NEXT = 100n;

/** No local works takes as much in a year, whatever its kind. */
const LARGEST: Dong = 20_000_000_000_000n;

/** A hundred times the plan is no overspending. */
function overPlan(
  { row, planned, disbursed }: Row,
  columns: { readonly planned: number | undefined; readonly disbursed: number | undefined },
): Suspect[] {
  if (columns.disbursed === undefined || !planned || !disbursed || planned < 0n) return [];
  if (disbursed < planned * 100n) return [];
  const power = [3, 6, 9].find((by) => shift(disbursed, -by) <= planned) ?? 9;
  return [{ row, column: columns.disbursed, against: 'kế hoạch của chính dự án', power: -power }];
}

const shift = (amount: Dong, power: number): Dong =>
  power >= 0 ? amount * 10n ** BigInt(power) : amount / 10n ** BigInt(-power);

function headingsOf({ node }: ProjectRows): string[] {
  const labels: string[] = [];
  for (let parent = node.parent; parent; parent = parent.parent) labels.push(parent.label);
  return labels;
}

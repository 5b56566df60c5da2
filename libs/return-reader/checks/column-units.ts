import {
  AMOUNT_UNITS,
  type AmountUnit,
  type Decimal,
  type Dong,
  DONG_PER_UNIT,
  formatDong,
  formatPercent,
  formatRate,
  toDong,
  UNIT_NAMES,
  timesPowerOfTen,
} from '@thongvon/kernel';
import { answeredUnit } from '../columns/assignment';
import type { Choice, Findings } from '../findings/findings';
import type { ReadingOptions } from '../model/options';
import { columnLetters } from '../sheet/grid';
import { readProjectCode } from '../table/text-columns';
import { columnsOf, slotsOf, type TypedTable } from '../table/typed-table';
import { statesPercent } from '../columns/figures';
import { knownKey, LEAST_OF_A_YEAR, mostOfAYear } from './implausible-amounts';
import { rowRates, type Ratio, type RowRate } from './rates';

/**
 * One column in another unit than those next to it: stated rates are off by exactly a thousand, a million or a billion in
 * most rows, or most projects have disbursed far more than their plan. That is one question about the column, not a
 * warning or a reason per row. Says whether it is asked.
 */
export function askAboutColumnUnits(
  table: TypedTable,
  { known, units }: ReadingOptions,
  findings: Findings,
): boolean {
  if (table.kind === 'land-clearance' || table.kind === 'plan') return false;
  const off = offByRates(table) ?? offByAmounts(table) ?? unlikelyAmounts(table, known?.disbursed ?? {});
  if (!off || (off.unlikely && isConfirmed(table, off.ratio.spent, units ?? []))) return false;
  const { grid, header } = table.raw;
  const plan = isPlanAtFault(table, off.ratio, known?.planned ?? {});
  const [column, other] = plan ? [off.ratio.plan, off.ratio.spent] : [off.ratio.spent, off.ratio.plan];
  const row = header.columns.find((c) => c.column === column)?.row ?? header.top;
  const unit = table.units.get(column);
  const choices = [
    ...choicesFor(table, column, plan, off),
    ...choicesFor(table, other, !plan, off),
    ...(off.unlikely ? keepChoice(table, off.ratio.spent) : []),
  ];
  findings.add(
    off.unlikely ? 'unit-of-column-unlikely' : 'unit-of-column',
    { sheet: grid.name, cell: grid.cell(row, column), at: { row, column } },
    {
      column: columnLetters(column),
      unit: unit === undefined ? '' : UNIT_NAMES[unit].vi,
      other: columnLetters(other),
    },
    choices,
  );
  return true;
}

/** Two columns that don't fit each other, and by which power of ten what was spent is too small. */
interface Off {
  readonly ratio: Ratio;
  readonly powers: readonly number[];
  /** It may be true all the same: a person may say that the unit is right. */
  readonly unlikely?: boolean;
}

const POWERS = [3, 6, 9, -3, -6, -9];

/** The columns whose stated rates are off by one power of a thousand in most rows that say anything. */
function offByRates(table: TypedTable): Off | undefined {
  const rates = rowRates(table).filter(({ percents }) => percents.some((p) => p.coefficient !== 0n));
  const off = rates.flatMap((rate) => {
    const power = powerOf(rate);
    return power === undefined ? [] : [{ ...rate, power }];
  });
  const found = POWERS.map((power) => off.filter((rate) => rate.power === power)).find(
    (same) => same.length * 2 > rates.length,
  );
  const [first] = found ?? [];
  return first && { ratio: first.ratio, powers: [first.power] };
}

/** By which power of ten the amounts are off from a stated rate; undefined where they agree, or differ otherwise. */
export function powerOf({ stated, percents }: RowRate): number | undefined {
  if (percents.some((percent) => statesPercent(stated, percent))) return undefined;
  return POWERS.find((power) =>
    percents.some((percent) => {
      const shifted = timesPowerOfTen(percent, power);
      // Below one per cent the rounding of a stated rate agrees with too much.
      return shifted.coefficient >= 10n ** BigInt(shifted.scale) && statesPercent(stated, shifted);
    }),
  );
}

/** Between overspending, for which there can be a reason, and a unit that is wrong by a thousand. */
const FAR = 30n;

/** The columns of totals, where most projects that have disbursed anything have disbursed many times their plan. */
function offByAmounts(table: TypedTable): Off | undefined {
  const spent = totalColumn(table, 'disbursed');
  const plan = totalColumn(table, 'planned');
  if (spent === undefined || plan === undefined) return undefined;
  const rows = bothAmounts(table, spent, plan);
  const far = rows.filter((row) => row.spent > row.plan * FAR);
  return far.length * 2 > rows.length ? { ratio: { spent, plan }, powers: [-3, -6, -9] } : undefined;
}

/** The projects that have a plan and have disbursed something. */
function bothAmounts(table: TypedTable, spent: number, plan: number): { spent: Dong; plan: Dong }[] {
  return table.portfolio.projects.flatMap(({ own }) => {
    const amounts = [dongAt(table, own.index, spent), dongAt(table, own.index, plan)] as const;
    return amounts[0] !== undefined && amounts[1] !== undefined && amounts[0] > 0n && amounts[1] > 0n
      ? [{ spent: amounts[0], plan: amounts[1] }]
      : [];
  });
}

/** A few rows may be overspent, or hardly begun; not most of a table, nor all. */
const FEWEST = 3;
/** Less than a five-hundredth of its plan is a first payment of one project, not what all of a table have had. */
const LITTLE = 500n;

/**
 * Without a rate, a ledger or a last return: most projects have disbursed more than their plan, or all that have disbursed
 * anything next to nothing of it. Stated rates that agree say that it is so.
 */
function unlikelyAmounts(table: TypedTable, last: Readonly<Record<string, string | null>>): Off | undefined {
  // What was disbursed is held against the last return where there is one (checks/unit-magnitude.ts).
  if (Object.values(last).some((amount) => amount !== null && amount !== '0')) return undefined;
  const spent = totalColumn(table, 'disbursed');
  const plan = totalColumn(table, 'planned');
  if (spent === undefined || plan === undefined) return undefined;
  const rows = bothAmounts(table, spent, plan);
  if (rows.length < FEWEST) return undefined;
  const agreeing = rowRates(table).some(({ stated, percents }) =>
    percents.some((percent) => percent.coefficient !== 0n && statesPercent(stated, percent)),
  );
  if (agreeing) return undefined;
  const over = rows.filter((row) => row.spent > row.plan).length * 2 > rows.length;
  const little = rows.every((row) => row.spent * LITTLE < row.plan);
  if (!over && !little) return undefined;
  return { ratio: { spent, plan }, powers: over ? [-3, -6, -9] : [3, 6, 9], unlikely: true };
}

/** A person has said that the column is in the unit in which it is read. */
function isConfirmed(
  { raw, units }: TypedTable,
  column: number,
  answers: NonNullable<ReadingOptions['units']>,
): boolean {
  const answered = raw.header.columns.find((c) => c.column === column);
  return (
    answered !== undefined &&
    answeredUnit(raw.grid.name, answered, { units: answers })?.unit === units.get(column)
  );
}

function keepChoice(table: TypedTable, column: number): Choice[] {
  const unit = table.units.get(column);
  if (unit === undefined) return [];
  const columns = columnsLike(table, column);
  const letters = columns.map(columnLetters).join(', ');
  return [
    {
      value: columns.map((one) => `${columnLetters(one)}=${unit}`).join(','),
      label: `Đúng là ${UNIT_NAMES[unit].vi}: số ở cột ${letters} đã được kiểm tra`,
      labelEn: `It is in ${UNIT_NAMES[unit].en}: column ${letters} has been checked`,
    },
  ];
}

/** The column of this year’s amounts over all sources, be it over all plan types; undefined where there is none. */
export function totalColumn(
  table: TypedTable,
  field: 'planned' | 'disbursed' | 'total-investment',
): number | undefined {
  return slotsOf(table, field).find(({ planType }) => planType === 'current-year' || planType === 'all')
    ?.total;
}

/** Whether it is the plan that doesn't fit the ledger, the investments, or what works of that kind take; else what was spent. */
function isPlanAtFault(
  table: TypedTable,
  { plan }: Ratio,
  ledger: Readonly<Record<string, string | null>>,
): boolean {
  const investment = totalColumn(table, 'total-investment');
  const projects = table.portfolio.projects.flatMap(({ own, node }) => {
    const planned = dongAt(table, own.index, plan);
    if (planned === undefined || planned === 0n) return [];
    const code = own.codeCell ? (readProjectCode(own.codeCell)?.code ?? null) : null;
    const booked = ledger[knownKey({ code, name: node.label })] ?? null;
    if (booked !== null) return [planned * FAR < BigInt(booked) || planned > BigInt(booked) * FAR];
    const whole = investment === undefined ? undefined : dongAt(table, own.index, investment);
    const most = whole ?? mostOfAYear(node.label);
    return [planned < LEAST_OF_A_YEAR || (most !== undefined && planned > most)];
  });
  return projects.filter((unlikely) => unlikely).length * 2 > projects.length;
}

/** The column, and those of the same measure that are read in the same unit without saying so themselves. */
function columnsLike(table: TypedTable, column: number): number[] {
  const spent = ['disbursed', 'completed', 'advance'];
  const field = table.meanings.get(column)?.field ?? 'disbursed';
  const fields = spent.includes(field) ? spent : [field];
  const statesUnit = (other: number): boolean =>
    table.raw.header.columns.some((c) => c.column === other && c.path.some(({ unit }) => unit !== undefined));
  return columnsOf(table, (meaning) => fields.includes(meaning.field)).filter(
    (other) =>
      other === column ||
      (table.units.get(other) === table.units.get(column) && statesUnit(other) === statesUnit(column)),
  );
}

/** The units in which the column, and those of the same measure, would fit the other, each with its total and rate. */
function choicesFor(table: TypedTable, column: number, plan: boolean, { ratio, powers }: Off): Choice[] {
  const unit = table.units.get(column);
  const columns = columnsLike(table, column);
  return AMOUNT_UNITS.filter(
    (other) => unit && powers.includes(powerBetween(unit, other) * (plan ? -1 : 1)),
  ).map((other) => {
    const total = sumOf(table, column, other);
    const against = plan ? ratio.spent : ratio.plan;
    const fixed = sumOf(table, against, table.units.get(against));
    const rate = plan ? formatRate(fixed, total) : formatRate(total, fixed);
    const letters = columns.map(columnLetters).join(', ');
    return {
      value: columns.map((one) => `${columnLetters(one)}=${other}`).join(','),
      label: `Cột ${letters} ghi theo ${UNIT_NAMES[other].vi}: tổng ${formatDong(total)} đồng, tỷ lệ ${formatPercent(rate ?? '')}`,
      labelEn: `Column ${letters} is in ${UNIT_NAMES[other].en}: ${formatDong(total)} đồng in all, rate ${rate ?? ''} %`,
    };
  });
}

/** By which power of ten one unit is larger than another. */
function powerBetween(from: AmountUnit, to: AmountUnit): number {
  return String(DONG_PER_UNIT[to]).length - String(DONG_PER_UNIT[from]).length;
}

function sumOf(table: TypedTable, column: number, unit: AmountUnit | undefined): Dong {
  return table.portfolio.projects
    .flatMap(({ own, split, lines }) => (split ? [own] : lines))
    .reduce((sum, { index }) => sum + (dongAt(table, index, column, unit) ?? 0n), 0n);
}

/** The amount of a cell in whole đồng, in the column’s unit unless `unit` is another; undefined where it can’t be read. */
export function dongAt(
  table: TypedTable,
  row: number,
  column: number,
  unit: AmountUnit | undefined = table.units.get(column),
): Dong | undefined {
  const cell = table.figures.at(row, column);
  if (cell.state !== 'value') return undefined;
  const value: Decimal = cell.value;
  const of = cell.unit ?? unit;
  return of === undefined ? undefined : toDong(value, of).value;
}

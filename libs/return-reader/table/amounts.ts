import {
  type AmountUnit,
  type Dong,
  formatDong,
  halfOfLastDigit,
  shownDecimal,
  timesInteger,
  toDong,
  UNIT_NAMES,
} from '@thongvon/kernel';
import type { CellModel, RowModel } from '@thongvon/workbook-io';
import { answeredUnit } from '../columns/assignment';
import { type Figures, isPercentFormat, thousandsHidden } from '../columns/figures';
import type { NumberCell, NumberValue } from '../columns/number-cell';
import { unitOfCells } from '../columns/units-of-cells';
import type { MessageId } from '../findings/catalogue';
import { type Findings, messageOf, unitChoices } from '../findings/findings';
import type { HeaderColumn, RawTable } from '../header/tables';
import { CHANGE_FIELDS } from '../model/meaning';
import type { ReadingOptions } from '../model/options';
import { columnLetters, type Grid, isFilled, statementsOf, textOf } from '../sheet/grid';
import { announcesUnit, unitsStated } from '../vocabulary/units';
import { saysConvention, twoReadings } from './two-readings';
import type { TypedTable } from './typed-table';

interface TableUnits {
  readonly table: AmountUnit | undefined;
  readonly columns: ReadonlyMap<number, AmountUnit | undefined>;
}

/**
 * The unit of each amount column: answered for the column, stated in its caption, answered for the sheet, or stated
 * above the table. `inherited` is that of the table above on the same sheet. Questions where none or several are stated.
 */
export function unitsOfColumns(
  { raw, figures }: { readonly raw: RawTable; readonly figures: Figures },
  columns: readonly number[],
  inherited: AmountUnit | undefined,
  options: ReadingOptions,
  findings: Findings,
): TableUnits {
  const { grid, header, above } = raw;
  const answers = options.units?.filter((u) => u.sheet === grid.name) ?? [];
  const captions = new Map(
    header.columns.map((c) => [c.column, c.path.findLast((caption) => caption.unit !== undefined)?.unit]),
  );
  const stated = statedUnits(grid, above);
  const distinct = [...new Set(stated.map((s) => s.unit))];
  const ofSheet = answers.find((u) => u.column === undefined && !(u.unlessStated && distinct.length === 1));
  const table =
    ofSheet?.unit ?? (distinct.length === 1 ? distinct[0] : distinct.length === 0 ? inherited : undefined);
  const units = new Map(
    columns.map((column) => [
      column,
      answeredUnit(grid.name, { column, path: pathOf(raw, column) }, options)?.unit ??
        (ofSheet?.confirmed === true ? ofSheet.unit : undefined) ??
        captions.get(column) ??
        table ??
        // "942,3456 tr", "212.346.330 đ": each cell says its own.
        unitOfCells(figures.column(column)),
    ]),
  );
  if ([...units.values()].some((unit) => unit === undefined)) {
    const choices = unitChoices();
    if (distinct.length > 1) {
      const names = distinct.map((unit) => UNIT_NAMES[unit].vi).join(', ');
      findings.add(
        'unit-conflict',
        { sheet: grid.name, cell: stated.at(-1)?.cell },
        { units: names },
        choices,
      );
    } else {
      const at = { row: header.top, column: [...units].find(([, unit]) => unit === undefined)?.[0] ?? 0 };
      findings.add('unit-unknown', { sheet: grid.name, cell: grid.seen(at.row, at.column), at }, {}, choices);
    }
  }
  return { table, columns: units };
}

function pathOf({ header }: RawTable, column: number): HeaderColumn['path'] {
  return header.columns.find((c) => c.column === column)?.path ?? [];
}

interface StatedUnit {
  readonly unit: AmountUnit;
  readonly cell: CellModel;
}

/** Every unit of amount that the rows above a table state, with its cell; usually one. */
export function statedUnits(grid: Grid, above: readonly RowModel[]): StatedUnit[] {
  return statementsOf(above).flatMap(({ text, cell }) => {
    const units = unitsStated(text);
    if (units.length > 0) return units.map((unit) => ({ unit, cell }));
    if (!announcesUnit(text)) return [];
    // "Đơn vị tính:" with the unit in the next filled cell of the row.
    const next = grid.row(cell.row)?.cells.find((other) => other.column > cell.column && isFilled(other));
    return unitsStated(textOf(next)).map((unit) => ({ unit, cell: next ?? cell }));
  });
}

/** An amount as a cell gives it. `null` when the cell is blank, not applicable or can't be read. */
interface Amount {
  readonly dong: Dong | null;
  readonly state: 'value' | 'blank' | 'not-applicable' | 'unreadable';
  readonly cell: CellModel | undefined;
}

/** An amount of a column that isn't read, and by how many đồng the digits that its cell doesn't show may differ. */
type Glance = Pick<Amount, 'dong' | 'cell'> & { readonly rounding: Dong };

/** Changes, and what was taken back of an advance, which some write with a minus. */
const MAY_BE_NEGATIVE = [...CHANGE_FIELDS, 'recovered'] as const;

/** Reads amounts of one table in whole đồng and says, once per cell, what is wrong with it. */
export class AmountReader {
  private readonly reported = new Set<CellModel>();
  private readonly formatReported = new Set<number>();
  private readonly columnsAsked = new Set<number>();

  constructor(
    private readonly table: TypedTable,
    private readonly options: ReadingOptions,
    private readonly findings: Findings,
  ) {}

  get sheet(): string {
    return this.table.raw.grid.name;
  }

  /** `aside` amounts are shown but enter no sum, so that what is wrong with them is only a warning. */
  read(row: number, column: number, aside = false): Amount {
    const cell = this.table.raw.grid.cell(row, column);
    const number = amountIn(this.table.figures.at(row, column));
    if (cell && !this.reported.has(cell)) {
      this.reported.add(cell);
      this.tell(number, cell, column, aside);
    }
    switch (number.state) {
      case 'value':
        return this.inDong(number, column);
      case 'blank':
      case 'not-applicable':
        return { dong: null, state: number.state, cell };
      default:
        return { dong: null, state: 'unreadable', cell };
    }
  }

  /** What a cell says of a column that isn't read, in its own unit or that of the column beside it; nothing is said of it. */
  glance(row: number, column: number, beside: number): Glance {
    const number = amountIn(this.table.figures.at(row, column));
    const cell = this.table.raw.grid.cell(row, column);
    if (number.state !== 'value') return { dong: null, cell, rounding: 0n };
    const ofColumn = captionUnit(this.table, column) ?? this.table.units.get(beside);
    const last = { ...number, value: timesInteger(halfOfLastDigit(this.finestIn(column)), 2) };
    return {
      ...this.inDong(number, column, ofColumn),
      // Of a whole đồng no half: it is exact.
      rounding: (this.inDong(last, column, ofColumn).dong ?? 0n) / 2n,
    };
  }

  /** How many decimals a column is written to: of "21" next to "21,5" it is one. */
  private finestIn(column: number): number {
    const cells = [...this.table.figures.column(column).values()];
    return Math.max(0, ...cells.map((cell) => (cell.state === 'value' ? cell.decimals : 0)));
  }

  private inDong(number: NumberValue, column: number, beside?: AmountUnit): Amount {
    const unit = number.unit ?? this.table.units.get(column) ?? beside;
    if (!unit) return { dong: null, state: 'unreadable', cell: number.cell };
    return { dong: toDong(number.value, unit).value, state: 'value', cell: number.cell };
  }

  private tell(number: NumberCell, cell: CellModel, column: number, aside: boolean): void {
    const place = { sheet: this.sheet, cell };
    const params = { column: columnLetters(column) };
    if (cell.computed) this.findings.add('formula-computed', place);
    if (number.state === 'ambiguous') {
      this.askOnce(number, place, column);
    }
    if (number.state === 'unreadable') {
      const id = (
        {
          'not-a-number': 'not-a-number',
          'cell-error': 'cell-error',
          'no-value': 'formula-without-value',
          percent: 'percent-amount',
        } as const
      )[number.why];
      this.findings.add(aside ? `${id}-aside` : id, place, params);
    }
    if (number.state !== 'value') return;
    // Cumulative amounts of a line are never negative (contract, 3).
    if (
      number.value.coefficient < 0n &&
      !aside &&
      !MAY_BE_NEGATIVE.some((field) => field === this.table.meanings.get(column)?.field)
    )
      this.findings.add('negative', place, { value: shownDecimal(number.value) });
    this.tellUnit(number, cell, column);
  }

  /**
   * One question for all columns whose texts say nothing: a person's answer about one is a text that is read in one way, and holds for the others
   * too. One for each column whose other texts contradict each other.
   */
  private askOnce(
    number: Extract<NumberCell, { state: 'ambiguous' }>,
    place: { sheet: string; cell: CellModel },
    column: number,
  ): void {
    if (this.columnsAsked.has(column)) return;
    this.columnsAsked.add(column);
    const cells = [...this.table.figures.column(column).values()];
    const more = cells.filter(({ state }) => state === 'ambiguous').length - 1;
    const isContradictory = cells.some(saysConvention);
    if (!isContradictory && this.findings.list.some((found) => SHARED.has(messageOf(found)))) return;
    const { choices, params } = twoReadings(number, column, this.table, isContradictory ? '-here' : '');
    const id = isContradictory ? 'ambiguous-alone' : more > 0 ? 'ambiguous-column' : 'ambiguous';
    this.findings.add(id, place, { ...params, column: columnLetters(column), more }, choices);
  }

  private tellUnit(number: NumberValue, cell: CellModel, column: number): void {
    const unit = this.table.units.get(column);
    const place = { sheet: this.sheet, cell };
    const typed = number.ofRow ? undefined : (number.typedUnit ?? number.unit);
    if (typed && unit && typed !== unit && !(number.typedUnit && unit === number.unit))
      this.findings.add('unit-in-cell', place, { unit: UNIT_NAMES[unit].vi });
    else if (typed)
      this.findings.add('unit-typed', place, {
        amount: formatDong(toDong(number.value, number.unit ?? typed).value),
      });
    if (cell.value.type !== 'number' || thousandsHidden(cell.format) === 0 || this.formatReported.has(column))
      return;
    const { columns } = this.table.raw.header;
    const path = columns.find((c) => c.column === column)?.path ?? [];
    if (answeredUnit(this.sheet, { column, path }, this.options)) return;
    this.formatReported.add(column);
    this.findings.add('unit-in-format', place, { column: columnLetters(column) }, unitChoices());
  }
}

/** Questions whose answer holds for the whole file. */
const SHARED: ReadonlySet<MessageId | undefined> = new Set<MessageId>(['ambiguous', 'ambiguous-column']);

const captionUnit = ({ raw }: TypedTable, column: number): AmountUnit | undefined =>
  raw.header.columns.find((c) => c.column === column)?.path.findLast(({ unit }) => unit !== undefined)?.unit;

/** A share is no amount: "31 %" in a column of money is 0,31 inside. Zero of whatever is zero. */
function amountIn(number: NumberCell): NumberCell {
  if (number.state !== 'value' || number.cell.value.type !== 'number') return number;
  if (number.value.coefficient === 0n || !isPercentFormat(number.cell.format)) return number;
  return { state: 'unreadable', why: 'percent', cell: number.cell };
}

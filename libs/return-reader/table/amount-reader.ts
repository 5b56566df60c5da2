import { type Decimal, type Dong, formatDecimal, formatDong, toDong, UNIT_NAMES } from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { answeredUnit } from '../columns/assignment';
import { CHANGE_FIELDS } from '../model/meaning';
import { type Choice, type Findings, unitChoices } from '../findings/findings';
import type { ReadingOptions } from '../model/options';
import { columnLetters } from '../sheet/grid';
import { isPercentFormat, type NumberCell, type NumberValue, thousandsHidden } from '../values/number-column';
import type { TypedTable } from './typed-table';

/** An amount as a cell gives it. `null` when the cell is blank, not applicable or can't be read. */
export interface Amount {
  readonly dong: Dong | null;
  readonly state: 'value' | 'blank' | 'not-applicable' | 'unreadable';
  readonly cell: CellModel | undefined;
}

/** Changes, and what was taken back of an advance, which some write with a minus. */
const MAY_BE_NEGATIVE = [...CHANGE_FIELDS, 'recovered'] as const;

/** Reads amounts of one table in whole đồng and says, once per cell, what is wrong with it. */
export class AmountReader {
  private readonly reported = new Set<CellModel>();
  private readonly formatReported = new Set<number>();

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

  private inDong(number: NumberValue, column: number): Amount {
    const unit = number.unit ?? this.table.units.get(column);
    if (!unit) return { dong: null, state: 'unreadable', cell: number.cell };
    return { dong: toDong(number.value, unit).value, state: 'value', cell: number.cell };
  }

  private tell(number: NumberCell, cell: CellModel, column: number, aside: boolean): void {
    const place = { sheet: this.sheet, cell };
    const params = { column: columnLetters(column) };
    if (cell.computed) this.findings.add('formula-computed', place);
    if (number.state === 'ambiguous') {
      const { choices, first, second } = this.ambiguityChoices(number.readings, column);
      this.findings.add('ambiguous', place, { first, second }, choices);
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
      this.findings.add('negative', place);
    this.tellUnit(number, cell, column);
  }

  private tellUnit(number: NumberValue, cell: CellModel, column: number): void {
    const unit = this.table.units.get(column);
    const place = { sheet: this.sheet, cell };
    if (number.unit && unit && number.unit !== unit)
      this.findings.add('unit-in-cell', place, { unit: UNIT_NAMES[unit].vi });
    if (cell.value.type !== 'number' || thousandsHidden(cell.format) === 0 || this.formatReported.has(column))
      return;
    const { columns } = this.table.raw.header;
    const path = columns.find((c) => c.column === column)?.path ?? [];
    if (answeredUnit(this.sheet, { column, path }, this.options)) return;
    this.formatReported.add(column);
    this.findings.add('unit-in-format', place, { column: columnLetters(column) }, unitChoices());
  }

  private ambiguityChoices(
    readings: Extract<NumberCell, { state: 'ambiguous' }>['readings'],
    column: number,
  ): { choices: Choice[]; first: string; second: string } {
    const unit = this.table.units.get(column);
    const said = (value: Decimal): string =>
      unit ? `${formatDong(toDong(value, unit).value)} đồng` : formatDecimal(value).replace('.', ',');
    const comma = said(readings['decimal-comma'].value);
    const dot = said(readings['decimal-dot'].value);
    return {
      first: comma,
      second: dot,
      choices: [
        { value: 'decimal-comma', label: comma, labelEn: comma },
        { value: 'decimal-dot', label: dot, labelEn: dot },
      ],
    };
  }
}

/** A share is no amount: "31 %" in a column of money is 0,31 inside. Zero of whatever is zero. */
function amountIn(number: NumberCell): NumberCell {
  if (number.state !== 'value' || number.cell.value.type !== 'number') return number;
  if (number.value.coefficient === 0n || !isPercentFormat(number.cell.format)) return number;
  return { state: 'unreadable', why: 'percent', cell: number.cell };
}

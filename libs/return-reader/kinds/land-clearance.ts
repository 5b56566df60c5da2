import {
  cleanText,
  type Decimal,
  formatDecimal,
  matchKey,
  parsePlainDate,
  type PlainDate,
  plainDateFromSerial,
  plainDateOf,
  scaleToInteger,
} from '@thongvon/kernel';
import type { CellModel } from '@thongvon/workbook-io';
import { inSquareMetres } from '../columns/clearance-captions';
import type { Findings } from '../findings/findings';
import { CLEARANCE_FIELDS, type ClearanceField } from '../model/meaning';
import type { CellRef, LandClearanceReading } from '../model/reading';
import { isTotalLabel } from '../rows/labels';
import type { ProjectRows } from '../rows/projects';
import type { TableRow } from '../rows/table-row';
import { shownValue, textOf } from '../sheet/grid';
import type { AmountReader } from '../table/amounts';
import type { ReadyTable } from '../table/line-amount';
import { columnsOf, type TypedTable } from '../table/typed-table';
import { datesIn, daysIn } from '../values/dates';
import { obstacleIn } from '../vocabulary/obstacles';
import { checkOrder } from './clearance-order';
import { identify, refOf, Repetitions, textAt } from './project-identity';

/** What a row says, and the cell that names its project. */
interface ReadRow {
  readonly reading: LandClearanceReading;
  readonly cell: CellModel | undefined;
}

interface SeenRow extends ReadRow {
  readonly table: ReadyTable;
}

/** What a reading calls each field. */
const KEYS: Readonly<Record<ClearanceField, keyof LandClearanceReading>> = {
  households: 'households',
  inventoried: 'inventoried',
  approved: 'approved',
  paid: 'paid',
  'handed-over': 'handedOver',
  area: 'area',
  'area-handed-over': 'areaHandedOver',
  graves: 'graves',
  compensation: 'compensation',
  compensated: 'compensated',
};
const FIGURES = Object.values(KEYS);

/** Gathers the land-clearance rows of all tables; what two of them say of one project is not counted twice. */
export class ClearanceRows {
  readonly readings: LandClearanceReading[] = [];
  private readonly seen = new Map<string, SeenRow[]>();
  private readonly repetitions: Repetitions;

  constructor(
    private readonly date1904: boolean,
    private readonly findings: Findings,
  ) {
    this.repetitions = new Repetitions(findings, 'clearance-repeated');
  }

  addTable(ready: ReadyTable): void {
    const { table, reader, shared } = ready;
    this.repetitions.count(table.raw, table.portfolio.projects.length);
    for (const row of readLandClearance(table, reader, this.date1904, this.findings)) {
      if (shared && !tellsOfClearance(row.reading)) continue;
      this.checkRepeated({ ...row, table: ready });
      this.readings.push(row.reading);
    }
  }

  /** Tells of projects that another sheet repeats, once all tables have been added. */
  tellRepeated(): void {
    this.repetitions.tell();
  }

  /** Households in one table and land in another belong together; the same figure in both would be added up. */
  private checkRepeated(row: SeenRow): void {
    const { reading, cell, table } = row;
    const key = `${reading.code ?? matchKey(reading.name)}|${matchKey(reading.segment ?? '')}`;
    const known = this.seen.get(key) ?? [];
    this.seen.set(key, [...known, row]);
    const first = known.find((other) => other.table !== table && overlaps(other.reading, reading));
    if (!first) return;
    this.repetitions.add({
      project: reading.name,
      table: table.table.raw,
      cell,
      first: { sheet: first.table.table.raw.grid.name, cell: first.cell },
    });
  }
}

function overlaps(a: LandClearanceReading, b: LandClearanceReading): boolean {
  return FIGURES.some((key) => a[key] !== null && b[key] !== null);
}

/** In a table that is also a disbursement return, projects that need no land have "x" or nothing here. */
function tellsOfClearance(row: LandClearanceReading): boolean {
  return FIGURES.some((key) => row[key] !== null);
}

/** A row of a project, and the part of the project that it tells of; undefined: the whole. */
interface ReportedRow {
  readonly row: TableRow;
  readonly segment: string | undefined;
}

/** Reads the rows of one land-clearance table: each project's own, and those of its parts beneath or next to it. */
function readLandClearance(
  table: TypedTable,
  reader: AmountReader,
  date1904: boolean,
  findings: Findings,
): ReadRow[] {
  return table.portfolio.projects.flatMap((project) => {
    const identity = identify(project, table, findings);
    return reportedRows(project, table).flatMap((reported) => {
      const reading = readRow(reported, identity, table, reader, date1904, findings);
      const says = reported.row === project.own || Object.keys(reading.cells).length > 0;
      return says ? [{ reading, cell: identity.codeCell ?? identity.cell }] : [];
    });
  });
}

/**
 * A road that crosses several communes, or is cleared in batches, stands in several rows: parts beneath its own row, or
 * rows under a merged name that a column of places distinguishes.
 */
function reportedRows({ own, node }: ProjectRows, table: TypedTable): ReportedRow[] {
  const beneath = node.children.map(({ row, label }) => ({ row, segment: cleanText(label) }));
  const beside = node.continuations
    .map((row) => ({ row, segment: placeOf(row, table) }))
    .filter(({ segment }) => segment === undefined || !isTotalLabel(segment));
  const itself = beside.length > 0 ? placeOf(own, table) : undefined;
  return [{ row: own, segment: itself }, ...beside, ...beneath];
}

const placeOf = (row: TableRow, table: TypedTable): string | undefined =>
  textAt(table, row.index, 'location') ?? undefined;

function readRow(
  { row, segment }: ReportedRow,
  { code, name }: Pick<LandClearanceReading, 'code' | 'name'>,
  table: TypedTable,
  reader: AmountReader,
  date1904: boolean,
  findings: Findings,
): LandClearanceReading {
  const sheet = table.raw.grid.name;
  const cells: Partial<Record<string, CellRef>> = {};
  const values = new Map<ClearanceField, Decimal>();
  for (const field of CLEARANCE_FIELDS) {
    const [column] = columnsOf(table, (meaning) => meaning.field === field);
    if (column === undefined) continue;
    const cell = table.raw.grid.cell(row.index, column);
    const value = valueOf(field, row.index, column, table, reader, findings);
    if (value) values.set(field, value);
    if (value && cell) cells[KEYS[field]] = refOf(sheet, cell);
  }
  checkOrder(values, row, segment === undefined ? name : `${name}, ${segment}`, table, findings);
  const remark = textAt(table, row.index, 'note');
  // Beside a column of blockers, notes are notes.
  const namesBlocker =
    remark !== null && !table.texts.has('blocker') && obstacleIn(notePath(table), remark) === 'blocker';
  const blocker = namesBlocker ? remark : textAt(table, row.index, 'blocker');
  const note = namesBlocker ? null : remark;
  const due = dueOf(table, row.index, date1904, findings);
  noteCell(cells, table, row.index, 'blocker');
  noteCell(cells, table, row.index, 'due');
  if (remark !== null) noteCell(cells, table, row.index, 'note', namesBlocker ? 'blocker' : 'note');
  const count = (field: ClearanceField): number | null => {
    const value = values.get(field);
    return value ? Number(scaleToInteger(value, 1n).value) : null;
  };
  const text = (field: ClearanceField): string | null => {
    const value = values.get(field);
    return value ? formatDecimal(value) : null;
  };
  return {
    code,
    name,
    ...(segment === undefined ? {} : { segment }),
    households: count('households'),
    inventoried: count('inventoried'),
    approved: count('approved'),
    paid: count('paid'),
    handedOver: count('handed-over'),
    area: text('area'),
    areaHandedOver: text('area-handed-over'),
    graves: count('graves'),
    compensation: text('compensation'),
    compensated: text('compensated'),
    blocker,
    ...(note === null ? {} : { note }),
    responsibleUnit: textAt(table, row.index, 'responsible-unit'),
    due,
    cells,
  };
}

const notePath = ({ raw, texts }: TypedTable): string[] =>
  raw.header.columns.find(({ column }) => column === texts.get('note'))?.path.map(({ text }) => text) ?? [];

/** Counts are whole and not negative, areas in m², compensation in đồng. */
function valueOf(
  field: ClearanceField,
  row: number,
  column: number,
  table: TypedTable,
  reader: AmountReader,
  findings: Findings,
): Decimal | undefined {
  const sheet = table.raw.grid.name;
  const cell = table.raw.grid.cell(row, column);
  if (field === 'compensation' || field === 'compensated') {
    const { dong } = reader.read(row, column);
    return dong === null ? undefined : { coefficient: dong, scale: 0 };
  }
  const number = table.figures.at(row, column);
  if (number.state === 'blank' || number.state === 'not-applicable') return undefined;
  if (number.state === 'ambiguous') {
    reader.read(row, column);
    return undefined;
  }
  const isArea = field === 'area' || field === 'area-handed-over';
  const whole = number.state === 'value' && (isArea || number.value.scale === 0);
  if (number.state !== 'value' || !whole || number.value.coefficient < 0n) {
    findings.add('count-not-a-number', { sheet, cell });
    return undefined;
  }
  const path = table.raw.header.columns.find((c) => c.column === column)?.path;
  return isArea ? inSquareMetres(number.value, path ?? []) : number.value;
}

/** A due date as a date cell or as text; a day without a year belongs to the plan year. */
function dueOf(table: TypedTable, row: number, date1904: boolean, findings: Findings): PlainDate | null {
  const column = table.texts.get('due');
  const cell = column === undefined ? undefined : table.raw.grid.seen(row, column);
  if (!cell) return null;
  if (cell.value.type === 'number' && cell.isDate)
    return plainDateFromSerial(cell.value.number, date1904) ?? null;
  const text = textOf(cell);
  if (text === '' || /^[-–—x]$/i.test(text)) return null;
  const dates = datesIn(text);
  const only = dates.length === 1 ? dates[0]?.date : parsePlainDate(text);
  if (only) return only;
  const [day, ...more] = dates.length === 0 ? daysIn(text) : [];
  if (day && more.length === 0 && table.planYear !== undefined) {
    const date = plainDateOf(table.planYear, day.month, day.day);
    if (date) return date;
  }
  findings.add('due-unknown', { sheet: table.raw.grid.name, cell }, { value: shownValue(cell) ?? '' });
  return null;
}

function noteCell(
  cells: Partial<Record<string, CellRef>>,
  table: TypedTable,
  row: number,
  field: 'blocker' | 'due' | 'note',
  key = field,
): void {
  const column = table.texts.get(field);
  const cell = column === undefined ? undefined : table.raw.grid.seen(row, column);
  if (cell) cells[key] = refOf(table.raw.grid.name, cell);
}

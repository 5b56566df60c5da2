import type { CellModel, RowModel } from '@thongvon/workbook-io';
import { Findings } from '../findings/findings';
import { readCaption } from '../header/caption';
import type { Header, HeaderColumn, RawTable, SurveyedSheet } from '../header/tables';
import { namesProject, ownMeasure } from '../header/column-content';
import { AmountProjects } from '../kinds/amount-projects';
import type { ProjectReading } from '../model/reading';
import { textOf } from '../sheet/grid';
import { AmountReader } from '../table/amounts';
import type { ReadyTable } from '../table/line-amount';

/**
 * A second table next to the first, on the same rows: whichever way such a sheet is cut, rows of one would be read with
 * amounts of the other (walks/reading.md, R1). It must be moved; a table beneath another one is read.
 */
export function reportOtherTables({ grid, tables }: SurveyedSheet, findings: Findings): void {
  const own = tables.filter(({ kind }) => kind !== undefined).map(({ raw }) => raw);
  for (const raw of own) {
    const first = own.find((other) => other.header.bottom < raw.header.top && sharesRows(other, raw));
    const cell = first ? firstCaption(raw.header, grid) : (secondName(raw) ?? headerAmongRows(raw));
    if (!cell) continue;
    findings.add('other-tables', { sheet: grid.name, cell });
    return;
  }
}

const isMeasure = ({ path }: Pick<HeaderColumn, 'path'>): boolean =>
  path.some((caption) => {
    const measure = ownMeasure(caption);
    return measure !== undefined && measure !== 'text';
  });

/** Rows under the later header still hold figures under captions of the earlier one. */
function sharesRows(earlier: RawTable, later: RawTable): boolean {
  const captioned = new Set(later.header.columns.map(({ column }) => column));
  const left = new Set(
    earlier.header.columns.filter((c) => isMeasure(c) && !captioned.has(c.column)).map((c) => c.column),
  );
  if (left.size < 2) return false;
  return later.below.some(
    ({ cells }) => cells.filter((cell) => cell.value.type === 'number' && left.has(cell.column)).length > 1,
  );
}

/** "STT | Dự án | Kế hoạch | STT | Dự án | Kế hoạch": rows that name one project on the left and another on the right. */
function secondName({ grid, header, below }: RawTable): CellModel | undefined {
  const [first, ...others] = header.columns.filter(({ path }) => {
    const leaf = path.at(-1);
    return leaf !== undefined && namesProject(leaf);
  });
  const second = others.find(
    ({ column }) =>
      header.columns.some((c) => isMeasure(c) && c.column > (first?.column ?? 0) && c.column < column) &&
      header.columns.some((c) => isMeasure(c) && c.column > column),
  );
  if (!first || !second) return undefined;
  const differs = below.some((row) => {
    const [left, right] = [first, second].map(({ column }) => textOf(grid.cell(row.index, column)));
    return left !== '' && right !== '' && left !== right;
  });
  return differs ? grid.cell(second.row, second.column) : undefined;
}

const MAY_NAME = /dự án|công trình|danh mục|nội dung|hạng mục|tên/i;
const MAY_MEASURE = /vốn|kế hoạch|giải ngân|thanh toán|khv?|gn/i;

/** Captions of a table of their own in a row of this one, outside its columns. */
function headerAmongRows({ header, below }: RawTable): CellModel | undefined {
  const captioned = new Set(header.columns.map(({ column }) => column));
  for (const row of below) {
    const found = captionsOutside(row, captioned);
    if (found) return found;
  }
  return undefined;
}

function captionsOutside({ cells }: RowModel, captioned: ReadonlySet<number>): CellModel | undefined {
  if (!cells.some(({ value }) => value.type === 'number')) return undefined;
  const texts = cells.filter(({ value, column }) => value.type === 'text' && !captioned.has(column));
  if (texts.length < 2) return undefined;
  const name = texts.find((cell) => {
    const text = textOf(cell);
    return text.length <= 60 && MAY_NAME.test(text) && namesProject(readCaption(text));
  });
  if (!name) return undefined;
  const measures = texts.some((cell) => {
    const text = textOf(cell);
    return cell !== name && MAY_MEASURE.test(text) && isMeasure({ path: [readCaption(text)] });
  });
  return measures ? name : undefined;
}

function firstCaption({ columns, bottom }: Header, grid: RawTable['grid']): CellModel | undefined {
  const named = columns.find(({ path }) => {
    const leaf = path.at(-1);
    return leaf !== undefined && namesProject(leaf);
  });
  const at = named ?? columns[0];
  return at && grid.cell(at.row > bottom ? bottom : at.row, at.column);
}

/**
 * Tables that only sum up another one of the same return, each with the table it sums up: the same totals, but none
 * of its rows in common. Reading both would count everything twice.
 */
export function findSummaries(tables: readonly ReadyTable[]): Map<ReadyTable, ReadyTable> {
  const summaries = new Map<ReadyTable, ReadyTable>();
  const amounts = tables.filter(({ table }) => table.kind === 'disbursement' || table.kind === 'treasury');
  if (amounts.length < 2) return summaries;
  const read = amounts.map((ready) => ({ ready, projects: projectsOf(ready) }));
  for (const a of read)
    for (const b of read)
      if (a !== b && !summaries.has(b.ready) && isSummaryOf(a.projects, b.projects))
        summaries.set(a.ready, b.ready);
  return summaries;
}

/** Reads the table by itself; what is wrong in it is informed when it is read for good. */
function projectsOf(ready: ReadyTable): ProjectReading[] {
  const silent = new Findings();
  const projects = new AmountProjects(silent);
  projects.addTable({ ...ready, reader: new AmountReader(ready.table, {}, silent) });
  return projects.readings();
}

function isSummaryOf(a: readonly ProjectReading[], b: readonly ProjectReading[]): boolean {
  if (a.length >= b.length || a.some((project) => project.code !== null)) return false;
  const names = new Set(b.map((project) => project.name));
  if (a.some((project) => names.has(project.name))) return false;
  const sums = (['planned', 'disbursed'] as const).map((field) => [sum(a, field), sum(b, field)] as const);
  return sums.every(([x, y]) => x === y) && sums.some(([x]) => x > 0n);
}

function sum(projects: readonly ProjectReading[], field: 'planned' | 'disbursed'): bigint {
  return projects.reduce((total, project) => total + BigInt(project[field] ?? '0'), 0n);
}

import type { MergedRange } from '../sheet-model';
import type { WorkbookLimits } from '../workbook-limits';
import { damaged, overLimit } from '../workbook-refused';
import { TagScanner } from '../xml/tag-scanner';
import { CellScan, type ScannedCell } from './cell-scan';
import { LAST_COLUMN, parsePlace, parseRange } from '../cell-references';
import { isTrue } from './workbook-parts';

export interface SheetScan {
  readonly cells: readonly ScannedCell[];
  readonly merges: readonly MergedRange[];
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** The sheet again with nothing but these cells, each under its own address: all that SheetJS has to read. */
  readonly xml: string;
}

/**
 * One pass over a sheet's XML. It is our second pair of eyes: it knows which cells must come back from SheetJS, takes
 * what SheetJS doesn't give (styles, what is hidden), and leaves out what costs much and says nothing: empty rows and
 * cells that only carry a style, links and rules on whole columns.
 */
export function scanSheet(xml: string, part: string, limits: WorkbookLimits, cellsLeft: number): SheetScan {
  const tags = new TagScanner(xml, limits, part);
  const merges: MergedRange[] = [];
  const hiddenRows = new Set<number>();
  const hiddenColumns = new Set<number>();
  const scan = new CellScan(tags, part);
  let row = -1;
  let column = -1;
  let isSheet = false;
  while (tags.next()) {
    if (tags.kind === 'close' || tags.depth > 3) continue;
    switch (tags.name) {
      case 'worksheet':
        isSheet = tags.depth === 0;
        break;
      case 'col':
        if (isTrue(tags.attribute('hidden'))) addColumns(tags, hiddenColumns);
        break;
      case 'row': {
        const number = tags.attribute('r');
        row = number === undefined ? row + 1 : Number(number) - 1;
        column = -1;
        if (isTrue(tags.attribute('hidden'))) hiddenRows.add(row);
        break;
      }
      case 'c': {
        const address = tags.attribute('r');
        const place = address === undefined ? { row, column: column + 1 } : parsePlace(address);
        if (place?.row !== row) throw damaged(`${part}: a cell "${address ?? ''}" stands in row ${row + 1}`);
        column = place.column;
        scan.readCell(row, column, address);
        if (scan.cells.length > cellsLeft) throw overLimit('cells', limits.cells);
        break;
      }
      case 'mergeCell':
        merges.push(mergedRange(tags.attribute('ref'), part));
        if (merges.length > limits.mergedRanges) throw overLimit('mergedRanges', limits.mergedRanges);
        break;
    }
  }
  if (!isSheet) throw damaged(`${part} is no worksheet`);
  return { cells: scan.cells, merges, hiddenRows, hiddenColumns, xml: scan.toXml() };
}

function mergedRange(reference: string | undefined, part: string): MergedRange {
  const range = parseRange(reference ?? '');
  if (!range) throw damaged(`${part}: "${reference ?? ''}" is no range of merged cells`);
  return range;
}

function addColumns(tags: TagScanner, hidden: Set<number>): void {
  const first = Number(tags.attribute('min')) - 1;
  const last = Math.min(Number(tags.attribute('max')) - 1, LAST_COLUMN);
  for (let column = first; column <= last; column += 1) hidden.add(column);
}

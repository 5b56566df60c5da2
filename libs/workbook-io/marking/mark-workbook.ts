import { strToU8, zipSync } from 'fflate';
import { WORKBOOK_LIMITS, type WorkbookLimits } from '../workbook-limits';
import type { ListSheet } from './list-sheet';
import { markSheet, type CellMark } from './mark-sheet';
import { PACKAGE, TRANSITIONAL } from './namespaces';
import { CONTENT_TYPE, WorkbookDraft, type Extension } from './workbook-draft';

export interface SheetMark extends CellMark {
  readonly sheet: string;
}

export interface Marking {
  /** Who the notes are from. */
  readonly author: string;
  /** Marks of sheets that the workbook hasn't got are left out. */
  readonly marks: readonly SheetMark[];
  /** Goes behind the workbook's own sheets. */
  readonly list: ListSheet;
}

export interface WrittenWorkbook {
  readonly bytes: Uint8Array;
  readonly extension: Extension;
}

/**
 * The same workbook (.xlsx, .xlsm) with cells coloured and commented, and a sheet that lists why. The package is patched:
 * what isn't touched keeps its bytes, so charts, pivots, macros and formulas are as they were (docs/adr/0022). Throws
 * `WorkbookRefused` for other formats, and for what can't be opened.
 */
export function markWorkbook(
  bytes: Uint8Array,
  { author, marks, list }: Marking,
  limits: WorkbookLimits = WORKBOOK_LIMITS,
): WrittenWorkbook {
  const workbook = new WorkbookDraft(bytes, limits);
  for (const { name, part } of workbook.sheets) {
    const own = marks.filter(({ sheet }) => sheet === name);
    markSheet(workbook, part, author, own);
  }
  workbook.addSheet(list);
  return { bytes: workbook.toBytes(), extension: workbook.extension };
}

/** A workbook with nothing but the list: for files that can't be marked. */
export function listWorkbook(list: ListSheet): WrittenWorkbook {
  const workbook = new WorkbookDraft(emptyPackage(), WORKBOOK_LIMITS);
  workbook.addSheet(list);
  return { bytes: workbook.toBytes(), extension: workbook.extension };
}

function emptyPackage(): Uint8Array {
  const { main, relationships } = TRANSITIONAL;
  const parts = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${CONTENT_TYPE}.sheet.main+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}"><sheets/></workbook>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])), {
    level: 0,
  });
}

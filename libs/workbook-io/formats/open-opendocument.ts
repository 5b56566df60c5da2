import { strToU8, zipSync } from 'fflate';
import { damaged, overLimit, type WorkbookLimits, WorkbookRefused } from '../limits-and-refusals';
import { LAST_COLUMN, LAST_ROW, type SheetModel, type WorkbookModel } from '../sheet-model';
import { plainXml, TagScanner } from '../xml/xml-part';
import type { ZipPackage } from '../zip/zip-package';
import { readWithSheetJs } from '../sheetjs/read-with-sheetjs';

const MANIFEST = 'META-INF/manifest.xml';
const CONTENT = 'content.xml';

/** Whether a zip archive is a spreadsheet of OpenDocument. */
export const isOpenDocument = (zip: ZipPackage): boolean =>
  zip.has(MANIFEST) && !zip.has('[Content_Types].xml');

/** Opens .ods. Fonts, bold and indent are not read. */
export function openOpenDocument(zip: ZipPackage, limits: WorkbookLimits): WorkbookModel {
  const manifest = textOf(MANIFEST, zip);
  const tags = new TagScanner(manifest, limits, MANIFEST);
  while (tags.next()) {
    if (!/(?:^|:)encryption-data$/.test(tags.name)) continue;
    throw new WorkbookRefused('RET-PASSWORD', 'the workbook is encrypted');
  }
  if (!zip.has(CONTENT)) throw new WorkbookRefused('RET-NOT-A-RETURN', 'a zip archive, but no workbook');
  const { xml, tables } = scanTables(textOf(CONTENT, zip), limits);
  const styles = zip.read('styles.xml');
  const book = readWithSheetJs(
    zipSync(
      {
        [MANIFEST]: strToU8('<manifest/>'),
        'styles.xml': styles ? Buffer.from(plainXml(styles), 'latin1') : strToU8('<styles/>'),
        [CONTENT]: Buffer.from(xml, 'latin1'),
      },
      { level: 0 },
    ),
    limits,
  );
  if (book.sheets.length !== tables.length) throw damaged('a sheet could not be read');
  return { ...book, sheets: book.sheets.map((sheet, index) => withScan(sheet, tables[index])) };
}

function withScan(sheet: SheetModel, table: TableScan | undefined): SheetModel {
  if (!table) return sheet;
  return {
    ...sheet,
    hidden: table.hidden,
    hiddenColumns: table.hiddenColumns,
    rows: sheet.rows.map((row) => (table.hiddenRows.has(row.index) ? { ...row, hidden: true } : row)),
  };
}

function textOf(part: string, zip: ZipPackage): string {
  const bytes = zip.read(part);
  if (!bytes) throw damaged(`${part} is missing`);
  return plainXml(bytes);
}

interface TableScan {
  readonly hidden: boolean;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
}

/**
 * One pass over `content.xml`: counts what its repetitions come to before anyone spells them out (a cell can be
 * repeated a million times in a million rows), notes what is hidden, and writes the tables again with only those
 * cells that hold something.
 */
function scanTables(xml: string, limits: WorkbookLimits): { xml: string; tables: TableScan[] } {
  const scan = new TablesScan(new TagScanner(xml, limits, 'content.xml'), limits);
  return scan.run();
}

class TablesScan {
  private readonly tables: TableScan[] = [];
  private readonly pieces: string[] = [];
  private readonly hiddenStyles = new Set<string>();
  private hiddenRows = new Set<number>();
  private hiddenColumns = new Set<number>();
  private tableDepth = 0;
  private row = 0;
  private rowRepeat = 1;
  private rowIsWritten = false;
  private writtenRows = 0;
  private column = 0;
  private writtenColumns = 0;
  private cells = 0;
  private style = '';
  private head = 0;

  constructor(
    private readonly tags: TagScanner,
    private readonly limits: WorkbookLimits,
  ) {}

  run(): { xml: string; tables: TableScan[] } {
    const { tags } = this;
    let isSpreadsheet = false;
    while (tags.next()) {
      const name = localName(tags.name);
      if (this.tableDepth > 0) this.inTable(name);
      else if (name === 'spreadsheet') isSpreadsheet = true;
      else if (name === 'style' && tags.kind === 'open') this.style = tags.localAttribute('name') ?? '';
      else if (name === 'table-properties' && tags.localAttribute('display') === 'false') {
        this.hiddenStyles.add(this.style);
      } else if (name === 'table' && tags.kind === 'open' && isSpreadsheet) this.openTable();
    }
    if (!isSpreadsheet) throw new WorkbookRefused('RET-NOT-A-RETURN', 'an OpenDocument, but no workbook');
    if (this.tables.length === 0) throw damaged('the workbook has no sheet');
    const end = '</office:spreadsheet></office:body></office:document-content>';
    return { xml: tags.xml.slice(0, this.head) + this.pieces.join('') + end, tables: this.tables };
  }

  private openTable(): void {
    const { tags } = this;
    if (this.head === 0) this.head = tags.start;
    this.tableDepth = tags.depth + 1;
    this.hiddenRows = new Set();
    this.hiddenColumns = new Set();
    this.row = this.writtenRows = this.column = 0;
    this.rowRepeat = 1;
    this.pieces.push(tags.xml.slice(tags.start, tags.end));
    this.tables.push({
      hidden: this.hiddenStyles.has(tags.localAttribute('style-name') ?? ''),
      hiddenRows: this.hiddenRows,
      hiddenColumns: this.hiddenColumns,
    });
  }

  private inTable(name: string): void {
    const { tags } = this;
    if (tags.kind === 'close') {
      if (name === 'table-row') this.closeRow();
      if (tags.depth >= this.tableDepth) return;
      this.pieces.push('</table:table>');
      this.tableDepth = 0;
    } else if (name === 'table-column') {
      const repeat = repeats(tags, 'number-columns-repeated');
      const last = Math.min(this.column + repeat - 1, LAST_COLUMN);
      if (isHidden(tags)) for (let at = this.column; at <= last; at += 1) this.hiddenColumns.add(at);
      this.column += repeat;
    } else if (name === 'table-row') this.openRow();
    else if (name === 'table-cell') this.cell();
    else if (name === 'covered-table-cell') {
      // What a merge covers counts for nothing, whatever is still written there.
      this.column += repeats(tags, 'number-columns-repeated');
      this.readContent();
    }
  }

  private openRow(): void {
    const { tags } = this;
    this.rowRepeat = repeats(tags, 'number-rows-repeated');
    this.column = this.writtenColumns = 0;
    this.rowIsWritten = false;
    const last = Math.min(this.row + this.rowRepeat - 1, LAST_ROW);
    if (isHidden(tags)) for (let at = this.row; at <= last; at += 1) this.hiddenRows.add(at);
    if (tags.kind === 'empty') this.closeRow();
  }

  private closeRow(): void {
    if (this.rowIsWritten) this.pieces.push('</table:table-row>');
    this.row += this.rowRepeat;
    this.rowRepeat = 1;
  }

  private cell(): void {
    const { tags } = this;
    const { start, end, kind } = tags;
    const repeat = repeats(tags, 'number-columns-repeated');
    const hasValue =
      tags.localAttribute('value-type') !== undefined || tags.localAttribute('formula') !== undefined;
    const hasContent = this.readContent() || hasValue;
    if (hasContent) {
      this.cells += repeat * this.rowRepeat;
      if (this.cells > this.limits.cells) throw overLimit('cells', this.limits.cells, this.cells);
      this.writeGap();
      // SheetJS passes over a cell without inner text unless it has a closing tag.
      const text = tags.xml.slice(start, tags.end);
      this.pieces.push(kind === 'open' ? text : `${tags.xml.slice(start, end - 2)}></table:table-cell>`);
      this.writtenColumns = this.column + repeat;
    }
    this.column += repeat;
  }

  /** Moves behind the element that the scanner stands on; true if there is text in it. */
  private readContent(): boolean {
    const { tags } = this;
    if (tags.kind === 'empty') return false;
    const { depth } = tags;
    let hasText = false;
    while (tags.next() && tags.depth > depth) {
      const name = localName(tags.name);
      if (name === 'p' && tags.kind === 'open') hasText = true;
    }
    return hasText;
  }

  private writeGap(): void {
    if (!this.rowIsWritten) {
      const gap = this.row - this.writtenRows;
      if (gap > 0)
        this.pieces.push(`<table:table-row table:number-rows-repeated="${gap}"></table:table-row>`);
      this.pieces.push(`<table:table-row table:number-rows-repeated="${this.rowRepeat}">`);
      this.writtenRows = this.row + this.rowRepeat;
      this.rowIsWritten = true;
    }
    const gap = this.column - this.writtenColumns;
    if (gap > 0) this.pieces.push(`<table:table-cell table:number-columns-repeated="${gap}"/>`);
  }
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function repeats(tags: TagScanner, name: string): number {
  const count = Number(tags.localAttribute(name) ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

const isHidden = (tags: TagScanner): boolean =>
  ['collapse', 'filter'].includes(tags.localAttribute('visibility') ?? 'visible');

import { strToU8, zipSync } from 'fflate';
import type { SheetModel, WorkbookModel } from '../sheet-model';
import type { WorkbookLimits } from '../workbook-limits';
import { damaged, WorkbookRefused } from '../workbook-refused';
import { TagScanner } from '../xml/tag-scanner';
import { plainXml } from '../xml/xml-part';
import type { ZipPackage } from '../zip/zip-package';
import { scanTables, type TableScan } from './opendocument-scan';
import { readWithSheetJs } from './read-with-sheetjs';

const MANIFEST = 'META-INF/manifest.xml';
const CONTENT = 'content.xml';

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

import { strToU8, zipSync } from 'fflate';
import type { WorkBook } from '@e965/xlsx';
import { readBook } from '../sheetjs/sheetjs';

const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/**
 * Gives sheets to SheetJS as the plainest package there is: sheets named "1", "2", … without styles or links, nothing
 * but what has been checked. Unpacked text goes in "stored", so that nothing is unpacked twice, and no trick with
 * zip headers, names or relations can make it read another part than the one we have checked.
 */
export function readCanonical(
  sheetXmls: readonly string[],
  sharedStrings: string | undefined,
  date1904: boolean,
): WorkBook {
  const parts: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(contentTypes(sheetXmls.length, sharedStrings !== undefined)),
    'xl/workbook.xml': strToU8(workbook(sheetXmls.length, date1904)),
    'xl/_rels/workbook.xml.rels': strToU8(relations(sheetXmls.length)),
  };
  sheetXmls.forEach((xml, index) => {
    parts[`xl/worksheets/sheet${index + 1}.xml`] = Buffer.from(xml, 'latin1');
  });
  if (sharedStrings !== undefined) parts['xl/sharedStrings.xml'] = Buffer.from(sharedStrings, 'latin1');
  // Stubs keep formulas whose value was not saved; WTF makes it throw where it would leave a sheet out.
  return readBook(zipSync(parts, { level: 0 }), { sheetStubs: true, WTF: true });
}

const each = (count: number, text: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index + 1)).join('');

const contentTypes = (sheets: number, strings: boolean): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>
${strings ? `<Override PartName="/xl/sharedStrings.xml" ContentType="${TYPES}.sharedStrings+xml"/>` : ''}
${each(sheets, (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPES}.worksheet+xml"/>`)}
</Types>`;

/** Dates written as text are turned into day numbers by the year from which this workbook counts. */
const workbook = (sheets: number, date1904: boolean): string =>
  `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><workbookPr date1904="${date1904 ? 1 : 0}"/><sheets>
${each(sheets, (n) => `<sheet name="${n}" sheetId="${n}" r:id="r${n}"/>`)}</sheets></workbook>`;

const relations = (sheets: number): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
${each(sheets, (n) => `<Relationship Id="r${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"/>`)}
</Relationships>`;

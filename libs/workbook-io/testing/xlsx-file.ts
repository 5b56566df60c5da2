import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** The pieces of a workbook that a test writes by hand; whatever it leaves out is plain and sound. */
export interface XlsxPieces {
  /** XML of each sheet: rows only, or from `<worksheet` on. */
  readonly sheets?: readonly string[];
  readonly sharedStrings?: string;
  readonly styles?: string;
  /** The whole of workbook.xml. */
  readonly workbook?: string;
  /** Further parts, or other bytes for those above. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** A .xlsx with these pieces. */
export function xlsxFile({
  sheets = [''],
  sharedStrings,
  styles,
  workbook,
  parts = {},
}: XlsxPieces): Uint8Array {
  const numbers = sheets.map((_, index) => index + 1);
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"/>`,
    '_rels/.rels': relations([`Id="main" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"`]),
    'xl/workbook.xml':
      workbook ?? workbookXml(numbers.map((n) => `<sheet name="Sheet${n}" sheetId="${n}" r:id="r${n}"/>`)),
    'xl/_rels/workbook.xml.rels': relations([
      ...numbers.map((n) => `Id="r${n}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${n}.xml"`),
      `Id="strings" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"`,
      `Id="styles" Type="${RELATIONS}/styles" Target="styles.xml"`,
    ]),
    ...Object.fromEntries(sheets.map((xml, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(xml)])),
    ...(sharedStrings !== undefined && { 'xl/sharedStrings.xml': sharedStrings }),
    ...(styles !== undefined && { 'xl/styles.xml': styles }),
    ...parts,
  };
  const bytes = Object.entries(all).map(([name, part]) => [
    name,
    typeof part === 'string' ? strToU8(part) : part,
  ]);
  return zipSync(Object.fromEntries(bytes) as Record<string, Uint8Array>, { level: 1 });
}

/** workbook.xml with these `<sheet>` elements. */
export const workbookXml = (sheets: readonly string[], properties = ''): string =>
  `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${properties}<sheets>${sheets.join('')}</sheets></workbook>`;

/** sharedStrings.xml with these `<si>` elements. */
export const stringsXml = (...items: string[]): string => `<sst xmlns="${MAIN}">${items.join('')}</sst>`;

const sheetXml = (xml: string): string =>
  xml === '' || xml.startsWith('<row')
    ? `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetData>${xml}</sheetData></worksheet>`
    : xml;

const relations = (items: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}/relationships">${items.map((item) => `<Relationship ${item}/>`).join('')}</Relationships>`;

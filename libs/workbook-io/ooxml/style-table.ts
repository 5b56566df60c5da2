import type { CellModel } from '../sheet-model';
import { builtInFormat, isDateFormat } from '../sheetjs/sheetjs';
import type { WorkbookLimits } from '../workbook-limits';
import { TagScanner } from '../xml/tag-scanner';
import { fromUtf8 } from '../xml/xml-part';
import { isTrue } from './workbook-parts';

/** What a cell takes from its style; ready to be spread into a {@link CellModel}. */
export type CellStyle = Pick<CellModel, 'format' | 'isDate' | 'fontName' | 'bold' | 'indent'>;

interface Font {
  name?: string;
  bold?: true;
}

/** Built-in formats that are dates in one language or another ([ECMA-376] 18.8.30); a file gives no text for them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** The styles that cells refer to by `s`, in their order. */
export function readStyles(xml: string, limits: WorkbookLimits): CellStyle[] {
  const tags = new TagScanner(xml, limits, 'styles.xml');
  const formats = new Map<number, string>();
  const fonts: Font[] = [];
  const styles: CellStyle[] = [];
  const path: string[] = [];
  while (tags.next()) {
    if (tags.kind === 'close') {
      path.pop();
      continue;
    }
    const [, list, item] = path;
    if (list === 'numFmts' && tags.name === 'numFmt') readFormat(tags, formats);
    else if (list === 'fonts' && tags.name === 'font' && path.length === 2) fonts.push({});
    else if (list === 'fonts' && item === 'font' && path.length === 3) readFont(tags, fonts.at(-1) ?? {});
    else if (list === 'cellXfs' && tags.name === 'xf') styles.push(readXf(tags, formats, fonts));
    else if (list === 'cellXfs' && item === 'xf' && tags.name === 'alignment') {
      const indent = Number(tags.attribute('indent') ?? 0);
      if (indent > 0) styles.push({ ...styles.pop(), indent });
    }
    if (tags.kind === 'open') path.push(tags.name);
  }
  return styles;
}

function readFormat(tags: TagScanner, formats: Map<number, string>): void {
  formats.set(Number(tags.attribute('numFmtId')), fromUtf8(tags.attribute('formatCode') ?? ''));
}

function readFont(tags: TagScanner, font: Font): void {
  const value = tags.attribute('val');
  if (tags.name === 'name' && value !== undefined) font.name = fromUtf8(value);
  if (tags.name === 'b' && (value === undefined || isTrue(value))) font.bold = true;
}

function readXf(tags: TagScanner, formats: ReadonlyMap<number, string>, fonts: readonly Font[]): CellStyle {
  const formatId = Number(tags.attribute('numFmtId') ?? 0);
  const font = fonts[Number(tags.attribute('fontId') ?? 0)];
  const own = formats.get(formatId);
  const format = own ?? builtInFormat(formatId);
  const isDate = own === undefined ? isBuiltInDate(formatId) : isDateFormat(own);
  return {
    ...(format !== undefined && format !== 'General' && format !== '' && { format }),
    ...(isDate && { isDate: true }),
    ...(font?.name !== undefined && { fontName: font.name }),
    ...(font?.bold && { bold: true }),
  };
}

import type { CellModel, SheetModel, WorkbookModel } from '@thongvon/workbook-io';
import { Findings } from '../findings';
import { encodingOfTexts, gainOf, isSurelyUnicode } from './evidence';
import { encodingOfFont, type LegacyEncoding } from './fonts';

/**
 * The workbook with every text in Unicode. Cells in an old font (.VnTime, VNI-Times), and those of a sheet without fonts
 * whose characters can only be such a text, are converted; each sheet where that was done says so, with an example.
 * Text that is Unicode already is never touched, whatever its font.
 */
export function toUnicode(model: WorkbookModel, findings: Findings): WorkbookModel {
  return { ...model, sheets: model.sheets.map((sheet) => sheetInUnicode(sheet, findings)) };
}

/** The same where nobody is to be reported. */
export function inUnicode(model: WorkbookModel): WorkbookModel {
  return toUnicode(model, new Findings());
}

interface TextCell {
  readonly cell: CellModel;
  readonly text: string;
  /** As the cell's font says. */
  readonly encoding: LegacyEncoding | undefined;
}

interface Converted {
  readonly cell: CellModel;
  readonly text: string;
  readonly unicode: string;
  readonly font: string;
}

function sheetInUnicode(sheet: SheetModel, findings: Findings): SheetModel {
  const converted = new Map(conversions(sheet).map((change) => [change.cell, change]));
  const [first] = converted.values();
  if (!first) return sheet;
  const fonts = [...new Set([...converted.values()].map(({ font }) => font))].join(', ');
  const example = `${first.text.trim()} → ${first.unicode.trim()}`;
  findings.add('legacy-font', { sheet: sheet.name, cell: first.cell }, { font: fonts, value: example });
  return {
    ...sheet,
    rows: sheet.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => {
        const unicode = converted.get(cell)?.unicode;
        return unicode === undefined ? cell : { ...cell, value: { type: 'text' as const, text: unicode } };
      }),
    })),
  };
}

function conversions(sheet: SheetModel): Converted[] {
  const cells = sheet.rows.flatMap((row) => row.cells.flatMap(textCell));
  const named = cells.filter(({ encoding }) => encoding !== undefined);
  const others = cells.filter(({ encoding }) => encoding === undefined);
  const ofOthers = encodingOfTexts(others.map(({ text }) => text));
  if (named.length === 0 && !ofOthers) return [];
  return [...changes(named, undefined), ...changes(others, ofOthers)].sort(
    (a, b) => a.cell.row - b.cell.row || a.cell.column - b.cell.column,
  );
}

function textCell(cell: CellModel): TextCell[] {
  if (cell.value.type !== 'text') return [];
  const encoding = cell.fontName === undefined ? undefined : encodingOfFont(cell.fontName);
  return [{ cell, text: cell.value.text, encoding }];
}

/** People type Unicode into cells in an old font too: what can be read both ways is read as most of the others. */
function changes(cells: readonly TextCell[], byCharacters: LegacyEncoding | undefined): Converted[] {
  const candidates = cells.flatMap(({ cell, text, encoding = byCharacters }) => {
    const unicode = encoding?.toUnicode(text);
    if (!encoding || unicode === undefined || unicode === text || isSurelyUnicode(text)) return [];
    const font = encodingOfFont(cell.fontName ?? '') ? (cell.fontName ?? '') : encoding.name;
    return [{ cell, text, unicode, font, gain: gainOf(text, encoding) }];
  });
  if (candidates.length === 0) return [];
  const typedInUnicode = cells.filter(({ text }) => isSurelyUnicode(text)).length;
  const typedForFont = candidates.filter(({ gain }) => gain > 0).length;
  return candidates.filter(({ gain }) => gain > 0 || (gain === 0 && typedForFont >= typedInUnicode));
}

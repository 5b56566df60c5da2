import { cellName, LAST_COLUMN, LAST_ROW } from '../sheet-model';

/** Texts and quoted names of sheets, in which nothing is a reference; then a reference, whose parts may be missing. */
const PIECES =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(?<![\p{L}\p{N}_.])(?:R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?|R(\[-?\d+\]|\d+)|C(\[-?\d+\]|\d+))(?![\p{L}\p{N}_.(])/gu;

/**
 * A formula of SpreadsheetML, whose references count from its own cell (`=SUM(R[-3]C:R[-1]C)`), as other formats write
 * it. Undefined where one leads off the sheet, or names a whole row or column: its saved value stands without it.
 */
export function fromR1C1(formula: string, row: number, column: number): string | undefined {
  const state = { sound: true };
  const index = (part: string | undefined, own: number, last: number): number => {
    const at =
      part === undefined ? own : part.startsWith('[') ? own + Number(part.slice(1, -1)) : Number(part) - 1;
    state.sound &&= at >= 0 && at <= last;
    return at;
  };
  const written = formula.replace(PIECES, (piece: string, ...parts: (string | undefined)[]) => {
    if (/^["']/.test(piece)) return piece;
    const [ofRow, ofColumn, wholeRow, wholeColumn] = parts;
    if (wholeRow !== undefined || wholeColumn !== undefined) state.sound = false;
    const name = cellName(index(ofRow, row, LAST_ROW), index(ofColumn, column, LAST_COLUMN));
    if (isAbsolute(ofRow) || isAbsolute(ofColumn)) return absolute(name, ofRow, ofColumn);
    return name;
  });
  return state.sound ? written : undefined;
}

const isAbsolute = (part: string | undefined): boolean => part !== undefined && !part.startsWith('[');

const absolute = (name: string, row: string | undefined, column: string | undefined): string =>
  name.replace(/^([A-Z]+)(\d+)$/, (_, letters: string, digits: string) => {
    return `${isAbsolute(column) ? '$' : ''}${letters}${isAbsolute(row) ? '$' : ''}${digits}`;
  });

import { cellName, LAST_COLUMN, LAST_ROW, parsePlace } from '../sheet-model';

/** Texts and names of sheets in quotes, names of functions, sheets and tables, and what may be a cell, a column or a row. */
const PIECE =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|\[[^\]]*\]|(?<columns>\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3})(?![\w.(!])|(?<rows>\$?\d+:\$?\d+)(?![\w.(!])|(?<cell>\$?[A-Za-z]{1,3}\$?[1-9]\d*)(?![\w.(!])|[\p{L}_\\][\p{L}\p{N}_.\\?]*|\d[\w.]*/gu;

/**
 * A formula as another cell has it that shares it: so many rows further down and columns to the right ([ECMA-376] 18.3.1.40). What
 * has a "$" stays; what would then lie outside of the sheet is "#REF!".
 */
export function moveFormula(formula: string, down: number, right: number): string {
  return formula.replace(PIECE, (piece: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Partial<Record<'columns' | 'rows' | 'cell', string>>;
    if (groups.cell !== undefined) return movedCell(piece, down, right);
    if (groups.columns !== undefined) return inRange(piece, (end) => movedColumn(end, right));
    if (groups.rows !== undefined) return inRange(piece, (end) => movedRow(end, down));
    return piece;
  });
}

const OUTSIDE = '#REF!';

function movedCell(piece: string, down: number, right: number): string {
  const place = parsePlace(piece);
  if (!place) return piece;
  const keepsColumn = piece.startsWith('$');
  const keepsRow = piece.lastIndexOf('$') > 0;
  const row = place.row + (keepsRow ? 0 : down);
  const column = place.column + (keepsColumn ? 0 : right);
  if (row < 0 || row > LAST_ROW || column < 0 || column > LAST_COLUMN) return OUTSIDE;
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(cellName(row, column)) ?? [];
  return `${keepsColumn ? '$' : ''}${letters}${keepsRow ? '$' : ''}${digits}`;
}

function inRange(piece: string, moved: (end: string) => string): string {
  const ends = piece.split(':').map(moved);
  return ends.includes(OUTSIDE) ? OUTSIDE : ends.join(':');
}

function movedColumn(end: string, right: number): string {
  if (end.startsWith('$')) return end;
  const moved = movedCell(`${end}1`, 0, right);
  return moved === OUTSIDE ? OUTSIDE : moved.slice(0, -1);
}

function movedRow(end: string, down: number): string {
  if (end.startsWith('$')) return end;
  const row = Number(end) + down;
  return row < 1 || row > LAST_ROW + 1 ? OUTSIDE : String(row);
}

import { moveFormula } from '../formulas/move-formula';
import { type MergedRange, parseRange } from '../sheet-model';
import { fromUtf8 } from '../xml/xml-part';
import type { CellChange } from './cell-patch';
import { attributeOf, childOf, elementAt, type XmlElement, type XmlSource } from './xml-patch';

/** A formula that more than one cell has part in, as the sheet has it written. Indexes from 0. */
export interface WrittenFormula {
  readonly row: number;
  readonly column: number;
  readonly type: string;
  /** Which group of shared formulas it is of. */
  readonly group: string | undefined;
  /** Where the group, the array or the table of data stands; only its first cell says so, and the formula. */
  readonly range: MergedRange | undefined;
  readonly text: string;
}

/** The formula of a cell if it is one of several cells. */
export function writtenFormula(
  source: XmlSource,
  cell: XmlElement,
  place: { readonly row: number; readonly column: number },
): WrittenFormula | undefined {
  if (cell.isEmpty) return undefined;
  const formula = childOf(elementAt(source, cell.start), 'f');
  if (!formula) return undefined;
  const tag = source.xml.slice(formula.start, formula.openEnd);
  const type = attributeOf(tag, 't') ?? 'normal';
  if (type === 'normal') return undefined;
  const ref = attributeOf(tag, 'ref');
  return {
    ...place,
    type,
    group: type === 'shared' ? attributeOf(tag, 'si') : undefined,
    range: ref === undefined ? undefined : parseRange(ref),
    text: formula.isEmpty ? '' : fromUtf8(source.xml.slice(formula.openEnd, formula.closeStart)),
  };
}

/**
 * The changes with what follows from them for formulas of several cells. Where the cell that holds a shared formula is typed into,
 * the others get the formula written for themselves. An array, or a table of data, into which something is typed is one no more, as
 * Excel would compute it over what was typed: its values stay. The formula of its first cell stays where nobody knows its value.
 */
export function sharedWithTyped(
  changes: readonly CellChange[],
  formulas: readonly WrittenFormula[],
): CellChange[] {
  const byPlace = new Map(changes.map((change) => [placeOf(change), change]));
  const set = (place: CellChange, formula: NonNullable<CellChange['formula']>): void => {
    const { row, column } = place;
    const known = byPlace.get(placeOf(place));
    if (!known?.written?.isTyped) byPlace.set(placeOf(place), { row, column, ...known, formula });
  };
  const typed = changes.filter(({ written }) => written?.isTyped);
  const isTyped = ({ row, column }: CellChange): boolean =>
    byPlace.get(placeOf({ row, column }))?.written?.isTyped === true;
  const isUnknown = ({ row, column }: CellChange): boolean =>
    byPlace.get(placeOf({ row, column }))?.written?.value.type === 'unknown';
  for (const holder of formulas) {
    if (holder.type === 'shared') {
      if (holder.text === '' || !isTyped(holder)) continue;
      for (const other of formulas)
        if (other.group === holder.group && other.text === '')
          set(other, {
            text: moveFormula(holder.text, other.row - holder.row, other.column - holder.column),
          });
    } else if (typed.some((change) => isWithin(change, holder.range)))
      set(holder, isUnknown(holder) ? { text: holder.text } : 'gone');
  }
  return [...byPlace.values()];
}

const placeOf = ({ row, column }: Pick<CellChange, 'row' | 'column'>): string => `${row} ${column}`;

const isWithin = ({ row, column }: CellChange, range: MergedRange | undefined): boolean =>
  range !== undefined &&
  range.top <= row &&
  row <= range.bottom &&
  range.left <= column &&
  column <= range.right;

import type { HeaderColumn } from '../header/header';
import type { ReturnKind } from '../reading';
import type { CaptionTag } from '../vocabulary/captions';

/**
 * The kind of a table where a person has chosen one for the return: theirs, where captions leave it open or say
 * otherwise and its figures allow it. Land clearance stands beside the other kinds and stays what it is.
 */
export function chosenKind(
  found: ReturnKind | undefined,
  columns: readonly HeaderColumn[],
  chosen: ReturnKind | undefined,
): ReturnKind | undefined {
  if (chosen === undefined || found === chosen || found === 'land-clearance') return found;
  return canBe(chosen, columns) ? chosen : found;
}

const FIGURES: Readonly<Record<ReturnKind, readonly CaptionTag[]>> = {
  disbursement: ['disbursed', 'completed', 'advance'],
  treasury: ['disbursed', 'completed', 'advance'],
  plan: ['planned', 'capital', 'adjustment'],
  'land-clearance': ['household', 'grave', 'area', 'inventoried', 'handed-over', 'blocker'],
};

/** Whether a table has a figure without which a return of this kind says nothing. */
function canBe(kind: ReturnKind, columns: readonly HeaderColumn[]): boolean {
  return columns.some(({ path }) => path.some(({ tags }) => FIGURES[kind].some((tag) => tags.has(tag))));
}

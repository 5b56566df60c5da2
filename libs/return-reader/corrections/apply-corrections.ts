import { formatPlainDate, parsePlainDate, serialOf } from '@thongvon/kernel';
import {
  correctCells,
  type CorrectedCell,
  parsePlace,
  type WorkbookModel,
  WORKBOOK_LIMITS,
} from '@thongvon/workbook-io';
import { inUnicode } from '../legacy-text/to-unicode';
import type { CorrectionReading, DeclaredCorrection } from '../model/correction';
import { type Standing, standingAt } from './standing';

/** The workbook as it would be had its sender typed what was declared; formulas that depend on it follow. */
export interface CorrectedWorkbook {
  readonly model: WorkbookModel;
  /** Those that the workbook has a cell for, the last for each. */
  readonly corrections: readonly CorrectionReading[];
  /** The cells that they are typed into. */
  readonly typed: readonly CorrectedCell[];
  /** Formulas whose values changed with them. */
  readonly followed: readonly CorrectedCell[];
}

export function applyCorrections(
  model: WorkbookModel,
  declared: readonly DeclaredCorrection[],
): CorrectedWorkbook {
  if (declared.length === 0) return { model, corrections: [], typed: [], followed: [] };
  const shown = inUnicode(model);
  const byCell = new Map<string, { readonly read: CorrectionReading; readonly typed: CorrectedCell }>();
  for (const correction of declared) {
    const standing = standingAt(shown, correction);
    if (typeof standing === 'string') continue;
    const typed = typedCell(correction, standing, model.date1904);
    if (!typed) continue;
    const { cell, stood } = standing;
    byCell.set(JSON.stringify([correction.sheet, cell]), { read: { ...correction, cell, stood }, typed });
  }
  const typed = [...byCell.values()].map((one) => one.typed);
  const { model: corrected, followed } = correctCells(model, typed, WORKBOOK_LIMITS.formulaSteps);
  return { model: corrected, corrections: [...byCell.values()].map(({ read }) => read), typed, followed };
}

/** A date goes into a cell that shows dates as its day, into any other as the text that a person would type. */
function typedCell(
  { sheet, type, value }: DeclaredCorrection,
  { cell, isDate }: Standing,
  date1904: boolean,
): CorrectedCell | undefined {
  const place = parsePlace(cell);
  if (!place) return undefined;
  const at = { sheet, ...place };
  if (type === 'text') return { ...at, value: { type: 'text', text: value } };
  if (type === 'number') return { ...at, value: { type: 'number', number: Number(value) } };
  const date = parsePlainDate(value);
  if (date === undefined) return undefined;
  return isDate
    ? { ...at, value: { type: 'number', number: serialOf(date, date1904) }, isDate: true }
    : { ...at, value: { type: 'text', text: formatPlainDate(date) } };
}

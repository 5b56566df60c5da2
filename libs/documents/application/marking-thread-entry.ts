import { applyCorrections, type DeclaredCorrection } from '@thongvon/return-reader';
import {
  markWorkbook,
  openWorkbook,
  serveReadings,
  type Marking,
  type WrittenCell,
  writtenCells,
} from '@thongvon/workbook-io';
import type { MarkingOfReturn } from './blank-and-marked-returns';

/** What a process that marks workbooks runs: a workbook's bytes and its marks in, the marked workbook out. */
serveReadings((bytes, { corrections, ...marking }: MarkingOfReturn) =>
  markWorkbook(bytes, { ...marking, values: valuesOf(bytes, corrections) } satisfies Marking),
);

/** What the reading took these corrections for, cell by cell: only with the same values the file reads the same. */
function valuesOf(bytes: Uint8Array, corrections: readonly DeclaredCorrection[]): WrittenCell[] {
  if (corrections.length === 0) return [];
  const model = openWorkbook(bytes);
  return writtenCells(model, applyCorrections(model, corrections));
}

export type { NoteParagraph } from './marking/notes-patch';
export { type ListCell, type ListSheet, MARK_TONES, type MarkTone } from './marking/list-sheet';
export {
  listWorkbook,
  markWorkbook,
  type Marking,
  type SheetMark,
  type WrittenCell,
  type WrittenWorkbook,
} from './marking/mark-workbook';
export * from './open-workbook';
export { correctCells, type CorrectedCell } from './formulas/correct-cells';
export { writtenCells } from './marking/written-cells';
export * from './sheet-model';
export { loadSheetJs, shownText } from './sheetjs/read-with-sheetjs';
export {
  compiledModule,
  createReadingPool,
  type ReadingPool,
  type ReadingPoolOptions,
} from './processes/reading-pool';
export { serveReadings } from './processes/reading-process';
export { joinFiles, type NamedBytes } from './several-files';
export { packJson, unpackJson } from './processes/packed-json';
export {
  type WorkbookLimits,
  WORKBOOK_LIMITS,
  WorkbookRefused,
  type RefusalCode,
} from './limits-and-refusals';
export type { FormLook } from './writing/form-looks';
export { type SheetTable, tableSheet, type TableValue, tableValues } from './writing/table-sheet';
export {
  type FormCell,
  type FormContent,
  type FormRow,
  type FormSheet,
  type FormWorkbook,
  type InputRule,
  writeForm,
} from './writing/write-form';

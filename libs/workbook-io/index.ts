export type { NoteParagraph } from './marking/comments-patch';
export type { ListCell, ListSheet } from './marking/list-sheet';
export {
  listWorkbook,
  markWorkbook,
  type Marking,
  type SheetMark,
  type WrittenWorkbook,
} from './marking/mark-workbook';
export { MARK_TONES, type MarkTone } from './marking/tones';
export { fileKind } from './file-kind';
export * from './open-workbook';
export { parsePlace } from './cell-references';
export * from './sheet-model';
export { loadSheetJs } from './sheetjs/sheetjs';
export { shownText } from './sheetjs/shown-value';
export { compiledModule } from './processes/compiled-module';
export { createReadingPool, type ReadingPool, type ReadingPoolOptions } from './processes/reading-pool';
export { serveReadings } from './processes/serve-readings';
export * from './workbook-limits';
export { WorkbookRefused, type RefusalCode } from './workbook-refused';
export type {
  FormCell,
  FormContent,
  FormLook,
  FormRow,
  FormSheet,
  FormWorkbook,
  InputRule,
} from './writing/form';
export { writeForm } from './writing/write-form';

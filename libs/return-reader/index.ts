export { SETTLED_BY_REASON, MESSAGES as FINDING_MESSAGES } from './findings/catalogue';
export {
  type AnsweredFinding,
  optionsOf,
  type ReadingOptions,
  ROW_ROLES,
  type RowRole,
  PLAN_TYPE_ROLES,
  SHEET_ROLES,
  type SheetRole,
  captionsOf,
  type TableMapping,
} from './model/options';
export * from './model/finding-codes';
export * from './model/reading';
export { applyCorrections } from './corrections/apply-corrections';
export type { Standing } from './corrections/standing';
export { unitChoices, countOfFindings } from './findings/findings';
export { type ComparedAmount, knownKey, powerOffMost } from './checks/implausible-amounts';
export { settledGroup } from './kinds/project-group';
export { isAmount, isNumeric, parseMeaning } from './model/meaning';
export {
  exitCodeOf,
  refusedReading,
  unreadableFile,
  createReturnReader,
  type ReturnReader,
  unpackReading,
} from './return-reader';
export { readWorkbook } from './read-workbook';
export { READING_SCHEMA, type FileReading } from './schema/reading-schema';
export type { AddedWord } from './vocabulary/phrase-book';
export { askedFor, obstacleIn, saysNothing } from './vocabulary/obstacles';
export {
  conflictOf,
  type WordConflict,
  explainCaption,
  knownVocabulary,
  meaningName,
} from './glossary/known-vocabulary';
export {
  type SheetWindow,
  type WindowRequest,
  createWindowReader,
  type WindowReader,
} from './window/sheet-window';
export * from './evidence/evidence-words';

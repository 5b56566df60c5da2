export {
  type BlankReturnKind,
  type BlankReturnQuery,
  BlankReturn,
  type NamedFile,
  MarkedReturn,
} from './application/blank-and-marked-returns';
export * from './application/standings-workbook';
export * from './documents.module';

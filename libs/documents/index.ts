export * from './application/blank-return';
export * from './application/marked-return';
export type { NamedFile } from './application/named-file';
export * from './application/standings-workbook';
export * from './documents.module';

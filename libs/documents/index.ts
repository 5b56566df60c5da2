export * from './application/blank-return';
export * from './application/marked-return';
export * from './application/standings-workbook';
export * from './documents.module';

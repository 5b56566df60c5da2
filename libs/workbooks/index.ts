export * from './open-workbook';
export * from './sheet-model';
export * from './workbook-limits';
export { WorkbookRefused, type RefusalCode } from './workbook-refused';

export * from './open-workbook';
export * from './sheet-model';
export * from './workbook-refused';

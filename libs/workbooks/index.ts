export * from './open-workbook';
export * from './sheet-model';
export { compiledModule } from './threads/compiled-module';
export { createReadingPool, type ReadingPool, type ReadingPoolOptions } from './threads/reading-pool';
export { serveReadings } from './threads/serve-readings';
export * from './workbook-limits';
export { WorkbookRefused, type RefusalCode } from './workbook-refused';

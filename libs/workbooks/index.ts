export * from './open-workbook';
export * from './sheet-model';
export { compiledModule } from './processes/compiled-module';
export { createReadingPool, type ReadingPool, type ReadingPoolOptions } from './processes/reading-pool';
export { serveReadings } from './processes/serve-readings';
export * from './workbook-limits';
export { WorkbookRefused, type RefusalCode } from './workbook-refused';

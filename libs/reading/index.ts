export * from './answers';
export * from './reading';
export * from './options';
export { exitCodeOf } from './exit-code';
export { readWorkbook } from './read-workbook';
export { refusedReading, unreadableFile } from './refused-reading';
export { createReturnReader, type ReturnReader } from './return-reader';

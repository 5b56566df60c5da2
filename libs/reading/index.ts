export * from './reading';
export * from './options';
export { exitCodeOf } from './exit-code';
export { readWorkbook } from './read-workbook';

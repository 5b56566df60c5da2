export * from './month-table';
export { type Month, monthsOf, inGroups } from './read-months';
export * from './use-month-sums';

export * from './month-table';
export { monthsOf, inGroups } from './read-months';
export * from './use-month-sums';

export * from './month-entry';
export * from './month-table';
export * from './months';
export { inGroups } from './read-months';
export * from './use-month-sums';

export { Amount, Unknown, DateText, RateBar } from './values';
export * from './page-state';
export * from './section';

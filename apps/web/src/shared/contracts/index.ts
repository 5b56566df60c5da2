export * from './columns';
export { ADVANCE_STATES, GUARANTEE_STATES } from './messages';
export * from './queries';

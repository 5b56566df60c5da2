export { DueState, HeldByCause, HeldStrip, useCauseNames } from './held';
export * from './queries';

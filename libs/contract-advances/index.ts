export * from './application/contract-advances';
export * from './application/outstanding-contract-advances';
export * from './contract-advances.module';
export { RECOVERED_BY_PERCENT } from './domain/recovery-clock';

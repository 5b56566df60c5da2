export * from './application/guarantees/guarantees';
export { GuaranteeWarnings } from './application/guarantees/guarantee-warnings';
export * from './application/guarantees/open-guarantees';
export * from './application/advances/contract-advances';
export * from './application/advances/outstanding-contract-advances';
export { RECOVERED_BY_PERCENT } from './domain/advances/recovery-clock';
export * from './works-contracts.module';

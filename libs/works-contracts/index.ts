export * from './application/closing/closing-items';
export * from './application/guarantees/guarantees';
export { GuaranteeWarnings } from './application/guarantees/guarantee-warnings';
export { openGuarantees, type GuaranteeRow } from './persistence/guarantees/guarantee-rows';
export * from './application/advances/contract-advances';
export { outstandingContractAdvances } from './persistence/advances/contract-advance-rows';
export { RECOVERED_BY_PERCENT } from './domain/advances/recovery-clock';
export * from './works-contracts.module';

export { type ClosingItem, type ClosingPage, ClosingItems } from './application/closing-items';
export { type GuaranteePage, Guarantees, GuaranteeWarnings } from './application/guarantees';
export { openGuarantees, type GuaranteeRow } from './persistence/guarantee-rows';
export {
  type ContractAdvancePage,
  type AdvanceTerms,
  type AdvanceOnDay,
  type AdvanceRecovery,
  ContractAdvances,
} from './application/contract-advances';
export { outstandingContractAdvances } from './persistence/contract-advance-rows';
export { RECOVERED_BY_PERCENT } from './domain/recovery-clock';
export * from './works-contracts.module';

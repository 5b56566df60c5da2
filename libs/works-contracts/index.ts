export { type ClosingItem, type ClosingPage, ClosingItems } from './application/closing-items';
export { type GuaranteePage, Guarantees, GuaranteeWarnings } from './application/guarantees';
export {
  openGuarantees,
  type GuaranteeRow,
  outstandingContractAdvances,
} from './persistence/advance-and-guarantee-rows';
export {
  type ContractAdvancePage,
  type AdvanceTerms,
  type AdvanceOnDay,
  type AdvanceRecovery,
  ContractAdvances,
} from './application/contract-advances';
export { RECOVERED_BY_PERCENT } from './domain/recovery-clock';
export * from './works-contracts.module';

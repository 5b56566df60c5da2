export * from './application/guarantees';
export * from './application/open-guarantees';
export * from './guarantees.module';
export type { GuaranteeRow } from './infrastructure/guarantee-rows';

export * from './allocations.module';
export * from './application/current-plan';
export * from './application/list-ledger';
export * from './application/recompute-plan';
export * from './infrastructure/plan-sql';

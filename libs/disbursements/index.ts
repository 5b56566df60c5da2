export * from './application/list-project-figures';
export * from './application/rebuild-positions';
export * from './application/summarize';
export * from './disbursements.module';
export * from './domain/basis';
export * from './domain/known-amount';
export * from './infrastructure/positions-sql';

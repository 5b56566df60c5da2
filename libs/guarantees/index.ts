export * from './application/guarantees';
export * from './application/open-guarantees';
export * from './guarantees.module';

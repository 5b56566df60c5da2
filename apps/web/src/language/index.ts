export * from './formats';
export * from './preferences';
export * from './use-formats';
export * from './use-text';
export * from './wording';

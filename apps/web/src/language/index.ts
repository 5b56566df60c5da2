export * from './formats';
export * from './preferences';
export * from './wording';

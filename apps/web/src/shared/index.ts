export * from './amount';
export * from './date-text';
export * from './list-states';
export * from './page-state';
export * from './query-states';
export * from './rate';
export * from './refusal';
export * from './section';

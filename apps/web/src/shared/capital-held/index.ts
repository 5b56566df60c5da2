export * from './due-state';
export * from './held-by-cause';
export * from './held-strip';
export * from './queries';
export * from './use-cause-names';

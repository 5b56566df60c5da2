export * from './messages';
export * from './use-meaning-name';

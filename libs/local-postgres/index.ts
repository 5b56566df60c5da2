export * from './folder-claim';
export * from './local-postgres';
export * from './process-tag';
export * from './start-failure';

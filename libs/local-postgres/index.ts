export * from './folder-claim';
export * from './local-postgres';
export * from './process-tag';
export * from './running';
export * from './start-failure';

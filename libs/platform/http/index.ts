export * from './access';
export * from './files';
export { HealthModule } from './health.controller';
export * from './http.module';
export * from './json-limits';
export { problems } from './messages';
export * from './request';

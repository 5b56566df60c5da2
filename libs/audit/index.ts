export * from './application/export-audit-trail';
export * from './application/list-audit-entries';
export * from './audit.module';

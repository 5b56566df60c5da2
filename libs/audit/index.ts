export * from './application/audit-words';
export * from './application/export-audit-trail';
export * from './application/list-audit-entries';
export * from './application/name-subjects';
export * from './audit.module';

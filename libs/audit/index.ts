export { ExportAuditTrail, NameSubjects, ListAuditEntries, auditWords } from './application/read-audit-trail';
export * from './audit.module';

import { Module } from '@nestjs/common';
import { ExportAuditTrail } from './application/export-audit-trail';
import { ListAuditEntries } from './application/list-audit-entries';

/** The audit trail as it is read; contexts write it through the platform. Needs the PlatformModule. */
@Module({ providers: [ExportAuditTrail, ListAuditEntries], exports: [ExportAuditTrail, ListAuditEntries] })
export class AuditTrailModule {}

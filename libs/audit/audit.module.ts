import { Module } from '@nestjs/common';
import { ExportAuditTrail } from './application/export-audit-trail';
import { ListAuditEntries, NameSubjects } from './application/list-audit-entries';

const SERVICES = [ExportAuditTrail, ListAuditEntries, NameSubjects];

/** The audit trail as it is read; contexts write it through the platform. Needs the PlatformModule. */
@Module({ providers: SERVICES, exports: SERVICES })
export class AuditModule {}

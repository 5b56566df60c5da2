import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ExportAuditTrail, ListAuditEntries, NameSubjects } from './application/read-audit-trail';
import { AuditEntry } from './persistence/entities/audit-entry';

const ENTITIES = [AuditEntry];

const SERVICES = [ExportAuditTrail, ListAuditEntries, NameSubjects];

/** The audit trail as it is read; contexts write it through the platform. Needs the PlatformModule. */
@Module({ imports: [TypeOrmModule.forFeature(ENTITIES)], providers: SERVICES, exports: SERVICES })
export class AuditModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '@thongvon/audit';
import { AuditTrailController } from './audit-trail.controller';

@Module({ imports: [AuditModule], controllers: [AuditTrailController] })
export class AuditTrailApiModule {}

import { Module } from '@nestjs/common';
import { AuditTrailModule } from '@thongvon/audit-trail';
import { AuditTrailController } from './audit-trail.controller';

@Module({ imports: [AuditTrailModule], controllers: [AuditTrailController] })
export class AuditTrailApiModule {}

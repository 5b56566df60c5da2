import { Module } from '@nestjs/common';
import { AuditModule } from '../audit.module';
import { AuditTrailController } from './audit-trail.controller';

/** The API of the trail. */
@Module({
  imports: [AuditModule],
  controllers: [AuditTrailController],
})
export class AuditHttpModule {}

import { Module } from '@nestjs/common';
import { AuditTrailModule } from '@thongvon/audit-trail';
import { FailedJobsController } from './failed-jobs.controller';

@Module({ imports: [AuditTrailModule], controllers: [FailedJobsController] })
export class FailedJobsApiModule {}

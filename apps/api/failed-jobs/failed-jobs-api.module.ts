import { Module } from '@nestjs/common';
import { AuditModule } from '@thongvon/audit';
import { FailedJobsController } from './failed-jobs.controller';

@Module({ imports: [AuditModule], controllers: [FailedJobsController] })
export class FailedJobsApiModule {}

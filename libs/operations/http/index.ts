import { Module } from '@nestjs/common';
import { AuditModule } from '@thongvon/audit';
import { OrganizationsModule } from '@thongvon/organizations';
import { DescribeSystem } from '../application/describe-system';
import { AboutController } from './about.controller';
import { FailedJobsController } from './failed-jobs.controller';
import { MailsController } from './mails.controller';

/** The API of the running system itself, for who administers it. */
@Module({
  imports: [AuditModule, OrganizationsModule],
  controllers: [AboutController, FailedJobsController, MailsController],
  providers: [DescribeSystem],
})
export class OperationsHttpModule {}

import { Module } from '@nestjs/common';
import { AuditModule } from '@thongvon/audit';
import { OrganizationsModule } from '@thongvon/organizations';
import { DescribeSystem } from '../application/describe-system';
import { AboutController, FailedJobsController, MailsController } from './operations.controller';

/** The API of the running system itself, for who administers it. */
@Module({
  imports: [AuditModule, OrganizationsModule],
  controllers: [AboutController, FailedJobsController, MailsController],
  providers: [DescribeSystem],
})
export class OperationsHttpModule {}

import { Module } from '@nestjs/common';
import { ReportingDutiesModule } from '../reporting-duties.module';
import {
  OrganizationDutiesController,
  OwedReturnsController,
  ReportingDutiesController,
} from './reporting-duties.controller';

/** The API of who owes which return, and of what is owed. */
@Module({
  imports: [ReportingDutiesModule],
  controllers: [OrganizationDutiesController, OwedReturnsController, ReportingDutiesController],
})
export class ReportingDutiesHttpModule {}

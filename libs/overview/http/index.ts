import { Module } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { OrganizationsModule } from '@thongvon/organizations';
import { ReportingDutiesModule } from '@thongvon/reporting-duties';
import { ReturnsModule } from '@thongvon/returns';
import { CapitalModule } from '@thongvon/capital';
import { DocumentsModule } from '@thongvon/documents';
import { BlockersModule } from '@thongvon/blockers';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { TasksModule } from '@thongvon/tasks';
import { ViewMyWork } from '../application/my-work';
import { ListOverview, SumOverview, ViewCourse } from '../application/overview';
import { MyWorkController } from './my-work.controller';
import { OverviewController } from './overview.controller';

/** The API of the overview: the course of the year, bars that filter, the table of projects; and what waits for who asks. */
@Module({
  imports: [
    AlertsModule,
    BlockersModule,
    CapitalModule,
    DocumentsModule,
    LandClearanceModule,
    OrganizationsModule,
    ReportingDutiesModule,
    ReturnsModule,
    TasksModule,
  ],
  controllers: [OverviewController, MyWorkController],
  providers: [ListOverview, SumOverview, ViewCourse, ViewMyWork],
})
export class OverviewHttpModule {}

import { Module } from '@nestjs/common';
import { AlertsModule } from '@thongvon/alerts';
import { CapitalModule } from '@thongvon/capital';
import { DocumentsModule } from '@thongvon/documents';
import { BlockersModule } from '@thongvon/blockers';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { ListOverview, SumOverview, ViewCourse } from '../application/overview';
import { OverviewController } from './overview.controller';

/** The API of the overview: the course of the year, bars that filter, the table of projects. */
@Module({
  imports: [AlertsModule, CapitalModule, BlockersModule, LandClearanceModule, DocumentsModule],
  controllers: [OverviewController],
  providers: [ListOverview, SumOverview, ViewCourse],
})
export class OverviewHttpModule {}

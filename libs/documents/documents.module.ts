import { Module } from '@nestjs/common';
import { CapitalModule } from '@thongvon/capital';
import { BlockersModule } from '@thongvon/blockers';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { OrganizationsModule } from '@thongvon/organizations';
import { ReturnsModule } from '@thongvon/returns';
import { BlankReturn, MarkedReturn, MarkingProcesses } from './application/blank-and-marked-returns';
import { StandingsWorkbook } from './application/standings-workbook';

@Module({
  imports: [CapitalModule, BlockersModule, LandClearanceModule, OrganizationsModule, ReturnsModule],
  providers: [BlankReturn, MarkedReturn, MarkingProcesses, StandingsWorkbook],
  exports: [BlankReturn, MarkedReturn, StandingsWorkbook],
})
export class DocumentsModule {}

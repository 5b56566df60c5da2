import { Module } from '@nestjs/common';
import { CapitalModule } from '@thongvon/capital';
import { BlockersModule } from '@thongvon/blockers';
import { LandClearanceModule } from '@thongvon/land-clearance';
import { OrganizationsModule } from '@thongvon/organizations';
import { ReturnsModule } from '@thongvon/returns';
import { BlankReturn } from './application/blank-return';
import { MarkedReturn } from './application/marked-return';
import { StandingsWorkbook } from './application/standings-workbook';
import { MarkingProcesses } from './persistence/marking-processes';

@Module({
  imports: [CapitalModule, BlockersModule, LandClearanceModule, OrganizationsModule, ReturnsModule],
  providers: [BlankReturn, MarkedReturn, MarkingProcesses, StandingsWorkbook],
  exports: [BlankReturn, MarkedReturn, StandingsWorkbook],
})
export class DocumentsModule {}

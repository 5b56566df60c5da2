import { Module } from '@nestjs/common';
import { OrganizationsModule } from '@thongvon/organizations';
import { ReturnsModule } from '@thongvon/returns';
import { BlankReturn } from './application/blank-return';
import { MarkedReturn } from './application/marked-return';
import { MarkingProcesses } from './infrastructure/marking-processes';

@Module({
  imports: [OrganizationsModule, ReturnsModule],
  providers: [BlankReturn, MarkedReturn, MarkingProcesses],
  exports: [BlankReturn, MarkedReturn],
})
export class ReportsModule {}

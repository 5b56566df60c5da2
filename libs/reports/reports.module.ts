import { Module } from '@nestjs/common';
import { ReturnsModule } from '@thongvon/returns';
import { MarkedReturn } from './application/marked-return';
import { MarkingProcesses } from './infrastructure/marking-processes';

@Module({
  imports: [ReturnsModule],
  providers: [MarkedReturn, MarkingProcesses],
  exports: [MarkedReturn],
})
export class ReportsModule {}

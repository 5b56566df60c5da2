import { Module } from '@nestjs/common';
import { ReportsModule } from '@thongvon/reports';
import { BlankReturnController } from './blank-return.controller';
import { MarkedReturnController } from './marked-return.controller';

@Module({ imports: [ReportsModule], controllers: [BlankReturnController, MarkedReturnController] })
export class ReportsApiModule {}

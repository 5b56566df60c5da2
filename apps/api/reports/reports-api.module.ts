import { Module } from '@nestjs/common';
import { ReportsModule } from '@thongvon/reports';
import { MarkedReturnController } from './marked-return.controller';

@Module({ imports: [ReportsModule], controllers: [MarkedReturnController] })
export class ReportsApiModule {}

import { Module } from '@nestjs/common';
import { DocumentsModule } from '@thongvon/documents';
import { BlankReturnController } from './blank-return.controller';
import { MarkedReturnController } from './marked-return.controller';

@Module({ imports: [DocumentsModule], controllers: [BlankReturnController, MarkedReturnController] })
export class ReportsApiModule {}

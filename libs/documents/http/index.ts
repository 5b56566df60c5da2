import { Module } from '@nestjs/common';
import { DocumentsModule } from '../documents.module';
import { BlankReturnController, MarkedReturnController } from './documents.controller';

/** The API of blank and marked returns. */
@Module({
  imports: [DocumentsModule],
  controllers: [BlankReturnController, MarkedReturnController],
})
export class DocumentsHttpModule {}

import { Module } from '@nestjs/common';
import { ReturnsModule } from '@thongvon/returns';
import { VocabularyController } from './vocabulary.controller';

@Module({ imports: [ReturnsModule], controllers: [VocabularyController] })
export class ReadingApiModule {}

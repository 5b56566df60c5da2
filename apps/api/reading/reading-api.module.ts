import { Module } from '@nestjs/common';
import { ReturnsModule } from '@thongvon/returns';
import { VocabularyModule } from '@thongvon/vocabulary';
import { VocabularyController } from './vocabulary.controller';

@Module({ imports: [ReturnsModule, VocabularyModule], controllers: [VocabularyController] })
export class ReadingApiModule {}

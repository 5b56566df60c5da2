import { Module } from '@nestjs/common';
import { AddedWords } from './application/added-words';

/** Words that an installation adds to those of the reader. Needs the PlatformModule. */
@Module({ providers: [AddedWords], exports: [AddedWords] })
export class VocabularyModule {}

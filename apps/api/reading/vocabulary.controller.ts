import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaptionQuery, ExplainedCaptionView, VocabularyView } from '@thongvon/contracts';
import { explainCaption, knownVocabulary } from '@thongvon/reading';
import { Allow } from '../http/allow';

/** The words by which workbooks are read. */
@ApiTags('reading')
@Controller('reading-vocabulary')
export class VocabularyController {
  @ApiOperation({ summary: 'Every phrase that the reader knows' })
  @Get()
  @Allow('administrator')
  @ApiOkResponse({ type: VocabularyView })
  show(): VocabularyView {
    return knownVocabulary();
  }

  @ApiOperation({ summary: 'What one caption says to the reader' })
  @Get('caption')
  @Allow('administrator')
  @ApiOkResponse({ type: ExplainedCaptionView })
  explain(@Query() { text }: CaptionQuery): ExplainedCaptionView {
    return explainCaption(text);
  }
}

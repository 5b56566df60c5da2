import { Body, Controller, Get, HttpCode, Param, type PipeTransform, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AddedWordListQuery,
  AddedWordView,
  AddWordRequest,
  CaptionQuery,
  ExplainedCaptionView,
  listOf,
  type ListOf,
  ReasonRequest,
  VocabularyView,
  WordPreviewView,
  WordRequest,
} from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Allow, TopOfficeOnly, CurrentActor, problems } from '@thongvon/platform/http';
import { formatInstant } from '@thongvon/kernel';
import { explainCaption, knownVocabulary } from '@thongvon/return-reader';
import { AddedWords, type KeptWord, TryWord } from '../application/vocabulary';

/** The words by which workbooks are read: those of the reader, and those of this installation. */
@ApiTags('reading')
@Controller('reading-vocabulary')
export class VocabularyController {
  constructor(
    private readonly words: AddedWords,
    private readonly trying: TryWord,
  ) {}

  @ApiOperation({ summary: 'Every phrase that this version of the reader knows' })
  @Get()
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: VocabularyView })
  show(): VocabularyView {
    return knownVocabulary();
  }

  @ApiOperation({ summary: 'What one caption says to the reader, with the words of this installation' })
  @Get('caption')
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: ExplainedCaptionView })
  async explain(@Query() { text }: CaptionQuery): Promise<ExplainedCaptionView> {
    return explainCaption(text, await this.words.inForce());
  }

  @ApiOperation({ summary: 'Words of this installation: those that count first, then those retired' })
  @Get('words')
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: listOf(AddedWordView) })
  async list(@Query() query: AddedWordListQuery): Promise<ListOf<AddedWordView>> {
    const { items, ...page } = await this.words.list(query);
    return { ...page, items: items.map(view) };
  }

  @ApiOperation({ summary: 'Adds a word: it counts from the next reading on' })
  @Post('words')
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiCreatedResponse({ type: AddedWordView })
  async add(
    @CurrentActor() actor: Actor,
    @Body() { kind, meaning, phrase, reason }: AddWordRequest,
  ): Promise<AddedWordView> {
    return view(await this.words.add(actor, { kind, meaning, phrase }, reason));
  }

  @ApiOperation({
    summary: 'Shows what stands against a word and which waiting returns it would help. Changes nothing.',
  })
  @Post('words/preview')
  @HttpCode(200)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: WordPreviewView })
  try(
    @CurrentActor() actor: Actor,
    @Body() { kind, meaning, phrase }: WordRequest,
  ): Promise<WordPreviewView> {
    return this.trying.run(actor, { kind, meaning, phrase });
  }

  @ApiOperation({ summary: 'Retires a word: it no longer counts from the next reading on' })
  @Post('words/:id/retirement')
  @HttpCode(200)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: AddedWordView })
  async retire(
    @CurrentActor() actor: Actor,
    @Param('id', wordId()) id: number,
    @Body() { reason }: ReasonRequest,
  ): Promise<AddedWordView> {
    return view(await this.words.retire(actor, id, reason));
  }
}

function view({ addedAt, retiredAt, ...word }: KeptWord): AddedWordView {
  return { ...word, addedAt: formatInstant(addedAt), retiredAt: retiredAt && formatInstant(retiredAt) };
}

/** Words are numbered; what is no such number can't be the id of any. */
function wordId(): PipeTransform<string, number> {
  return {
    transform: (text) => {
      if (!/^[1-9]\d{0,8}$/.test(text)) throw problems.idUnknown();
      return Number(text);
    },
  };
}

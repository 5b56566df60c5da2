import { Body, Controller, Get, HttpCode, Param, type PipeTransform, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  AddedWordListQuery,
  AddedWordView,
  AddWordRequest,
  CaptionQuery,
  ExplainedCaptionView,
  ForgetRequest,
  listOf,
  type ListOf,
  ReasonRequest,
  RememberedListQuery,
  type RememberedTopic,
  RememberedView,
  VocabularyView,
  WordPreviewView,
  WordRequest,
} from '@thongvon/api-contract';
import { formatInstant } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Id, problems, TopOfficeOnly, Statements } from '@thongvon/platform/http';
import { explainCaption, knownVocabulary } from '@thongvon/return-reader';
import { OfficeProfiles, type RememberedOfOffice } from '../application/office-profiles';
import { AddedWords, type KeptWord, TryWord } from '../application/vocabulary';
import type { Answer } from '../domain/answer';
import type { Remembered } from '../domain/office-profile';

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
  @Statements(0)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: VocabularyView })
  show(): VocabularyView {
    return knownVocabulary();
  }

  @ApiOperation({ summary: 'What one caption says to the reader, with the words of this installation' })
  @Get('caption')
  @Statements(1)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: ExplainedCaptionView })
  async explain(@Query() { text }: CaptionQuery): Promise<ExplainedCaptionView> {
    return explainCaption(text, await this.words.inForce());
  }

  @ApiOperation({ summary: 'Words of this installation: those that count first, then those retired' })
  @Get('words')
  @Statements(1)
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

/** What offices have answered about their tables once for all. */
@ApiTags('office-profiles')
@Controller('office-profiles')
export class OfficeProfilesController {
  constructor(private readonly profiles: OfficeProfiles) {}

  @ApiOperation({ summary: 'What is remembered, by office' })
  @Get()
  @Statements(2)
  @Allow('administrator')
  @ApiOkResponse({ type: listOf(RememberedView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() query: RememberedListQuery,
  ): Promise<ListOf<RememberedView>> {
    const { items, names, ...page } = await this.profiles.list(actor, query);
    return { ...page, items: items.map((item) => rememberedView(item, names)) };
  }

  @ApiOperation({ summary: 'Forgets one thing of an office: its next return asks again' })
  @Post(':id/forgetting')
  @HttpCode(204)
  @Allow('administrator')
  @ApiNoContentResponse()
  forget(
    @CurrentActor() actor: Actor,
    @Id() organizationId: string,
    @Body() { id, reason }: ForgetRequest,
  ): Promise<void> {
    return this.profiles.forget(actor, organizationId, id, reason);
  }
}

const NOTHING = {
  sheet: null,
  cell: null,
  asked: null,
  value: null,
  projectName: null,
  columns: [],
  headerRows: [],
  unit: null,
} as const;

/** What is remembered as it is shown; `names` are those of the people, returns and projects behind it, by their ids. */
function rememberedView(
  { id, organization, remembered }: RememberedOfOffice,
  names: ReadonlyMap<string, string>,
): RememberedView {
  const { origin } = remembered;
  return {
    ...NOTHING,
    ...partsOf(remembered, names),
    id,
    organization,
    origin: origin && {
      by: names.get(origin.by ?? '') ?? null,
      at: origin.at,
      returnId: origin.returnId,
      fileName: names.get(origin.returnId) ?? '',
    },
  };
}

function partsOf(
  remembered: Remembered,
  names: ReadonlyMap<string, string>,
): Pick<RememberedView, 'topic'> & Partial<RememberedView> {
  switch (remembered.type) {
    case 'habit':
      return { topic: 'habit', value: remembered.habit };
    case 'answer':
      return ofAnswer(remembered.answer, names);
    case 'table': {
      const { sheet, headerRows, kind, columns, unit, captions = [] } = remembered.mapping;
      const captionOf = (column: string): string | null =>
        captions.find((caption) => caption.startsWith(`${column}: `))?.slice(column.length + 2) ?? null;
      return {
        topic: 'table',
        value: kind,
        sheet,
        headerRows,
        unit: unit ?? null,
        columns: columns.map(({ column, meaning }) => ({ column, meaning, caption: captionOf(column) })),
      };
    }
  }
}

/** Only what is lasting is remembered, and each of these is a topic of its own. */
function ofAnswer(
  { asks, sheet, cell, asked, value, captions = {} }: Answer,
  names: ReadonlyMap<string, string>,
): Pick<RememberedView, 'topic'> & Partial<RememberedView> {
  const about = { topic: asks as RememberedTopic, sheet, cell, asked };
  if (asks === 'project')
    return { ...about, value: value === 'new' ? value : null, projectName: names.get(value ?? '') ?? null };
  if (asks !== 'column' && !(value ?? '').includes('=')) return { ...about, value };
  const columns = [...(value ?? '').matchAll(/([A-Z]+)=([^,]+)/g)].map(([, column = '', meaning = '']) => ({
    column,
    meaning,
    caption: captions[column] ?? null,
  }));
  return { ...about, columns };
}

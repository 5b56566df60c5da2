import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AnswersRequest,
  CorrectionsRequest,
  MappingRequest,
  ReturnStatusView,
  TakeBackCorrectionsRequest,
  TakeBackRequest,
} from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Id, JsonLimit, LONG_JSON } from '@thongvon/platform/http';
import { AnswerReturn, MapReturn, ReadAgain } from '../application/answer-return';
import { CorrectReturn } from '../application/correct-return';
import { statusView as view } from './status-view';

/** What a sender says of a return that has not been handed in; each has the workbook read again. */
@ApiTags('returns')
@Controller('returns/:id')
export class ReturnAnswersController {
  constructor(
    private readonly answering: AnswerReturn,
    private readonly correcting: CorrectReturn,
    private readonly mapping: MapReturn,
    private readonly readingAgain: ReadAgain,
  ) {}

  @ApiOperation({
    summary: 'Answers questions; the workbook is read again in their light.',
    operationId: 'ReturnSteps.answer',
  })
  @Post('answers')
  @JsonLimit(LONG_JSON)
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiAcceptedResponse({ type: ReturnStatusView })
  answer(@CurrentActor() actor: Actor, @Id() id: string, @Body() { answers }: AnswersRequest) {
    const given = answers.map(({ code, sheet, cell, asked, value, reason }) => ({
      code,
      sheet: sheet ?? null,
      cell: cell ?? null,
      asked: asked ?? null,
      value: value ?? null,
      reason: reason ?? null,
    }));
    return view(id, this.answering.answer(actor, id, given));
  }

  @ApiOperation({
    summary: 'Takes answers back before the return is handed in; the workbook is read again without them.',
    operationId: 'ReturnSteps.takeBack',
  })
  @Post('answers/taken-back')
  @JsonLimit(LONG_JSON)
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiAcceptedResponse({ type: ReturnStatusView })
  takeBack(@CurrentActor() actor: Actor, @Id() id: string, @Body() { answers }: TakeBackRequest) {
    const addresses = answers.map(({ code, sheet, cell, asked }) => ({
      code,
      sheet: sheet ?? null,
      cell: cell ?? null,
      asked: asked ?? null,
    }));
    return view(id, this.answering.takeBack(actor, id, addresses));
  }

  @ApiOperation({
    summary:
      'Declares what is right for cells, with reasons, before the return is handed in; the workbook is read again as if it stood there. The file stays as it came. The same once more changes nothing.',
    operationId: 'ReturnSteps.correct',
  })
  @Post('corrections')
  @JsonLimit(LONG_JSON)
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiAcceptedResponse({ type: ReturnStatusView })
  correct(@CurrentActor() actor: Actor, @Id() id: string, @Body() { corrections }: CorrectionsRequest) {
    const given = corrections.map(({ type, reason, ...correction }) => ({
      ...correction,
      type: type ?? null,
      reason: (reason ?? '').trim(),
    }));
    return view(id, this.correcting.declare(actor, id, given));
  }

  @ApiOperation({
    summary:
      'Takes declared corrections back before the return is handed in; the workbook is read again without them.',
    operationId: 'ReturnSteps.takeBackCorrections',
  })
  @Post('corrections/taken-back')
  @JsonLimit(LONG_JSON)
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiAcceptedResponse({ type: ReturnStatusView })
  takeBackCorrections(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { cells }: TakeBackCorrectionsRequest,
  ) {
    return view(id, this.correcting.takeBack(actor, id, cells));
  }

  @ApiOperation({
    summary: 'Says where tables stand that could not be recognised; the workbook is read again by it.',
    operationId: 'ReturnSteps.map',
  })
  @Put('mapping')
  @JsonLimit(LONG_JSON)
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiAcceptedResponse({ type: ReturnStatusView })
  map(@CurrentActor() actor: Actor, @Id() id: string, @Body() { tables }: MappingRequest) {
    return view(id, this.mapping.map(actor, id, tables));
  }

  @ApiOperation({
    summary: 'Has the workbook read again as it is, by the words that the system knows now.',
    operationId: 'ReturnSteps.readAgain',
  })
  @Post('reading')
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiAcceptedResponse({ type: ReturnStatusView })
  readAgain(@CurrentActor() actor: Actor, @Id() id: string) {
    return view(id, this.readingAgain.run(actor, id));
  }
}

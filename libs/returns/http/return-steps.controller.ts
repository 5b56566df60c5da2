import { Body, Controller, Headers, HttpCode, Post, Put } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  AnswersRequest,
  ApprovalRequest,
  CorrectionsRequest,
  MappingRequest,
  ReasonRequest,
  ReplyRequest,
  ReturnStatusView,
  type ReturnStatus,
  TakeBackCorrectionsRequest,
  TakeBackRequest,
} from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Id, JsonLimit, LONG_JSON } from '@thongvon/platform/http';
import { AnswerReturn, MapReturn, ReadAgain } from '../application/answer-return';
import { ApproveReturn, RevertReturn } from '../application/approve-return';
import { CorrectReturn } from '../application/correct-return';
import type { StepDone } from '../application/return-kinds';
import { ReplyToReturn } from '../application/reply-to-return';
import { GiveUpReturn, RestoreReturn } from '../application/give-up-return';
import { SendBackReturn, SubmitReturn } from '../application/submit-return';

const IF_MATCH = {
  name: 'If-Match',
  required: false,
  description: 'The ETag of what was seen; 412 if it has changed',
} as const;

/** What people do with a return. Repeating what is done already is no error. */
@ApiTags('returns')
@Controller('returns/:id')
export class ReturnStepsController {
  constructor(
    private readonly answering: AnswerReturn,
    private readonly correcting: CorrectReturn,
    private readonly mapping: MapReturn,
    private readonly readingAgain: ReadAgain,
    private readonly submitting: SubmitReturn,
    private readonly givingUp: GiveUpReturn,
    private readonly restoring: RestoreReturn,
    private readonly replying: ReplyToReturn,
  ) {}

  @ApiOperation({ summary: 'Answers questions; the workbook is read again in their light.' })
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
  })
  @Post('reading')
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiAcceptedResponse({ type: ReturnStatusView })
  readAgain(@CurrentActor() actor: Actor, @Id() id: string) {
    return view(id, this.readingAgain.run(actor, id));
  }

  @ApiOperation({ summary: 'The sender hands it in.' })
  @Post('submission')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: ReturnStatusView })
  submit(@CurrentActor() actor: Actor, @Id() id: string, @Headers('if-match') seen?: string) {
    return view(id, this.submitting.submit(actor, id, seen));
  }

  @ApiOperation({
    summary:
      'The sender takes back what was handed in: it is `ready` again, and can be handed in without another upload. What was not handed in is given up, as by `discarding`.',
  })
  @Post('withdrawal')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: ReturnStatusView })
  withdraw(@CurrentActor() actor: Actor, @Id() id: string) {
    return view(id, this.givingUp.withdraw(actor, id));
  }

  @ApiOperation({
    summary: 'The sender gives up what is not handed in; `restoration` takes it up again.',
  })
  @Post('discarding')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: ReturnStatusView })
  discard(@CurrentActor() actor: Actor, @Id() id: string) {
    return view(id, this.givingUp.discard(actor, id));
  }

  @ApiOperation({
    summary:
      'Takes up again what was given up, with its answers; the workbook is read again. 409 `RETURN-RECEIVED-AGAIN` where the same file has been sent anew.',
  })
  @Post('restoration')
  @HttpCode(202)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiAcceptedResponse({ type: ReturnStatusView })
  restore(@CurrentActor() actor: Actor, @Id() id: string) {
    return view(id, this.restoring.restore(actor, id));
  }

  @ApiOperation({
    summary:
      'The sender answers a return that came back: its figures are right. What was sent back is submitted again as it is; of what was reverted the same file comes in anew, under the id that is answered.',
  })
  @Post('reply')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: ReturnStatusView })
  reply(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { reply }: ReplyRequest,
  ): Promise<ReturnStatusView> {
    return this.replying.reply(actor, id, reply);
  }
}

/** What the finance office does with a return. Repeating what is done already is no error. */
@ApiTags('returns')
@Controller('returns/:id')
export class ReturnReviewController {
  constructor(
    private readonly approving: ApproveReturn,
    private readonly sendingBack: SendBackReturn,
    private readonly reverting: RevertReturn,
  ) {}

  @ApiOperation({
    summary:
      'The finance office lets it count; figures are recomputed at once after. 409 `FOUR-EYES` for who uploaded, answered or submitted it; `REASON-NEEDED` where a total would fall.',
    operationId: 'ReturnSteps.approve',
  })
  @Post('approval')
  @HttpCode(202)
  @Allow('finance-officer', 'finance-head')
  @ApiHeader(IF_MATCH)
  @ApiAcceptedResponse({ type: ReturnStatusView })
  @ApiBody({ type: ApprovalRequest, required: false })
  approve(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Headers('if-match') seen?: string,
    @Body() body?: ApprovalRequest,
  ) {
    const reason = body?.reason ?? undefined;
    return viewDone(
      id,
      this.approving.approve(actor, id, {
        ...(seen === undefined ? {} : { ifMatch: seen }),
        ...(reason === undefined ? {} : { reason }),
      }),
    );
  }

  @ApiOperation({ summary: 'The finance office sends it back.', operationId: 'ReturnSteps.sendBack' })
  @Post('sending-back')
  @HttpCode(200)
  @Allow('finance-officer', 'finance-head')
  @ApiOkResponse({ type: ReturnStatusView })
  sendBack(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason }: ReasonRequest) {
    return view(id, this.sendingBack.sendBack(actor, id, reason));
  }

  @ApiOperation({
    summary:
      'Undoes an approval: the figures no longer count, and what it had replaced counts again. 409 `FOUR-EYES` for who uploaded, answered or submitted it.',
    operationId: 'ReturnSteps.revert',
  })
  @Post('reversion')
  @HttpCode(200)
  @Allow('finance-officer', 'finance-head')
  @ApiOkResponse({ type: ReturnStatusView })
  revert(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason }: ReasonRequest) {
    return viewDone(id, this.reverting.revert(actor, id, reason));
  }
}

async function view(id: string, status: Promise<ReturnStatus>): Promise<ReturnStatusView> {
  return { id, status: await status };
}

async function viewDone(id: string, done: Promise<StepDone>): Promise<ReturnStatusView> {
  const { status, owners: { moved = [], kept = [] } = {} } = await done;
  return { id, status, movedProjects: moved, keptHandovers: kept };
}

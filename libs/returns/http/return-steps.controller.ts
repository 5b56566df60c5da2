import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import {
  ApprovalRequest,
  ReasonRequest,
  ReplyRequest,
  ReturnStatusView,
  SubmissionRequest,
} from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Id } from '@thongvon/platform/http';
import { ApproveReturn, RevertReturn } from '../application/approve-return';
import type { StepDone } from '../application/return-kinds';
import { ReplyToReturn } from '../application/reply-to-return';
import { GiveUpReturn, RestoreReturn } from '../application/give-up-return';
import { SendBackReturn, SubmitReturn } from '../application/submit-return';
import { statusView as view } from './status-view';

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
    private readonly submitting: SubmitReturn,
    private readonly givingUp: GiveUpReturn,
    private readonly restoring: RestoreReturn,
    private readonly replying: ReplyToReturn,
  ) {}

  @ApiOperation({
    summary:
      'The sender hands it in. 409 `RETURN-HAS-NEWER` where they tell which newer file they were shown (`newerSeen`) and another has come.',
  })
  @Post('submission')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiHeader(IF_MATCH)
  @ApiBody({ type: SubmissionRequest, required: false })
  @ApiOkResponse({ type: ReturnStatusView })
  submit(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Headers('if-match') ifMatch?: string,
    @Body() body?: SubmissionRequest,
  ) {
    return view(id, this.submitting.submit(actor, id, { ifMatch, newerSeen: body?.newerSeen }));
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

async function viewDone(id: string, done: Promise<StepDone>): Promise<ReturnStatusView> {
  const { status, owners: { moved = [], kept = [] } = {} } = await done;
  return { id, status, movedProjects: moved, keptHandovers: kept };
}

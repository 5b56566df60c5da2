import { Body, Controller, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  BlockerActionRequest,
  BlockerDetailView,
  ChangeBlockerRequest,
  CloseBlockerRequest,
  MergeBlockerRequest,
  OpenBlockerRequest,
  ReopenBlockerRequest,
  SeparateBlockerRequest,
} from '@thongvon/api-contract';
import { plainDate, type PlainDate } from '@thongvon/kernel';
import { proofGiven } from '@thongvon/land-clearance/http';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, CurrentActor, Id, given } from '@thongvon/platform/http';
import { ActOnBlocker, ChangeBlocker, OpenBlocker } from '../application/act-on-blocker';
import { MergeBlockers } from '../application/merge-blockers';
import { ViewBlocker } from '../application/view-blockers';
import { askedHolding, toDetailView } from './mapping';

/** What the offices do about blockers of their projects. Every action stays in the history; each answers the blocker as it stands. */
@ApiTags('blockers')
@Controller('blockers')
export class BlockerActionsController {
  constructor(
    private readonly opening: OpenBlocker,
    private readonly changing: ChangeBlocker,
    private readonly acting: ActOnBlocker,
    private readonly viewing: ViewBlocker,
    private readonly clock: SystemClock,
  ) {}

  /** Open a blocker by hand. */
  @Post()
  @Allow('reporter')
  @ApiCreatedResponse({ type: BlockerDetailView })
  async open(@CurrentActor() actor: Actor, @Body() request: OpenBlockerRequest): Promise<BlockerDetailView> {
    const { segmentId, due, openedOn, ...fields } = request;
    const id = await this.opening.open(actor, {
      ...given(fields),
      segmentId: segmentId ?? null,
      ...dates({ due, openedOn }),
    });
    return this.now(actor, id);
  }

  /** Set what is known of it: confirm the cause, name who must act and by when. */
  @Patch(':id')
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async change(@CurrentActor() actor: Actor, @Id() id: string, @Body() request: ChangeBlockerRequest) {
    const { reason, due, openedOn, ...fields } = request;
    await this.changing.change(actor, id, { ...given(fields), ...dates({ due, openedOn }) }, reason);
    return this.now(actor, id);
  }

  /** Record what was done about it. */
  @Post(':id/actions')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async act(@CurrentActor() actor: Actor, @Id() id: string, @Body() request: BlockerActionRequest) {
    const { type, on, proof, ...reported } = request;
    await this.acting.act(actor, id, type, { ...given(reported), ...day(on), ...proofGiven(proof) });
    return this.now(actor, id);
  }

  /** Close it: solved, or no blocker at all. */
  @Post(':id/closing')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async close(@CurrentActor() actor: Actor, @Id() id: string, @Body() request: CloseBlockerRequest) {
    const { reason, on, proof, ...reported } = request;
    await this.acting.close(actor, id, {
      text: reason,
      ...given(reported),
      ...day(on),
      ...proofGiven(proof),
    });
    return this.now(actor, id);
  }

  /** Reopen it. */
  @Post(':id/reopening')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async reopen(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason, on }: ReopenBlockerRequest) {
    await this.acting.reopen(actor, id, { text: reason, ...day(on) });
    return this.now(actor, id);
  }

  private async now(actor: Actor, id: string): Promise<BlockerDetailView> {
    return toDetailView(await this.viewing.view(actor, id, askedHolding({}, this.clock)));
  }
}

/** What is one blocker with another, and what is not. */
@ApiTags('blockers')
@Controller('blockers/:id')
export class BlockerMergersController {
  constructor(
    private readonly merging: MergeBlockers,
    private readonly viewing: ViewBlocker,
    private readonly clock: SystemClock,
  ) {}

  /** Say that it is the same as another: the other goes on for both. */
  @ApiOperation({
    summary: 'It is the same as another: the other goes on for both.',
    operationId: 'BlockerActions.merge',
  })
  @Post('merger')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async merge(@CurrentActor() actor: Actor, @Id() id: string, @Body() { into, reason }: MergeBlockerRequest) {
    await this.merging.merge(actor, id, into, reason);
    return this.now(actor, into);
  }

  /** Say that a merged one is a blocker of its own after all. */
  @ApiOperation({
    summary: 'A merged one is a blocker of its own after all.',
    operationId: 'BlockerActions.separate',
  })
  @Post('separation')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async separate(@CurrentActor() actor: Actor, @Id() id: string, @Body() { reason }: SeparateBlockerRequest) {
    await this.merging.separate(actor, id, reason);
    return this.now(actor, id);
  }

  private async now(actor: Actor, id: string): Promise<BlockerDetailView> {
    return toDetailView(await this.viewing.view(actor, id, askedHolding({}, this.clock)));
  }
}

const day = (on: string | undefined): { on?: PlainDate } => (on === undefined ? {} : { on: plainDate(on) });

function dates({ due, openedOn }: { due: string | null | undefined; openedOn: string | undefined }): {
  due?: PlainDate | null;
  openedOn?: PlainDate;
} {
  return {
    ...(due === undefined ? {} : { due: due === null ? null : plainDate(due) }),
    ...(openedOn === undefined ? {} : { openedOn: plainDate(openedOn) }),
  };
}

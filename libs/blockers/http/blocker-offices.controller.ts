import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  BlockerDetailView,
  DecideProposalRequest,
  HandoverDecisionView,
  type ListOf,
  listOf,
  ListQuery,
  OfficeRefView,
  ProposeDueRequest,
  ProposeHandoverRequest,
  ROLES,
  SetResponsibleOfficeRequest,
  WithdrawProposalRequest,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Problem, SystemClock } from '@thongvon/platform';
import { Allow, CurrentActor, given, Id, Statements } from '@thongvon/platform/http';
import { ProposeOnBlocker, SetResponsibleOffice } from '../application/proposals';
import { ViewBlocker } from '../application/view-blockers';
import { askedHolding, toDetailView } from './mapping';

/** Which office must act on a blocker, and what it asks for. Each answers the blocker as it stands. */
@ApiTags('blockers')
@Controller('blockers/:id')
export class BlockerOfficesController {
  constructor(
    private readonly offices: SetResponsibleOffice,
    private readonly proposing: ProposeOnBlocker,
    private readonly viewing: ViewBlocker,
    private readonly clock: SystemClock,
  ) {}

  /** List the organisations that may be named as responsible: all that exist below the same top office. */
  @Get('offices')
  @Statements(3)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(OfficeRefView) })
  list(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { limit, cursor, q }: ListQuery,
  ): Promise<ListOf<OfficeRefView>> {
    return this.viewing.offices(actor, id, { limit, ...given({ cursor, q }) });
  }

  /** Say which organisation must act; the words of the return stay beside it. */
  @Post('responsible-office')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: BlockerDetailView })
  async setOffice(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { organizationId, reason }: SetResponsibleOfficeRequest,
  ) {
    await this.offices.set(actor, id, organizationId, reason);
    return this.now(actor, id);
  }

  /** Ask for another due date; it holds once the owner's side accepts it. */
  @Post('due-proposals')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async proposeDue(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { due, reason }: ProposeDueRequest,
  ) {
    await this.proposing.proposeDue(actor, id, { due: plainDate(due), reason });
    return this.now(actor, id);
  }

  /** Accept or refuse the date that is asked for. */
  @Post('due-proposals/decision')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: BlockerDetailView })
  async decideDue(@CurrentActor() actor: Actor, @Id() id: string, @Body() request: DecideProposalRequest) {
    await this.proposing.decideDue(actor, id, request);
    return this.now(actor, id);
  }

  /** Take back that another date was asked for. */
  @Post('due-proposals/withdrawal')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async withdrawDue(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: WithdrawProposalRequest,
  ) {
    await this.proposing.withdrawDue(actor, id, request);
    return this.now(actor, id);
  }

  /** Offer it to another organisation; until that one agrees, it stays one's own turn. */
  @Post('handovers')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async proposeHandover(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: ProposeHandoverRequest,
  ) {
    await this.proposing.proposeHandover(actor, id, request);
    return this.now(actor, id);
  }

  /** Agree or refuse to take it over, as the organisation that is asked. */
  @Post('handovers/decision')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: HandoverDecisionView })
  async decideHandover(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: DecideProposalRequest,
  ): Promise<HandoverDecisionView> {
    await this.proposing.decideHandover(actor, id, request);
    const blocker = await this.now(actor, id).catch((error: unknown) => {
      // Who refused it was shown it only while being asked.
      if (error instanceof Problem && error.code === 'BLOCKER-NOT-FOUND') return null;
      throw error;
    });
    return { decision: request.decision, blocker };
  }

  /** Take back that it was offered. */
  @Post('handovers/withdrawal')
  @HttpCode(200)
  @Allow('reporter')
  @ApiOkResponse({ type: BlockerDetailView })
  async withdrawHandover(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: WithdrawProposalRequest,
  ) {
    await this.proposing.withdrawHandover(actor, id, request);
    return this.now(actor, id);
  }

  private async now(actor: Actor, id: string): Promise<BlockerDetailView> {
    return toDetailView(await this.viewing.view(actor, id, askedHolding({}, this.clock)));
  }
}

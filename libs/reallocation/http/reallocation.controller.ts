import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type ListOf,
  listOf,
  ReallocationCandidatesQuery,
  ReallocationCandidateView,
  ReallocationDeskView,
  ReallocationTrialRequest,
  ReallocationTrialView,
} from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, given, JsonLimit, LONG_JSON, Statements } from '@thongvon/platform/http';
import { ReallocationDesk } from '../application/desk';
import { toCandidateView, toDeskView, toTrialView, wantedLines } from './mapping';

/** Where capital could go before the plan year ends. Nothing here changes a plan. */
@ApiTags('reallocation')
@Controller('reallocation')
export class ReallocationController {
  constructor(private readonly desk: ReallocationDesk) {}

  /** Show what could be moved of each source, by the newest frozen week. */
  @Get()
  @Statements(3)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: ReallocationDeskView })
  async view(@CurrentActor() actor: Actor): Promise<ReallocationDeskView> {
    return toDeskView(await this.desk.view(actor), actor.role !== 'leader');
  }

  /** List projects that have capital of a source: those that could give or take it first, the largest amount first. */
  @Get('candidates')
  @Statements(3)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: listOf(ReallocationCandidateView) })
  async candidates(
    @CurrentActor() actor: Actor,
    @Query() { side, source, limit, ...query }: ReallocationCandidatesQuery,
  ): Promise<ListOf<ReallocationCandidateView>> {
    const page = await this.desk.candidates(actor, { side, source, limit, ...given(query) });
    return { ...page, items: page.items.map((project) => toCandidateView(project, side, source)) };
  }

  /** Try what lines would do, and what is wrong with them. Nothing is kept. */
  @Post('trial')
  @HttpCode(200)
  @JsonLimit(LONG_JSON)
  @Allow('leader', 'finance-head', 'finance-officer')
  @ApiOkResponse({ type: ReallocationTrialView })
  async try(
    @CurrentActor() actor: Actor,
    @Body() request: ReallocationTrialRequest,
  ): Promise<ReallocationTrialView> {
    return toTrialView(await this.desk.try(actor, wantedLines(request)));
  }
}

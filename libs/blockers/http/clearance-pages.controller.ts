import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  BlockerQuery,
  ClearanceQuery,
  ClearanceSummaryView,
  ProjectClearancePageView,
  ROLES,
} from '@thongvon/api-contract';
import { askedDay, toMoneyView, toStepView } from '@thongvon/land-clearance/http';
import { type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, CurrentActor, Id } from '@thongvon/platform/http';
import { SummarizeClearanceAndBlockers, ViewProjectPage } from '../application/clearance-pages';
import { askedHolding, toActionView, toBlockerView } from './mapping';

/** Land clearance together with what stands in its way. Its name is that of its operations in the API document. */
@ApiTags('land-clearance')
@Controller('land-clearance')
export class LandClearanceController {
  constructor(
    private readonly summarizing: SummarizeClearanceAndBlockers,
    private readonly viewing: ViewProjectPage,
    private readonly clock: SystemClock,
  ) {}

  /** Sum the clearance of all projects in sight. Rates by household, area and length are three, never mixed. */
  @Get('summary')
  @Allow(...ROLES)
  @ApiOkResponse({ type: ClearanceSummaryView })
  summary(@CurrentActor() actor: Actor, @Query() { asOf }: ClearanceQuery): Promise<ClearanceSummaryView> {
    return this.summarizing.execute(actor, askedDay(asOf, this.clock));
  }

  /** Show all of a project's clearance: numbers with sources and course, segments, blockers, actions, what they hold by cause and unit, steps, money, what it owes. */
  @Get('projects/:id')
  @Allow(...ROLES)
  @ApiOkResponse({ type: ProjectClearancePageView })
  async find(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: BlockerQuery,
  ): Promise<ProjectClearancePageView> {
    const page = await this.viewing.view(actor, id, askedHolding(query, this.clock));
    return {
      ...page,
      blockers: page.blockers.map(toBlockerView),
      actions: page.actions.map(toActionView),
      steps: page.steps.map((clock) => toStepView(clock, page.asOf)),
      money: toMoneyView(page.money),
    };
  }
}

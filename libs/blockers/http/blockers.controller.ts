import { Body, Controller, Get, HttpCode, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  BlockerCauseView,
  BlockerDetailView,
  BlockerListQuery,
  BlockerQuery,
  BlockerSeriesQuery,
  BlockerSeriesView,
  BlockerSummaryQuery,
  BlockerSummaryView,
  BlockerView,
  ClearanceQuery,
  ClearanceSummaryView,
  ContractorQuery,
  ContractorView,
  type ListOf,
  listOf,
  ProjectClearancePageView,
  RemarkDecisionRequest,
  RemarkDecisionView,
  ROLES,
} from '@thongvon/api-contract';
import { currentPlanYear, plainDate } from '@thongvon/kernel';
import { toMoneyView, toStepView } from '@thongvon/land-clearance/http';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import {
  Allow,
  askedDay,
  attachment,
  CurrentActor,
  FromPrimary,
  given,
  Id,
  Statements,
} from '@thongvon/platform/http';
import {
  ContinueOrStopFile,
  SummarizeClearanceAndBlockers,
  ViewProjectPage,
} from '../application/clearance-pages';
import { DecideRemark } from '../application/remarks';
import { SummarizeBlockers, ViewContractor } from '../application/summarize-blockers';
import { ListBlockers, ViewBlocker } from '../application/view-blockers';
import { CAUSES } from '../domain/causes';
import { toClosingView } from '@thongvon/works-contracts/http';
import {
  askedHolding,
  toActionView,
  toBlockerView,
  toDetailView,
  toGroupView,
  toHeldView,
  toPointView,
  toSummaryView,
} from './mapping';

/** What blocks projects, whose turn it is, and the money that waits. */
@ApiTags('blockers')
@Controller()
export class BlockersController {
  constructor(
    private readonly blockers: ListBlockers,
    private readonly viewing: ViewBlocker,
    private readonly summarizing: SummarizeBlockers,
    private readonly clock: SystemClock,
  ) {}

  /** List blockers as they stand on a day: by due date, capital held or age. */
  @Get('blockers')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(BlockerView) })
  async list(@CurrentActor() actor: Actor, @Query() query: BlockerListQuery): Promise<ListOf<BlockerView>> {
    const { asOf: _, figuresAsOf: _figures, planYear: _year, denominator: _of, ...filter } = query;
    const page = await this.blockers.list(actor, { ...given(filter), ...askedHolding(query, this.clock) });
    return { ...page, items: page.items.map(toBlockerView) };
  }

  /** Sum the capital held: in all, by due date, and by cause, unit or level. A project counts once. */
  @Get('blockers/summary')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: BlockerSummaryView })
  async summary(
    @CurrentActor() actor: Actor,
    @Query() query: BlockerSummaryQuery,
  ): Promise<BlockerSummaryView> {
    const { asOf: _, figuresAsOf: _figures, planYear: _year, denominator: _of, ...filter } = query;
    const asked = { ...given(filter), ...askedHolding(query, this.clock) };
    return toSummaryView(await this.summarizing.summarize(actor, asked));
  }

  /** Show week by week how much was held. */
  @Get('blockers/series')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: BlockerSeriesView })
  async series(@CurrentActor() actor: Actor, @Query() query: BlockerSeriesQuery): Promise<BlockerSeriesView> {
    const [from, to] = [plainDate(query.from), plainDate(query.to)];
    const { denominator, projectId } = query;
    const points = await this.summarizing.series(actor, {
      from,
      to,
      planYear: query.planYear ?? currentPlanYear(to),
      denominator: denominator ?? 'current-year-plan',
      ...given({ projectId }),
    });
    return { points: points.map(toPointView) };
  }

  /** Show a blocker with its whole history. */
  @Get('blockers/:id')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: BlockerDetailView })
  async find(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: BlockerQuery,
  ): Promise<BlockerDetailView> {
    return toDetailView(await this.viewing.view(actor, id, askedHolding(query, this.clock)));
  }

  /** List the causes that a blocker can have. */
  @Get('blocker-causes')
  @Statements(0)
  @Allow(...ROLES)
  @ApiOkResponse({ type: [BlockerCauseView] })
  causes(): BlockerCauseView[] {
    return [...CAUSES];
  }
}

/** What contractors hold up. */
@ApiTags('blockers')
@Controller('contractor')
export class ContractorsController {
  constructor(
    private readonly contractors: ViewContractor,
    private readonly clock: SystemClock,
  ) {}

  /** Show all the projects that a contractor holds up, what it owes, and what it works on. */
  @Get()
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ContractorView })
  async find(
    @CurrentActor() actor: Actor,
    @Query() { name, ...query }: ContractorQuery,
  ): Promise<ContractorView> {
    const found = await this.contractors.view(actor, name, askedHolding(query, this.clock));
    return {
      ...found,
      held: toHeldView(found.held),
      blockers: found.blockers.map(toBlockerView),
      owes: found.owes.map(toClosingView),
    };
  }
}

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The file on which leaders decide whether a project goes on. */
@ApiTags('land-clearance')
@Controller('land-clearance/projects/:id')
export class ContinueOrStopController {
  constructor(
    private readonly file: ContinueOrStopFile,
    private readonly clock: SystemClock,
  ) {}

  /** Draw up the continue-or-stop file as a Word document. It names no household. */
  @Get('continue-or-stop')
  @Statements(2)
  // That it left the system is an entry of the trail.
  @FromPrimary(true)
  @Allow(...ROLES)
  @ApiProduces(DOCX)
  async make(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: BlockerQuery,
  ): Promise<StreamableFile> {
    return attachment(await this.file.make(actor, id, askedHolding(query, this.clock)), DOCX);
  }
}

/** Remarks of clearance tables, which are no blockers until a person says so. */
@ApiTags('blockers')
@Controller('remarks')
export class RemarksController {
  constructor(private readonly deciding: DecideRemark) {}

  /** Say that a remark is no blocker, or take that back. It holds for the same words in later returns; repeating it changes nothing. */
  @Post('decisions')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: RemarkDecisionView })
  decide(@CurrentActor() actor: Actor, @Body() request: RemarkDecisionRequest): Promise<RemarkDecisionView> {
    return this.deciding.execute(actor, request);
  }
}

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
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ClearanceSummaryView })
  async summary(
    @CurrentActor() actor: Actor,
    @Query() { asOf }: ClearanceQuery,
  ): Promise<ClearanceSummaryView> {
    const { blockers, ...clearance } = await this.summarizing.execute(actor, askedDay(asOf, this.clock));
    return { ...clearance, blockers: toHeldView(blockers) };
  }

  /** Show all of a project's clearance: numbers with sources and course, segments, blockers, actions, what they hold by cause and unit, steps, money, what it owes. */
  @Get('projects/:id')
  @Statements(1)
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
      held: toHeldView(page.held),
      heldSeries: page.heldSeries.map(toPointView),
      heldByCause: page.heldByCause.map(toGroupView),
      heldByUnit: page.heldByUnit.map(toGroupView),
      blockers: page.blockers.map(toBlockerView),
      actions: page.actions.map(toActionView),
      steps: page.steps.map((clock) => toStepView(clock, page.asOf)),
      money: toMoneyView(page.money),
      closing: page.closing.map(toClosingView),
    };
  }
}

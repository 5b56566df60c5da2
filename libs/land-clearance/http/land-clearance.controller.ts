import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AddSegmentRequest,
  BlockerQuery,
  ClearanceListQuery,
  ClearanceQuery,
  ClearanceSummaryView,
  EnteredProgressView,
  EnterProgressRequest,
  listOf,
  ProjectClearancePageView,
  ProjectClearanceView,
  ROLES,
  SegmentView,
} from '@thongvon/api-contract';
import { businessDate, plainDate } from '@thongvon/kernel';
import { type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, CurrentActor, Id, JsonLimit, LONG_JSON, given } from '@thongvon/platform/http';
import { EnterProgress } from '../application/enter-progress';
import { Segments } from '../application/segments';
import { SummarizeClearance } from '../application/summarize-clearance';
import { ViewProjectPage } from '../application/view-project-clearance';
import { askedDay, askedHolding } from './requests';

/** What has been inventoried, approved, paid and handed over. */
@ApiTags('land-clearance')
@Controller('land-clearance')
export class LandClearanceController {
  constructor(
    private readonly summarizing: SummarizeClearance,
    private readonly viewing: ViewProjectPage,
    private readonly entering: EnterProgress,
    private readonly segments: Segments,
    private readonly clock: SystemClock,
  ) {}

  /** Sum the clearance of all projects in sight. Rates by household, area and length are three, never mixed. */
  @Get('summary')
  @Allow(...ROLES)
  @ApiOkResponse({ type: ClearanceSummaryView })
  summary(@CurrentActor() actor: Actor, @Query() { asOf }: ClearanceQuery): Promise<ClearanceSummaryView> {
    return this.summarizing.summarize(actor, askedDay(asOf, this.clock));
  }

  /** List projects with clearance figures, by name. */
  @Get('projects')
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ProjectClearanceView) })
  list(@CurrentActor() actor: Actor, @Query() { asOf, ...page }: ClearanceListQuery) {
    return this.summarizing.list(actor, { ...given(page), asOf: askedDay(asOf, this.clock) });
  }

  /** Show all of a project's clearance: numbers with sources and course, segments, blockers, actions, what they hold by cause and unit, steps, money, what it owes. */
  @Get('projects/:id')
  @Allow(...ROLES)
  @ApiOkResponse({ type: ProjectClearancePageView })
  find(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: BlockerQuery,
  ): Promise<ProjectClearancePageView> {
    return this.viewing.view(actor, id, askedHolding(query, this.clock));
  }

  /** Enter progress by hand, as of a date. */
  @Post('projects/:id/progress')
  @JsonLimit(LONG_JSON)
  @Allow('reporter')
  @ApiCreatedResponse({ type: EnteredProgressView })
  async enter(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { asOf, segmentId, values, reason }: EnterProgressRequest,
  ): Promise<EnteredProgressView> {
    const warnings = await this.entering.enter(actor, {
      projectId: id,
      segmentId: segmentId ?? null,
      asOf: plainDate(asOf),
      values,
      ...given({ reason }),
    });
    return { warnings };
  }

  /** Divide a project into parts that are cleared apart: by commune or batch. */
  @Post('projects/:id/segments')
  @Allow('reporter')
  @ApiCreatedResponse({ type: [SegmentView] })
  async addSegment(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { name, commune, batch, organizationId }: AddSegmentRequest,
  ): Promise<readonly SegmentView[]> {
    await this.segments.add(actor, id, {
      name,
      commune: commune ?? null,
      batch: batch ?? null,
      organizationId: organizationId ?? null,
    });
    return this.segments.of(id, businessDate(this.clock.now()));
  }
}

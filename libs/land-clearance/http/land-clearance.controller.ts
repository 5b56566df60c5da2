import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AddSegmentRequest,
  ClearanceListQuery,
  EnteredProgressView,
  EnterProgressRequest,
  listOf,
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
import { askedDay } from './requests';

/** What has been inventoried, approved, paid and handed over. */
@ApiTags('land-clearance')
@Controller('land-clearance')
export class LandClearanceController {
  constructor(
    private readonly summarizing: SummarizeClearance,
    private readonly entering: EnterProgress,
    private readonly segments: Segments,
    private readonly clock: SystemClock,
  ) {}

  /** List projects with clearance figures, by name. */
  @Get('projects')
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ProjectClearanceView) })
  list(@CurrentActor() actor: Actor, @Query() { asOf, ...page }: ClearanceListQuery) {
    return this.summarizing.list(actor, { ...given(page), asOf: askedDay(asOf, this.clock) });
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

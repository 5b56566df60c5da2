import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AddAdvanceRequest,
  AddSegmentRequest,
  AdvanceListQuery,
  AdvanceView,
  ClearanceListQuery,
  ClearanceMoneyView,
  ClearanceQuery,
  EnteredProgressView,
  EnterProgressRequest,
  type ListOf,
  listOf,
  MoveAdvanceRequest,
  ProjectClearanceView,
  ROLES,
  SegmentView,
} from '@thongvon/api-contract';
import { businessDate, plainDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import {
  askedDay,
  Allow,
  CurrentActor,
  given,
  Id,
  JsonLimit,
  LONG_JSON,
  Statements,
} from '@thongvon/platform/http';
import { Advances, ViewClearanceMoney } from '../application/clearance-money';
import { EnterProgress } from '../application/enter-progress';
import { Segments } from '../application/segments';
import { SummarizeClearance } from '../application/view-clearance';
import { toAdvanceView, toMoneyView } from './mapping';

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
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ProjectClearanceView) })
  list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...page }: ClearanceListQuery,
  ): Promise<ListOf<ProjectClearanceView>> {
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

/** Compensation in money: approved, paid, advanced, and what lateness may cost. */
@ApiTags('land-clearance')
@Controller('land-clearance')
export class ClearanceMoneyController {
  constructor(
    private readonly viewing: ViewClearanceMoney,
    private readonly advances: Advances,
    private readonly clock: SystemClock,
  ) {}

  /** Show the compensation of a project with its advances and their recovery clocks. */
  @Get('projects/:id/money')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ClearanceMoneyView })
  money(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { asOf }: ClearanceQuery,
  ): Promise<ClearanceMoneyView> {
    return this.on(actor, id, askedDay(asOf, this.clock));
  }

  /** Record a compensation advance. */
  @Post('projects/:id/advances')
  @Allow('reporter')
  @ApiCreatedResponse({ type: ClearanceMoneyView })
  async add(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: AddAdvanceRequest,
  ): Promise<ClearanceMoneyView> {
    const { amount, advancedOn, document } = request;
    await this.advances.add(actor, id, {
      amount: BigInt(amount),
      on: plainDate(advancedOn),
      document: document ?? null,
    });
    return this.on(actor, id, businessDate(this.clock.now()));
  }

  /** List advances, oldest first, each with its clock. */
  @Get('advances')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(AdvanceView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...query }: AdvanceListQuery,
  ): Promise<ListOf<AdvanceView>> {
    const page = await this.advances.list(actor, { ...given(query), asOf: askedDay(asOf, this.clock) });
    return { ...page, items: page.items.map(toAdvanceView) };
  }

  /** Record that part of an advance was settled with papers, or returned. */
  @Post('advances/:id/moves')
  @HttpCode(204)
  @Allow('reporter')
  async move(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: MoveAdvanceRequest,
  ): Promise<void> {
    const { type, amount, on, document } = request;
    await this.advances.move(actor, id, type, {
      amount: BigInt(amount),
      on: plainDate(on),
      document: document ?? null,
    });
  }

  private async on(actor: Actor, projectId: string, day: PlainDate): Promise<ClearanceMoneyView> {
    return toMoneyView(await this.viewing.view(actor, projectId, day));
  }
}

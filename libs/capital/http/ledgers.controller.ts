import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AllocationListQuery,
  AllocationView,
  type CurveRequest,
  DecisionListQuery,
  DecisionView,
  ExplainDifferenceRequest,
  listOf,
  type ListOf,
  ProjectFiguresRequest,
  ProjectFiguresView,
  ProvenanceRequest,
  ProvenanceView,
  ReconciliationQuery,
  ReconciliationRowView,
  ROLES,
  type SliceRequest,
  SummaryRequest,
  SummaryView,
} from '@thongvon/api-contract';
import { currentPlanYear, plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { askedDay, Allow, CurrentActor, given, Id, Statements } from '@thongvon/platform/http';
import { ListProjectFigures } from '../application/figures/list-standings';
import { Reconcile } from '../application/figures/reconcile';
import { Summarize } from '../application/figures/summarize';
import { ListLedger, TraceFigures } from '../application/read-ledgers';
import type { FiguresQuery, Slice } from '../domain/figures/figures-query';

/** What has been disbursed of what was planned. */
@ApiTags('disbursements')
@Controller('disbursements')
export class DisbursementsController {
  constructor(
    private readonly summarizing: Summarize,
    private readonly projectFigures: ListProjectFigures,
    private readonly clock: SystemClock,
  ) {}

  @ApiOperation({ summary: 'Sums over all that the caller may see, and by groups.' })
  @Get('summary')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: SummaryView })
  summary(@CurrentActor() actor: Actor, @Query() request: SummaryRequest): Promise<SummaryView> {
    const { groupBy, denominators } = request;
    return this.summarizing.summarize(actor, {
      ...toFiguresQuery(request, this.clock),
      ...given({ groupBy }),
      withDenominators: denominators !== undefined,
    });
  }

  @ApiOperation({ summary: 'Per project, each amount with the return and cell that it came from; by name.' })
  @Get('projects')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ProjectFiguresView) })
  projects(
    @CurrentActor() actor: Actor,
    @Query() request: ProjectFiguresRequest,
  ): Promise<ListOf<ProjectFiguresView>> {
    const { limit, cursor, q, kind, ownerId } = request;
    return this.projectFigures.list(actor, {
      ...toFiguresQuery(request, this.clock),
      ...given({ limit, cursor, q, kind, ownerId }),
    });
  }
}

/** From a number back to where it was read. */
@ApiTags('disbursements')
@Controller('projects/:id/provenance')
export class ProvenanceController {
  constructor(
    private readonly tracing: TraceFigures,
    private readonly clock: SystemClock,
  ) {}

  @ApiOperation({
    summary: 'Every figure and assignment of a plan year with its return, cell and who approved it.',
  })
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ProvenanceView })
  show(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear, asOf }: ProvenanceRequest,
  ): Promise<ProvenanceView> {
    const day = askedDay(asOf, this.clock);
    return this.tracing.trace(actor, id, planYear, day);
  }
}

/** The board's figures next to the Treasury's. */
@ApiTags('reconciliation')
@Controller('reconciliation')
export class ReconciliationController {
  constructor(
    private readonly reconciling: Reconcile,
    private readonly clock: SystemClock,
  ) {}

  @ApiOperation({ summary: 'Board and Treasury per project and source, largest difference first.' })
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ReconciliationRowView) })
  rows(
    @CurrentActor() actor: Actor,
    @Query() { asOf, open, ...query }: ReconciliationQuery,
  ): Promise<ListOf<ReconciliationRowView>> {
    const day = askedDay(asOf, this.clock);
    return this.reconciling.rows(actor, {
      ...query,
      ...(open === undefined ? {} : { open: open === 'true' }),
      asOf: day,
    });
  }

  @ApiOperation({ summary: 'Explains a difference and so closes it, until it changes.' })
  @Post('explanations')
  @HttpCode(204)
  @Allow('reporter', 'finance-officer', 'finance-head')
  explain(
    @CurrentActor() actor: Actor,
    @Body() { projectId, planYear, source, difference, explanation }: ExplainDifferenceRequest,
  ): Promise<void> {
    return this.reconciling.explain(actor, {
      projectId,
      planYear,
      explanation,
      source: source ?? null,
      difference: BigInt(difference),
    });
  }
}

/** The plan ledger's entries. Plan returns write them; nothing changes them. */
@ApiTags('allocations')
@Controller('allocations')
export class AllocationsController {
  constructor(private readonly ledger: ListLedger) {}

  @ApiOperation({ summary: 'In the order in which they were written.' })
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(AllocationView) })
  list(@CurrentActor() actor: Actor, @Query() query: AllocationListQuery): Promise<ListOf<AllocationView>> {
    return this.ledger.allocations(actor, query);
  }
}

/** The decisions that assign or adjust capital. */
@ApiTags('decisions')
@Controller('decisions')
export class DecisionsController {
  constructor(private readonly ledger: ListLedger) {}

  @ApiOperation({ summary: 'Newest first.' })
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(DecisionView) })
  async list(@CurrentActor() actor: Actor, @Query() query: DecisionListQuery): Promise<ListOf<DecisionView>> {
    const list = await this.ledger.decisions(actor, query);
    const items = list.items.map((row) => ({ ...row, recordedAt: row.recordedAt.toISOString() }));
    return { ...list, items };
  }
}

/** What is asked for, with the current plan year, today, `reported` and `current-year-plan` (of a plan type `all-plan`) where nothing else is. */
export function toFiguresQuery(
  { planYear, asOf, businessDay, knownAt, basis, denominator, source, planType }: CurveRequest,
  clock: SystemClock,
): FiguresQuery {
  return {
    planYear: planYear ?? currentPlanYear(askedDay(undefined, clock)),
    asOf: askedDay(asOf, clock),
    basis: basis ?? 'reported',
    denominator: denominator ?? (planType === undefined ? 'current-year-plan' : 'all-plan'),
    ...(businessDay === undefined ? {} : { businessDay: plainDate(businessDay) }),
    ...given({ source, planType }),
    ...(knownAt === undefined ? {} : { knownAt: new Date(knownAt) }),
  };
}

/** Which projects are asked for; what isn't given narrows nothing. */
export function toSlice({ q, owner, kind, commune, group, concern, target }: SliceRequest): Slice {
  return given({ q, owner, kind, commune, group, concern, target });
}

import { Controller, Get, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  CurveRequest,
  CurveView,
  FacetsView,
  listOf,
  type ListOf,
  ROLES,
  SliceRequest,
  StandingsRequest,
  StandingsWorkbookRequest,
  StandingView,
} from '@thongvon/api-contract';
import { toFiguresQuery, toSlice } from '@thongvon/capital/http';
import { StandingsWorkbook } from '@thongvon/documents';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, attachment, CurrentActor, given, Statements, XLSX } from '@thongvon/platform/http';
import { ListOverview, SumOverview, ViewCourse } from '../application/overview';

/** What the overview shows: the course of the year, bars that filter, the table of projects. */
@ApiTags('disbursements')
@Controller('disbursements')
export class OverviewController {
  constructor(
    private readonly course: ViewCourse,
    private readonly facetSums: SumOverview,
    private readonly projects: ListOverview,
    private readonly workbooks: StandingsWorkbook,
    private readonly clock: SystemClock,
  ) {}

  @ApiOperation({
    summary: 'The course of the plan year: disbursed by day, needed pace, forecast, the year before.',
  })
  @Get('curve')
  // Two, and a third where no day is asked for and figures are counted otherwise than stored (ADR 0195).
  @Statements(3)
  @Allow(...ROLES)
  @ApiOkResponse({ type: CurveView })
  async curve(@CurrentActor() actor: Actor, @Query() request: CurveRequest): Promise<CurveView> {
    const { asOf, ...query } = toFiguresQuery(request, this.clock);
    const asked = { ...query, ...(request.asOf === undefined ? {} : { asOf }) };
    const { held, ...course } = await this.course.execute(actor, asked);
    return { ...course, held: { ...held, capitalHeld: held.capitalHeld?.toString() ?? null } };
  }

  @ApiOperation({
    summary: 'Sums by owner, kind, source, commune and group under the conditions on the others.',
  })
  @Get('facets')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: FacetsView })
  facets(@CurrentActor() actor: Actor, @Query() request: SliceRequest): Promise<FacetsView> {
    return this.facetSums.execute(actor, { ...toFiguresQuery(request, this.clock), ...toSlice(request) });
  }

  @ApiOperation({ summary: 'How each project stands: sums, movement, what will be missing.' })
  @Get('standings')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(StandingView) })
  standings(@CurrentActor() actor: Actor, @Query() request: StandingsRequest): Promise<ListOf<StandingView>> {
    const { sort, order, limit, cursor, targets, planned } = request;
    const query = {
      ...toFiguresQuery(request, this.clock),
      ...toSlice(request),
      ...given({ sort, order, limit, cursor }),
      ...(planned === undefined ? {} : { planned: planned === 'true' }),
    };
    return this.projects.execute(actor, query, targets !== undefined);
  }

  @ApiOperation({
    summary:
      'The same table as a workbook, in whole đồng or the unit asked for; what has no plan below the sum.',
  })
  @Get('standings/workbook')
  @Statements(5)
  @Allow(...ROLES)
  @ApiProduces(XLSX)
  async workbook(
    @CurrentActor() actor: Actor,
    @Query() request: StandingsWorkbookRequest,
  ): Promise<StreamableFile> {
    const { sort, order, columns, blockersOn, unit } = request;
    const file = await this.workbooks.write(actor, {
      ...toFiguresQuery(request, this.clock),
      ...toSlice(request),
      ...given({ sort, order, columns, unit }),
      ...(blockersOn === undefined ? {} : { blockersOn: plainDate(blockersOn) }),
    });
    return attachment(file, XLSX);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  listOf,
  ProjectFiguresRequest,
  ProjectFiguresView,
  SummaryRequest,
  SummaryView,
  type FiguresQueryRequest,
} from '@thongvon/contracts';
import { ListProjectFigures, Summarize, type FiguresQuery } from '@thongvon/disbursements';
import { businessDate, plainDate } from '@thongvon/kernel';
import { ROLES, type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';

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
  @Allow(...ROLES)
  @ApiOkResponse({ type: SummaryView })
  summary(@CurrentActor() actor: Actor, @Query() request: SummaryRequest): Promise<SummaryView> {
    const { groupBy } = request;
    return this.summarizing.summarize(actor, {
      ...this.toQuery(request),
      ...(groupBy === undefined ? {} : { groupBy }),
    });
  }

  @ApiOperation({ summary: 'Per project, each amount with the return and cell that it came from; by name.' })
  @Get('projects')
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ProjectFiguresView) })
  projects(@CurrentActor() actor: Actor, @Query() request: ProjectFiguresRequest) {
    const { limit, cursor, q, kind, ownerId } = request;
    return this.projectFigures.list(actor, {
      ...this.toQuery(request),
      limit,
      ...(cursor === undefined ? {} : { cursor }),
      ...(q === undefined ? {} : { q }),
      ...(kind === undefined ? {} : { kind }),
      ...(ownerId === undefined ? {} : { ownerId }),
    });
  }

  private toQuery({ planYear, asOf, knownAt, basis, denominator }: FiguresQueryRequest): FiguresQuery {
    return {
      planYear,
      asOf: asOf === undefined ? businessDate(this.clock.now()) : plainDate(asOf),
      basis: basis ?? 'reported',
      denominator: denominator ?? 'current-year-plan',
      ...(knownAt === undefined ? {} : { knownAt: new Date(knownAt) }),
    };
  }
}

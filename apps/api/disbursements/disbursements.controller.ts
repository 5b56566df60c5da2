import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  listOf,
  ProjectFiguresRequest,
  ProjectFiguresView,
  ROLES,
  SummaryRequest,
  SummaryView,
} from '@thongvon/api-contract';
import { ListProjectFigures, Summarize } from '@thongvon/capital';
import { type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { toFiguresQuery } from './to-figures-query';

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
      ...toFiguresQuery(request, this.clock),
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
      ...toFiguresQuery(request, this.clock),
      limit,
      ...(cursor === undefined ? {} : { cursor }),
      ...(q === undefined ? {} : { q }),
      ...(kind === undefined ? {} : { kind }),
      ...(ownerId === undefined ? {} : { ownerId }),
    });
  }
}

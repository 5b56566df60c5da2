import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  listOf,
  type ListOf,
  OrganizationDutiesView,
  OrganizationListQuery,
  ROLES,
} from '@thongvon/api-contract';
import { ListDuties, type Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';

@ApiTags('organizations')
@Controller('reporting-duties')
export class ReportingDutiesController {
  constructor(private readonly listDuties: ListDuties) {}

  @ApiOperation({
    summary: 'Who owes which return every week, and from which day: each organisation in sight, by name',
  })
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(OrganizationDutiesView) })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: OrganizationListQuery,
  ): Promise<ListOf<OrganizationDutiesView>> {
    return this.listDuties.run(actor, query);
  }
}

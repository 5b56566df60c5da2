import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  listOf,
  type ListOf,
  OrganizationDutiesView,
  OrganizationListQuery,
  OwedReturnsQuery,
  ReportingDutiesView,
  ReportingDutyRequest,
  ROLES,
  UnsentReturnsView,
} from '@thongvon/api-contract';
import { formatInstant, plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Id, Statements } from '@thongvon/platform/http';
import { RemindedReturns } from '../application/owed-returns';
import { ListDuties, ReportingDuties } from '../application/reporting-duties';

@ApiTags('organizations')
@Controller('organizations/:id/reporting-duty')
export class OrganizationDutiesController {
  constructor(private readonly duties: ReportingDuties) {}

  @ApiOperation({ summary: 'What it owes every week, by day', operationId: 'Organizations.listDuties' })
  @Get()
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: ReportingDutiesView })
  async list(@CurrentActor() actor: Actor, @Id() id: string): Promise<ReportingDutiesView> {
    return { items: await this.duties.list(actor, id) };
  }

  @ApiOperation({
    summary: 'Says what it owes every week from a day on',
    operationId: 'Organizations.changeDuty',
  })
  @Put()
  @Allow('administrator')
  @ApiOkResponse({ type: ReportingDutiesView })
  async set(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { kinds, from }: ReportingDutyRequest,
  ): Promise<ReportingDutiesView> {
    const day = from === undefined ? null : plainDate(from);
    return { items: await this.duties.set(actor, id, { kinds, from: day }) };
  }
}

@ApiTags('organizations')
@Controller('reporting-duties')
export class ReportingDutiesController {
  constructor(private readonly listDuties: ListDuties) {}

  @ApiOperation({
    summary: 'Who owes which return every week, and from which day: each organisation in sight, by name',
  })
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(OrganizationDutiesView) })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: OrganizationListQuery,
  ): Promise<ListOf<OrganizationDutiesView>> {
    return this.listDuties.run(actor, query);
  }
}

@ApiTags('returns')
@Controller('owed-returns')
export class OwedReturnsController {
  constructor(private readonly owed: RemindedReturns) {}

  @ApiOperation({
    summary:
      "What the caller's own organisation, or each that the caller sees, owes for this week and the last and has not sent, " +
      'or got back, and when anybody was reminded of it',
  })
  @Get()
  @Statements(2)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: UnsentReturnsView })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { offices = 'own' }: OwedReturnsQuery,
  ): Promise<UnsentReturnsView> {
    const owed = await this.owed.execute(actor, offices);
    return { items: owed.map(({ due, ...one }) => ({ ...one, due: formatInstant(due) })) };
  }
}

import { Body, Controller, Get, Module, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ChangeOrganizationRequest,
  CreateOrganizationRequest,
  listOf,
  type ListOf,
  OrganizationDutiesView,
  OrganizationListQuery,
  OrganizationView,
  ReportingDutiesView,
  ReportingDutyRequest,
  ROLES,
} from '@thongvon/api-contract';
import {
  type Actor,
  ChangeOrganization,
  CreateOrganization,
  FindOrganization,
  ListDuties,
  ListOrganizations,
  OrganizationsModule,
  ReportingDuties,
} from '@thongvon/organizations';
import { Allow } from '../http/access';
import { CurrentActor, Id } from '../http/request';

@ApiTags('organizations')
@Controller('organizations')
class OrganizationsController {
  constructor(
    private readonly listOrganizations: ListOrganizations,
    private readonly findOrganization: FindOrganization,
    private readonly createOrganization: CreateOrganization,
    private readonly changeOrganization: ChangeOrganization,
    private readonly duties: ReportingDuties,
  ) {}

  @ApiOperation({
    summary: 'The own organisation and all below it, by name; an administrator of the top office sees all',
  })
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(OrganizationView) })
  list(
    @CurrentActor() actor: Actor,
    @Query() query: OrganizationListQuery,
  ): Promise<ListOf<OrganizationView>> {
    return this.listOrganizations.run(actor, query);
  }

  @ApiOperation({ summary: 'One of them' })
  @Get(':id')
  @Allow(...ROLES)
  @ApiOkResponse({ type: OrganizationView })
  find(@CurrentActor() actor: Actor, @Id() id: string): Promise<OrganizationView> {
    return this.findOrganization.run(actor, id);
  }

  @ApiOperation({ summary: 'Founds one' })
  @Post()
  @Allow('administrator')
  @ApiCreatedResponse({ type: OrganizationView })
  create(
    @CurrentActor() actor: Actor,
    @Body() request: CreateOrganizationRequest,
  ): Promise<OrganizationView> {
    return this.createOrganization.run(actor, request);
  }

  @ApiOperation({ summary: 'Changes what is given. To end one, give its last day' })
  @Patch(':id')
  @Allow('administrator')
  @ApiOkResponse({ type: OrganizationView })
  change(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: ChangeOrganizationRequest,
  ): Promise<OrganizationView> {
    return this.changeOrganization.run(actor, id, request);
  }

  @ApiOperation({ summary: 'What it owes every week, by day' })
  @Get(':id/reporting-duty')
  @Allow(...ROLES)
  @ApiOkResponse({ type: ReportingDutiesView })
  listDuties(@CurrentActor() actor: Actor, @Id() id: string): Promise<ReportingDutiesView> {
    return this.duties.list(actor, id);
  }

  @ApiOperation({ summary: 'Says what it owes every week from a day on' })
  @Put(':id/reporting-duty')
  @Allow('administrator')
  @ApiOkResponse({ type: ReportingDutiesView })
  changeDuty(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: ReportingDutyRequest,
  ): Promise<ReportingDutiesView> {
    return this.duties.change(actor, id, request);
  }
}

@ApiTags('organizations')
@Controller('reporting-duties')
class ReportingDutiesController {
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

@Module({ imports: [OrganizationsModule], controllers: [OrganizationsController, ReportingDutiesController] })
export class OrganizationsApiModule {}

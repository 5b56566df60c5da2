import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ChangeOrganizationRequest,
  CreateOrganizationRequest,
  listOf,
  type ListOf,
  OrganizationListQuery,
  OrganizationView,
  ROLES,
} from '@thongvon/api-contract';
import { Allow, CurrentActor, Id } from '@thongvon/platform/http';
import {
  ChangeOrganization,
  CreateOrganization,
  FindOrganization,
  ListOrganizations,
} from '../application/keep-organizations';
import { type Actor } from '../domain/actor';

@ApiTags('organizations')
@Controller('organizations')
export class OrganizationsController {
  constructor(
    private readonly listOrganizations: ListOrganizations,
    private readonly findOrganization: FindOrganization,
    private readonly createOrganization: CreateOrganization,
    private readonly changeOrganization: ChangeOrganization,
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
}

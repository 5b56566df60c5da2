import { Body, Controller, Get, Patch, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ChangeProjectRequest, listOf, ProjectListQuery, ProjectView, ROLES } from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { type Actor } from '@thongvon/organizations';
import { ChangeProject, ListProjects } from '@thongvon/projects';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';
import { JsonLimit, LONG_JSON } from '../http/limits/json-limit';

/** The register of projects. Returns add to it; people correct it. */
@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(
    private readonly projects: ListProjects,
    private readonly changing: ChangeProject,
  ) {}

  @ApiOperation({ summary: 'By name.' })
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ProjectView) })
  list(@CurrentActor() actor: Actor, @Query() query: ProjectListQuery) {
    return this.projects.list(actor, query);
  }

  @ApiOperation({ summary: 'One project' })
  @Get(':id')
  @Allow(...ROLES)
  @ApiOkResponse({ type: ProjectView })
  find(@CurrentActor() actor: Actor, @Id() id: string): Promise<ProjectView> {
    return this.projects.get(actor, id);
  }

  @ApiOperation({ summary: 'Corrects what is given; what a person has set is no longer changed by returns.' })
  @Patch(':id')
  @JsonLimit(LONG_JSON)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: ProjectView })
  change(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { totalInvestment, ownerSince, ...changes }: ChangeProjectRequest,
  ): Promise<ProjectView> {
    return this.changing.change(actor, id, {
      ...changes,
      ...(ownerSince === undefined ? {} : { ownerSince: plainDate(ownerSince) }),
      ...(totalInvestment === undefined
        ? {}
        : { totalInvestment: totalInvestment === null ? null : BigInt(totalInvestment) }),
    });
  }
}

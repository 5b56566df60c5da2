import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ChangeProjectRequest,
  EndParticipantQuery,
  listOf,
  type ListOf,
  ListQuery,
  NameParticipantRequest,
  OfficeNameView,
  ParticipantView,
  ProjectListQuery,
  ProjectView,
  ROLES,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor, Id, JsonLimit, LONG_JSON, Statements } from '@thongvon/platform/http';
import { ChangeProject, ListProjects } from '../application/projects';
import { Participants } from '../application/participants';

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
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ProjectView) })
  list(@CurrentActor() actor: Actor, @Query() query: ProjectListQuery): Promise<ListOf<ProjectView>> {
    return this.projects.list(actor, query);
  }

  @ApiOperation({ summary: 'One project' })
  @Get(':id')
  @Statements(1)
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

/** Offices that may report a part of a project that isn't theirs. */
@ApiTags('projects')
@Controller('projects/:id/participants')
export class ParticipantsController {
  constructor(private readonly participants: Participants) {}

  /** List who takes part in a project, and who did. */
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: [ParticipantView] })
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<readonly ParticipantView[]> {
    return this.participants.list(actor, id);
  }

  /** List the offices that may be named, by name. */
  @Get('offices')
  @Statements(2)
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: listOf(OfficeNameView) })
  offices(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() query: ListQuery,
  ): Promise<ListOf<OfficeNameView>> {
    return this.participants.offices(actor, id, query);
  }

  /** Name an office: its returns may then tell of the project's land clearance, and of nothing else of it. */
  @Post()
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiCreatedResponse({ type: ParticipantView })
  add(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { organizationId, role = 'land-clearance', from }: NameParticipantRequest,
  ): Promise<ParticipantView> {
    const since = from === undefined ? {} : { from: plainDate(from) };
    return this.participants.add(actor, id, { organizationId, role, ...since });
  }

  /** End it; what was approved stays. */
  @Delete(':participantId')
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: ParticipantView })
  end(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Param('participantId', ParseUUIDPipe) participantId: string,
    @Query() { to }: EndParticipantQuery,
  ): Promise<ParticipantView> {
    return this.participants.end(actor, id, participantId, to === undefined ? undefined : plainDate(to));
  }
}

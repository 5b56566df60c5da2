import { Body, Controller, Delete, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  EndParticipantQuery,
  listOf,
  ListQuery,
  NameParticipantRequest,
  OfficeNameView,
  ParticipantView,
  ROLES,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { type Actor } from '@thongvon/organizations';
import { Participants } from '@thongvon/projects';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** Offices that may report a part of a project that isn't theirs. */
@ApiTags('projects')
@Controller('projects/:id/participants')
export class ParticipantsController {
  constructor(private readonly participants: Participants) {}

  /** List who takes part in a project, and who did. */
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: [ParticipantView] })
  list(@CurrentActor() actor: Actor, @Id() id: string): Promise<readonly ParticipantView[]> {
    return this.participants.list(actor, id);
  }

  /** List the offices that may be named, by name. */
  @Get('offices')
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: listOf(OfficeNameView) })
  offices(@CurrentActor() actor: Actor, @Id() id: string, @Query() query: ListQuery) {
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

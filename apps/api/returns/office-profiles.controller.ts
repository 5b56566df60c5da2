import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ForgetRequest,
  listOf,
  RememberedListQuery,
  RememberedView,
  type ListOf,
} from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { OfficeProfiles } from '@thongvon/returns';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** What offices have answered about their tables once for all. */
@ApiTags('office-profiles')
@Controller('office-profiles')
export class OfficeProfilesController {
  constructor(private readonly profiles: OfficeProfiles) {}

  @ApiOperation({ summary: 'What is remembered, by office' })
  @Get()
  @Allow('administrator')
  @ApiOkResponse({ type: listOf(RememberedView) })
  list(@CurrentActor() actor: Actor, @Query() query: RememberedListQuery): Promise<ListOf<RememberedView>> {
    return this.profiles.list(actor, query);
  }

  @ApiOperation({ summary: 'Forgets one thing of an office: its next return asks again' })
  @Post(':id/forgetting')
  @HttpCode(204)
  @Allow('administrator')
  @ApiNoContentResponse()
  forget(
    @CurrentActor() actor: Actor,
    @Id() organizationId: string,
    @Body() { id, reason }: ForgetRequest,
  ): Promise<void> {
    return this.profiles.forget(actor, organizationId, id, reason);
  }
}

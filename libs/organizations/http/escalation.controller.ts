import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EscalationLaddersView, ROLES, SetLaddersRequest } from '@thongvon/api-contract';
import { formatInstant } from '@thongvon/kernel';
import { Allow, CurrentActor, given, Statements, TopOfficeOnly } from '@thongvon/platform/http';
import { EscalationSettings } from '../application/escalation';
import type { Actor } from '../domain/actor';

/** Who is informed of what is owed, and when. */
@ApiTags('organizations')
@Controller('escalation')
export class EscalationController {
  constructor(private readonly settings: EscalationSettings) {}

  /** Show the ladders of returns, blockers and tasks below the caller's top office, and what was ever set. */
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: EscalationLaddersView })
  async find(@CurrentActor() actor: Actor): Promise<EscalationLaddersView> {
    const { organization, ladders, isDefault, entries } = await this.settings.view(actor);
    return {
      organization,
      ...ladders,
      isDefault,
      entries: entries.map(({ ladders: set, reason, at, by }) => ({
        ...set,
        reason,
        at: formatInstant(at),
        by,
      })),
    };
  }

  /** Set the ladders for all below the top office, from now on. */
  @Put()
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: EscalationLaddersView })
  async set(
    @CurrentActor() actor: Actor,
    @Body() { reason, ...ladders }: SetLaddersRequest,
  ): Promise<EscalationLaddersView> {
    await this.settings.set(actor, given(ladders), reason);
    return this.find(actor);
  }
}

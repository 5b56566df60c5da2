import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { PaidBeforeQuery, PaidBeforeView, ROLES, SetPaidBeforeRequest } from '@thongvon/api-contract';
import { type Actor } from '@thongvon/organizations';
import { PaidBefore } from '@thongvon/capital';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** What was paid of projects before the plan year: with the year's figures it may not pass the total investment. */
@ApiTags('spending-plans')
@Controller('projects/:id/paid-before')
export class PaidBeforeController {
  constructor(private readonly payments: PaidBefore) {}

  /** Show what was paid up to the end of the year before. */
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: PaidBeforeView })
  view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear }: PaidBeforeQuery,
  ): Promise<PaidBeforeView> {
    return this.payments.view(actor, id, planYear);
  }

  /** Enter it; it takes the place of what was entered before, which is kept. */
  @Put()
  @Allow('reporter', 'finance-officer')
  @ApiOkResponse({ type: PaidBeforeView })
  async set(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { planYear, paid, document }: SetPaidBeforeRequest,
  ): Promise<PaidBeforeView> {
    await this.payments.set(actor, id, planYear, BigInt(paid), document ?? null);
    return this.payments.view(actor, id, planYear);
  }
}

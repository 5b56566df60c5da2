import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ROLES, SetSpendingPlanRequest, SpendingPlanQuery, SpendingPlanView } from '@thongvon/api-contract';
import { type Actor } from '@thongvon/organizations';
import { SpendingPlans } from '@thongvon/capital';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** Owners' own plans of disbursing this year's capital, month by month. */
@ApiTags('spending-plans')
@Controller('projects/:id/spending-plan')
export class SpendingPlansController {
  constructor(private readonly plans: SpendingPlans) {}

  /** Show the owner's plan of a year. */
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: SpendingPlanView })
  view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear }: SpendingPlanQuery,
  ): Promise<SpendingPlanView> {
    return this.plans.view(actor, id, planYear);
  }

  /** Set the owner's plan of a year; it takes the place of the one before, which is kept. */
  @Put()
  @Allow('reporter')
  @ApiOkResponse({ type: SpendingPlanView })
  async set(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { planYear, cumulative, document }: SetSpendingPlanRequest,
  ): Promise<SpendingPlanView> {
    await this.plans.set(actor, id, planYear, cumulative.map(BigInt), document ?? null);
    return this.plans.view(actor, id, planYear);
  }
}

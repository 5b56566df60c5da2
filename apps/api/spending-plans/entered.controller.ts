import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { EnteredQuery, EnteredView } from '@thongvon/contracts';
import { ROLES, type Actor } from '@thongvon/organizations';
import { PaidBefore, SpendingPlans } from '@thongvon/spending-plans';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';

/** What was typed of projects: a page asks once, and what nobody has entered is an answer, no error. */
@ApiTags('spending-plans')
@Controller('projects/:id/entered')
export class EnteredController {
  constructor(
    private readonly payments: PaidBefore,
    private readonly plans: SpendingPlans,
  ) {}

  /** Show what was entered of a project for a year; null what wasn't. */
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: EnteredView })
  async view(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { planYear }: EnteredQuery,
  ): Promise<EnteredView> {
    return {
      paidBefore: await this.payments.find(actor, id, planYear),
      spendingPlan: await this.plans.find(actor, id, planYear),
    };
  }
}

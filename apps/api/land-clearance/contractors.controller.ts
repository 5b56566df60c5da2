import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ContractorQuery, ContractorView, ROLES } from '@thongvon/api-contract';
import { ViewContractor } from '@thongvon/land-clearance';
import { type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { askedHolding } from './asked-day';

/** What contractors hold up. */
@ApiTags('blockers')
@Controller('contractor')
export class ContractorsController {
  constructor(
    private readonly contractors: ViewContractor,
    private readonly clock: SystemClock,
  ) {}

  /** Show all the projects that a contractor holds up, what it owes, and what it works on. */
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: ContractorView })
  find(@CurrentActor() actor: Actor, @Query() { name, ...query }: ContractorQuery): Promise<ContractorView> {
    return this.contractors.view(actor, name, askedHolding(query, this.clock));
  }
}

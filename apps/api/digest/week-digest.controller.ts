import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WeekDigestQuery, WeekDigestView } from '@thongvon/api-contract';
import { ViewDigest } from '@thongvon/digest';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';

/** What the weekly letter says, for the page that leaders open on their phones. */
@ApiTags('digest')
@Controller('digest/week')
export class WeekDigestController {
  constructor(private readonly viewing: ViewDigest) {}

  @ApiOperation({ summary: 'What is to be decided in a frozen week, what changed, who is silent' })
  @Get()
  @Allow('leader', 'finance-officer', 'finance-head', 'administrator')
  @ApiOkResponse({ type: WeekDigestView })
  view(@CurrentActor() actor: Actor, @Query() { week }: WeekDigestQuery): Promise<WeekDigestView> {
    return this.viewing.view(actor, week === undefined ? null : plainDate(week));
  }
}

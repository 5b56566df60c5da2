import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnsentReturnsView } from '@thongvon/contracts';
import type { Actor } from '@thongvon/organizations';
import { OwedReturns } from '@thongvon/snapshots';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';

@ApiTags('returns')
@Controller('owed-returns')
export class OwedReturnsController {
  constructor(private readonly owed: OwedReturns) {}

  @ApiOperation({
    summary:
      "What the caller's own organisation owes for this week and the last and has not sent, or got back",
  })
  @Get()
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: UnsentReturnsView })
  own(@CurrentActor() actor: Actor): Promise<UnsentReturnsView> {
    return this.owed.own(actor);
  }
}

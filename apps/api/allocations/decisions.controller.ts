import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListLedger } from '@thongvon/capital';
import { DecisionListQuery, DecisionView, listOf, ROLES } from '@thongvon/api-contract';
import { type Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';

/** The decisions that assign or adjust capital. */
@ApiTags('decisions')
@Controller('decisions')
export class DecisionsController {
  constructor(private readonly ledger: ListLedger) {}

  @ApiOperation({ summary: 'Newest first.' })
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(DecisionView) })
  list(@CurrentActor() actor: Actor, @Query() query: DecisionListQuery) {
    return this.ledger.decisions(actor, query);
  }
}

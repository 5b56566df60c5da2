import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ListLedger } from '@thongvon/capital';
import { AllocationListQuery, AllocationView, listOf, ROLES } from '@thongvon/api-contract';
import { type Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';

/** The plan ledger's entries. Plan returns write them; nothing changes them. */
@ApiTags('allocations')
@Controller('allocations')
export class AllocationsController {
  constructor(private readonly ledger: ListLedger) {}

  @ApiOperation({ summary: 'In the order in which they were written.' })
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(AllocationView) })
  list(@CurrentActor() actor: Actor, @Query() query: AllocationListQuery) {
    return this.ledger.allocations(actor, query);
  }
}

import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  AllocationListQuery,
  AllocationView,
  DecisionListQuery,
  DecisionView,
  listOf,
  ROLES,
} from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { Allow, CurrentActor } from '@thongvon/platform/http';
import { ListLedger } from '../application/plan/list-ledger';

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

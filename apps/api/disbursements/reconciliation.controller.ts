import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import {
  ExplainDifferenceRequest,
  listOf,
  ReconciliationQuery,
  ReconciliationRowView,
  ROLES,
} from '@thongvon/api-contract';
import { Reconcile } from '@thongvon/capital';
import { businessDate, plainDate } from '@thongvon/kernel';
import { type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';

/** The board's figures next to the Treasury's. */
@ApiTags('reconciliation')
@Controller('reconciliation')
export class ReconciliationController {
  constructor(
    private readonly reconciling: Reconcile,
    private readonly clock: SystemClock,
  ) {}

  @ApiOperation({ summary: 'Board and Treasury per project and source, largest difference first.' })
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ReconciliationRowView) })
  rows(@CurrentActor() actor: Actor, @Query() { asOf, open, ...query }: ReconciliationQuery) {
    const day = asOf === undefined ? businessDate(this.clock.now()) : plainDate(asOf);
    return this.reconciling.rows(actor, {
      ...query,
      ...(open === undefined ? {} : { open: open === 'true' }),
      asOf: day,
    });
  }

  @ApiOperation({ summary: 'Explains a difference and so closes it, until it changes.' })
  @Post('explanations')
  @HttpCode(204)
  @Allow('reporter', 'finance-officer', 'finance-head')
  explain(
    @CurrentActor() actor: Actor,
    @Body() { projectId, planYear, source, difference, explanation }: ExplainDifferenceRequest,
  ): Promise<void> {
    return this.reconciling.explain(actor, {
      projectId,
      planYear,
      explanation,
      source: source ?? null,
      difference: BigInt(difference),
    });
  }
}

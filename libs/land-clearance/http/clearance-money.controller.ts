import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AddAdvanceRequest,
  AdvanceListQuery,
  AdvanceView,
  ClearanceMoneyView,
  ClearanceQuery,
  listOf,
  MoveAdvanceRequest,
  ROLES,
} from '@thongvon/api-contract';
import { businessDate, plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, CurrentActor, Id, given } from '@thongvon/platform/http';
import { Advances, ViewClearanceMoney } from '../application/clearance-money';
import { askedDay } from './requests';

/** Compensation in money: approved, paid, advanced, and what lateness may cost. */
@ApiTags('land-clearance')
@Controller('land-clearance')
export class ClearanceMoneyController {
  constructor(
    private readonly viewing: ViewClearanceMoney,
    private readonly advances: Advances,
    private readonly clock: SystemClock,
  ) {}

  /** Show the compensation of a project with its advances and their recovery clocks. */
  @Get('projects/:id/money')
  @Allow(...ROLES)
  @ApiOkResponse({ type: ClearanceMoneyView })
  money(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { asOf }: ClearanceQuery,
  ): Promise<ClearanceMoneyView> {
    return this.viewing.view(actor, id, askedDay(asOf, this.clock));
  }

  /** Record a compensation advance. */
  @Post('projects/:id/advances')
  @Allow('reporter')
  @ApiCreatedResponse({ type: ClearanceMoneyView })
  async add(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: AddAdvanceRequest,
  ): Promise<ClearanceMoneyView> {
    const { amount, advancedOn, document } = request;
    await this.advances.add(actor, id, {
      amount: BigInt(amount),
      on: plainDate(advancedOn),
      document: document ?? null,
    });
    return this.viewing.view(actor, id, businessDate(this.clock.now()));
  }

  /** List advances, oldest first, each with its clock. */
  @Get('advances')
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(AdvanceView) })
  list(@CurrentActor() actor: Actor, @Query() { asOf, ...page }: AdvanceListQuery) {
    return this.advances.list(actor, { ...given(page), asOf: askedDay(asOf, this.clock) });
  }

  /** Record that part of an advance was settled with papers, or returned. */
  @Post('advances/:id/moves')
  @HttpCode(204)
  @Allow('reporter')
  async move(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: MoveAdvanceRequest,
  ): Promise<void> {
    const { type, amount, on, document } = request;
    await this.advances.move(actor, id, type, {
      amount: BigInt(amount),
      on: plainDate(on),
      document: document ?? null,
    });
  }
}

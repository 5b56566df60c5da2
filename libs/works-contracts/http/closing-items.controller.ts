import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AddClosingItemRequest,
  ClosingItemView,
  ClosingListQuery,
  listOf,
  type ListOf,
  RecordedView,
  ROLES,
  SettleClosingItemRequest,
} from '@thongvon/api-contract';
import { businessDate, plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow, CurrentActor, Id, given } from '@thongvon/platform/http';
import { ClosingItems } from '../application/closing-items';

/** What completed projects still owe: papers of the final settlement, and construction debts. */
@ApiTags('closing-items')
@Controller('closing-items')
export class ClosingItemsController {
  constructor(
    private readonly items: ClosingItems,
    private readonly clock: SystemClock,
  ) {}

  /** List who owes which paper, or how much, since when: longest first. */
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(ClosingItemView) })
  list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...page }: ClosingListQuery,
  ): Promise<ListOf<ClosingItemView>> {
    return this.items.list(actor, {
      ...given(page),
      asOf: asOf === undefined ? businessDate(this.clock.now()) : plainDate(asOf),
    });
  }

  /** Record what is owed. */
  @Post()
  @Allow('reporter')
  @ApiCreatedResponse({ type: RecordedView })
  async add(@CurrentActor() actor: Actor, @Body() request: AddClosingItemRequest): Promise<RecordedView> {
    const { projectId, since, due, amount, ...owed } = request;
    const id = await this.items.add(actor, projectId, {
      ...owed,
      since: plainDate(since),
      due: due === undefined ? null : plainDate(due),
      amount: amount ?? null,
    });
    return { id };
  }

  /** Record that it was handed in or paid. Repeating it is no error. */
  @Post(':id/settlement')
  @HttpCode(204)
  @Allow('reporter')
  async settle(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() request: SettleClosingItemRequest,
  ): Promise<void> {
    await this.items.settle(actor, id, plainDate(request.on), request.evidence);
  }
}

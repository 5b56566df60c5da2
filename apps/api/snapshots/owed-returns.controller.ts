import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OwedReturnsQuery, UnsentReturnsView } from '@thongvon/api-contract';
import type { Actor } from '@thongvon/organizations';
import { RemindersGiven } from '@thongvon/reporting-duties';
import { OwedReturns } from '@thongvon/snapshots';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';

@ApiTags('returns')
@Controller('owed-returns')
export class OwedReturnsController {
  constructor(
    private readonly owed: OwedReturns,
    private readonly reminders: RemindersGiven,
  ) {}

  @ApiOperation({
    summary:
      "What the caller's own organisation, or each that the caller sees, owes for this week and the last and has not sent, " +
      'or got back, and when anybody was reminded of it',
  })
  @Get()
  @Allow('reporter', 'finance-officer', 'finance-head')
  @ApiOkResponse({ type: UnsentReturnsView })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { offices = 'own' }: OwedReturnsQuery,
  ): Promise<UnsentReturnsView> {
    const owed = await this.owed.of(actor, offices);
    const reminded = await this.reminders.lastOf(
      owed.map(({ organization, kind, week }) => ({ organizationId: organization.id, kind, week })),
    );
    return { items: owed.map((one, index) => ({ ...one, reminded: reminded[index] ?? null })) };
  }
}

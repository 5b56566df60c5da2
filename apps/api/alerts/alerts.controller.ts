import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActOnAlert, ListAlerts, ViewAlert } from '@thongvon/alerts';
import {
  AcknowledgeAlertRequest,
  AlertDetailView,
  AlertListQuery,
  AlertQuery,
  AlertView,
  listOf,
  SnoozeAlertRequest,
  type ListOf,
} from '@thongvon/contracts';
import { businessDate, plainDate, type PlainDate } from '@thongvon/kernel';
import { ROLES, type Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { Id } from '../http/id';
import { given } from '../land-clearance/given';

/** What the rules have found in frozen weeks, and what people say of it. */
@ApiTags('alerts')
@Controller('alerts')
export class AlertsController {
  constructor(
    private readonly listing: ListAlerts,
    private readonly viewing: ViewAlert,
    private readonly acting: ActOnAlert,
    private readonly clock: SystemClock,
  ) {}

  /** List alerts as they stand on a day: gravest first, then most capital. */
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(AlertView) })
  list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...query }: AlertListQuery,
  ): Promise<ListOf<AlertView>> {
    return this.listing.list(actor, { ...given(query), asOf: this.day(asOf) });
  }

  /** Show an alert with its history and why it is red: the rule, its thresholds, the numbers, where the rule is from. */
  @Get(':id')
  @Allow(...ROLES)
  @ApiOkResponse({ type: AlertDetailView })
  find(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { asOf }: AlertQuery,
  ): Promise<AlertDetailView> {
    return this.viewing.view(actor, id, this.day(asOf));
  }

  /** Take note of an alert: it holds on, and says that someone is at it. */
  @Post(':id/acknowledgement')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: AlertDetailView })
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { reason }: AcknowledgeAlertRequest,
  ): Promise<AlertDetailView> {
    await this.acting.acknowledge(actor, id, reason);
    return this.viewing.view(actor, id, this.day());
  }

  /** Put an alert off until a day. */
  @Post(':id/snooze')
  @HttpCode(200)
  @Allow('finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: AlertDetailView })
  async snooze(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { until, reason }: SnoozeAlertRequest,
  ): Promise<AlertDetailView> {
    await this.acting.snooze(actor, id, plainDate(until), reason);
    return this.viewing.view(actor, id, this.day());
  }

  private day(asOf?: string): PlainDate {
    return asOf === undefined ? businessDate(this.clock.now()) : plainDate(asOf);
  }
}

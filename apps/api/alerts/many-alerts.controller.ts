import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ActOnAlert } from '@thongvon/alerts';
import {
  AcknowledgeAlertsRequest,
  AlertActionResultsView,
  SnoozeAlertsRequest,
  WithdrawAlertActionsRequest,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { JsonLimit, LONG_JSON } from '../http/limits/json-limit';

/** The same about several alerts at once, and what came of each. */
@ApiTags('alerts')
@Controller('alerts')
export class ManyAlertsController {
  constructor(private readonly acting: ActOnAlert) {}

  /** Take note of several alerts. Each is done, or refused with why, by itself. */
  @Post('acknowledgements')
  @JsonLimit(LONG_JSON)
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: AlertActionResultsView })
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Body() { ids, reason }: AcknowledgeAlertsRequest,
  ): Promise<AlertActionResultsView> {
    return { items: await this.acting.each(ids, (id) => this.acting.acknowledge(actor, id, reason)) };
  }

  /** Put several alerts off until a day. Each is done, or refused with why, by itself. */
  @Post('snoozes')
  @JsonLimit(LONG_JSON)
  @HttpCode(200)
  @Allow('finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: AlertActionResultsView })
  async snooze(
    @CurrentActor() actor: Actor,
    @Body() { ids, until, reason }: SnoozeAlertsRequest,
  ): Promise<AlertActionResultsView> {
    const day = plainDate(until);
    this.acting.assertAhead(day);
    return { items: await this.acting.each(ids, (id) => this.acting.snooze(actor, id, day, reason)) };
  }

  /** Take back what was said of several alerts last. Each is done, or refused with why, by itself. */
  @Post('withdrawals')
  @JsonLimit(LONG_JSON)
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: AlertActionResultsView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Body() { ids, reason }: WithdrawAlertActionsRequest,
  ): Promise<AlertActionResultsView> {
    return { items: await this.acting.each(ids, (id) => this.acting.withdraw(actor, id, reason)) };
  }
}

import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AcknowledgeAlertRequest,
  AcknowledgeAlertsRequest,
  AlertActionResultsView,
  AlertCountsView,
  AlertDetailView,
  AlertGroupsQuery,
  AlertGroupView,
  AlertListQuery,
  AlertQuery,
  AlertRulesView,
  AlertRuleView,
  AlertView,
  listOf,
  type ListOf,
  PreviewAlertRuleRequest,
  ROLES,
  RulePreviewView,
  SetAlertRuleRequest,
  SnoozeAlertRequest,
  SnoozeAlertsRequest,
  WithdrawAlertActionRequest,
  WithdrawAlertActionsRequest,
} from '@thongvon/api-contract';
import { plainDate, type PlainDate } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { SystemClock } from '@thongvon/platform';
import {
  askedDay,
  Allow,
  CurrentActor,
  given,
  Id,
  JsonLimit,
  LONG_JSON,
  TopOfficeOnly,
  Statements,
} from '@thongvon/platform/http';
import { AlertRules, type RuleChange } from '../application/alert-rules';
import { PreviewRule } from '../application/evaluate-week';
import { GroupAlerts, ListAlerts } from '../application/list-alerts';
import { ActOnAlert, ViewAlert } from '../application/one-alert';
import { MISSING_INPUTS } from '../domain/rules';
import {
  toAlertDetailView,
  toAlertGroupView,
  toAlertRuleView,
  toAlertView,
  toRulePreviewView,
} from './alert-views';

/** What the rules have found in frozen weeks, and what people say of it. */
@ApiTags('alerts')
@Controller('alerts')
export class AlertsController {
  constructor(
    private readonly listing: ListAlerts,
    private readonly grouping: GroupAlerts,
    private readonly viewing: ViewAlert,
    private readonly acting: ActOnAlert,
    private readonly clock: SystemClock,
  ) {}

  /** List alerts as they stand on a day: gravest first, then most capital, or as `sort` says. */
  @Get()
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(AlertView) })
  async list(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...query }: AlertListQuery,
  ): Promise<ListOf<AlertView>> {
    const page = await this.listing.list(actor, { ...given(query), asOf: this.day(asOf) });
    return { ...page, items: page.items.map(toAlertView) };
  }

  /** Alerts put together by rule or by project: groups with the gravest and oldest first. */
  @Get('groups')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: listOf(AlertGroupView) })
  async groups(
    @CurrentActor() actor: Actor,
    @Query() { asOf, ...query }: AlertGroupsQuery,
  ): Promise<ListOf<AlertGroupView>> {
    const page = await this.grouping.groups(actor, { ...given(query), asOf: this.day(asOf) });
    return { ...page, items: page.items.map(toAlertGroupView) };
  }

  /** How many alerts hold on a day, by whether someone has taken note of them. */
  @Get('counts')
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: AlertCountsView })
  counts(@CurrentActor() actor: Actor, @Query() { asOf }: AlertQuery): Promise<AlertCountsView> {
    return this.grouping.counts(actor, this.day(asOf));
  }

  /** Show an alert with its history and why it is red: the rule, its thresholds, the numbers, where the rule is from. */
  @Get(':id')
  @Statements(2)
  @Allow(...ROLES)
  @ApiOkResponse({ type: AlertDetailView })
  async find(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Query() { asOf }: AlertQuery,
  ): Promise<AlertDetailView> {
    return toAlertDetailView(await this.viewing.view(actor, id, this.day(asOf)));
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
    return toAlertDetailView(await this.viewing.view(actor, id, this.day()));
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
    return toAlertDetailView(await this.viewing.view(actor, id, this.day()));
  }

  /** Take back what was said of an alert last: it is open again. Reporters only what their own office said. */
  @Post(':id/withdrawal')
  @HttpCode(200)
  @Allow('reporter', 'finance-officer', 'finance-head', 'leader')
  @ApiOkResponse({ type: AlertDetailView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Id() id: string,
    @Body() { reason }: WithdrawAlertActionRequest,
  ): Promise<AlertDetailView> {
    await this.acting.withdraw(actor, id, reason);
    return toAlertDetailView(await this.viewing.view(actor, id, this.day()));
  }

  private day(asOf?: string): PlainDate {
    return askedDay(asOf, this.clock);
  }
}

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

/** The rules behind alerts: what they look at, by which thresholds, and where they are from. */
@ApiTags('alerts')
@Controller('alert-rules')
export class AlertRulesController {
  constructor(
    private readonly rules: AlertRules,
    private readonly preview: PreviewRule,
  ) {}

  /** List the rules with what is in force today, and those that can't be looked at since nothing brings their data in. */
  @Get()
  @Statements(1)
  @Allow(...ROLES)
  @ApiOkResponse({ type: AlertRulesView })
  async list(): Promise<AlertRulesView> {
    const rules = await this.rules.list();
    return {
      items: rules.map(toAlertRuleView),
      missingInputs: MISSING_INPUTS.map(({ id, title, missing }) => ({
        id,
        title: title[0],
        titleEn: title[1],
        missing: missing[0],
        missingEn: missing[1],
      })),
    };
  }

  /** Set a rule's thresholds, gravity or whether it is looked at, for a scope from a day on. Frozen weeks stay as they are. */
  @Patch(':rule')
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: AlertRuleView })
  async set(
    @CurrentActor() actor: Actor,
    @Param('rule') rule: string,
    @Body() request: SetAlertRuleRequest,
  ): Promise<AlertRuleView> {
    return toAlertRuleView(
      await this.rules.set(actor, rule, { ...changeOf(request), reason: request.reason }),
    );
  }

  /** Show what a change would say of the latest frozen week: which sentences appear, go or stay. Changes nothing. */
  @Post(':rule/preview')
  @HttpCode(200)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: RulePreviewView })
  async try(
    @CurrentActor() actor: Actor,
    @Param('rule') rule: string,
    @Body() request: PreviewAlertRuleRequest,
  ): Promise<RulePreviewView> {
    return toRulePreviewView(await this.preview.run(actor, rule, changeOf(request)));
  }
}

function changeOf({ effectiveFrom, ...change }: PreviewAlertRuleRequest): RuleChange {
  const from = effectiveFrom === undefined ? {} : { effectiveFrom: plainDate(effectiveFrom) };
  return { ...given(change), ...from };
}

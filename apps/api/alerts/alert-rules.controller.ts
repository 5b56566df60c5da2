import { Body, Controller, Get, Param, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AlertRules } from '@thongvon/alerts';
import { AlertRulesView, AlertRuleView, SetAlertRuleRequest } from '@thongvon/contracts';
import { plainDate } from '@thongvon/kernel';
import { ROLES, type Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { given } from '../land-clearance/given';

/** The rules behind alerts: what they look at, by which thresholds, and where they are from. */
@ApiTags('alerts')
@Controller('alert-rules')
export class AlertRulesController {
  constructor(private readonly rules: AlertRules) {}

  /** List the rules with what is in force today, and those that can't be looked at since nothing brings their data in. */
  @Get()
  @Allow(...ROLES)
  @ApiOkResponse({ type: AlertRulesView })
  list(): Promise<AlertRulesView> {
    return this.rules.list();
  }

  /** Set a rule's thresholds, gravity or whether it is looked at, for a scope from a day on. Frozen weeks stay as they are. */
  @Patch(':rule')
  @Allow('administrator')
  @ApiOkResponse({ type: AlertRuleView })
  set(
    @CurrentActor() actor: Actor,
    @Param('rule') rule: string,
    @Body() { effectiveFrom, ...setting }: SetAlertRuleRequest,
  ): Promise<AlertRuleView> {
    const from = effectiveFrom === undefined ? {} : { effectiveFrom: plainDate(effectiveFrom) };
    return this.rules.set(actor, rule, { ...given(setting), ...from });
  }
}

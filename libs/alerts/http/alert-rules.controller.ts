import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  AlertRulesView,
  AlertRuleView,
  PreviewAlertRuleRequest,
  ROLES,
  RulePreviewView,
  SetAlertRuleRequest,
} from '@thongvon/api-contract';
import { plainDate } from '@thongvon/kernel';
import { type Actor } from '@thongvon/organizations';
import { Allow, TopOfficeOnly, CurrentActor, given } from '@thongvon/platform/http';
import { AlertRules, type RuleChange } from '../application/alert-rules';
import { PreviewRule } from '../application/try-rules';

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
  @Allow(...ROLES)
  @ApiOkResponse({ type: AlertRulesView })
  list(): Promise<AlertRulesView> {
    return this.rules.list();
  }

  /** Set a rule's thresholds, gravity or whether it is looked at, for a scope from a day on. Frozen weeks stay as they are. */
  @Patch(':rule')
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: AlertRuleView })
  set(
    @CurrentActor() actor: Actor,
    @Param('rule') rule: string,
    @Body() request: SetAlertRuleRequest,
  ): Promise<AlertRuleView> {
    return this.rules.set(actor, rule, { ...changeOf(request), reason: request.reason });
  }

  /** Show what a change would say of the latest frozen week: which sentences appear, go or stay. Changes nothing. */
  @Post(':rule/preview')
  @HttpCode(200)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: RulePreviewView })
  try(
    @CurrentActor() actor: Actor,
    @Param('rule') rule: string,
    @Body() request: PreviewAlertRuleRequest,
  ): Promise<RulePreviewView> {
    return this.preview.run(actor, rule, changeOf(request));
  }
}

function changeOf({ effectiveFrom, ...change }: PreviewAlertRuleRequest): RuleChange {
  const from = effectiveFrom === undefined ? {} : { effectiveFrom: plainDate(effectiveFrom) };
  return { ...given(change), ...from };
}

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
import { PreviewRule } from '../application/evaluate-week';
import { MISSING_INPUTS } from '../domain/rules';
import { toAlertRuleView, toRulePreviewView } from './alert-views';

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

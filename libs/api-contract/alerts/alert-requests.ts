import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, ValidateIf } from 'class-validator';
import { COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import {
  ChoiceField,
  DateField,
  FlagField,
  IdField,
  IdsField,
  ListQuery,
  TextField,
  WholeNumberField,
} from '../fields';
import { ProjectRefView } from '../projects/project';
import {
  ALERT_BASES,
  ALERT_CONCERNS,
  ALERT_GROUPINGS,
  ALERT_RULES,
  ALERT_SEVERITIES,
  ALERT_SORTS,
  ALERT_STATES,
  type AlertBasis,
  type AlertConcern,
  type AlertGrouping,
  type AlertRuleId,
  type AlertSeverity,
  type AlertSort,
  type AlertState,
} from './alert-rule';

const AS_OF = {
  description: 'As they stand on this day; without it, today',
  optional: true,
  example: '2023-06-22',
} as const;

/** Which alerts are meant. */
export class AlertFilterQuery extends ListQuery {
  @DateField(AS_OF)
  asOf?: string;

  @ChoiceField({
    description: 'Only in this state; without it, all that hold (open, acknowledged, snoozed)',
    of: ALERT_STATES,
    optional: true,
  })
  state?: AlertState;

  @ChoiceField({ description: 'Only of this rule', of: ALERT_RULES, optional: true })
  rule?: AlertRuleId;

  @ChoiceField({ description: 'Only as grave as this', of: ALERT_SEVERITIES, optional: true })
  severity?: AlertSeverity;

  @ChoiceField({ description: 'Only of rules with this basis', of: ALERT_BASES, optional: true })
  basis?: AlertBasis;

  @IdField({ description: 'Only of this organisation and all below it', optional: true })
  organizationId?: string;

  @IdField({ description: 'Only of this project', optional: true })
  projectId?: string;

  @ChoiceField({
    description: 'Only about projects, or only about offices as a whole',
    of: ALERT_CONCERNS,
    optional: true,
  })
  about?: AlertConcern;
}

export class AlertListQuery extends AlertFilterQuery {
  @ChoiceField({
    description:
      'Gravest first, then most capital (amount), or what presses and is longest open (oldest); closed: latest closed first',
    of: ALERT_SORTS,
    optional: true,
  })
  sort?: AlertSort;
}

export class AlertGroupsQuery extends AlertFilterQuery {
  @ChoiceField({ description: 'What a group has in common', of: ALERT_GROUPINGS })
  by: AlertGrouping;
}

export class AlertQuery {
  @DateField(AS_OF)
  asOf?: string;
}

export class AcknowledgeAlertRequest {
  @TextField({ description: 'What is being done about it; no names of households', max: 1000 })
  reason: string;
}

export class WithdrawAlertActionRequest {
  @TextField({ description: 'Why what was said no longer counts', max: 1000 })
  reason: string;
}

export class SnoozeAlertRequest extends AcknowledgeAlertRequest {
  @DateField({ description: 'The day from which it is shown as open again, at most a year ahead' })
  until: string;
}

const MANY = {
  description: 'The alerts that are meant; each is done, or refused, by itself',
  max: 500,
} as const;

export class AcknowledgeAlertsRequest extends AcknowledgeAlertRequest {
  @IdsField(MANY)
  ids: string[];
}

export class SnoozeAlertsRequest extends SnoozeAlertRequest {
  @IdsField(MANY)
  ids: string[];
}

export class WithdrawAlertActionsRequest extends WithdrawAlertActionRequest {
  @IdsField(MANY)
  ids: string[];
}

/** A change of a rule for a scope from a day on; what is left out stays as it is. */
export class PreviewAlertRuleRequest {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'number' },
    description: 'New values by key; percents with at most two decimals, days and weeks whole',
    example: { q2: 50 },
  })
  @ValidateIf((_, value) => value !== undefined)
  @IsObject()
  thresholds?: Record<string, unknown>;

  @FlagField({ description: 'Whether the rule is looked at', optional: true })
  enabled?: boolean;

  @ChoiceField({ description: 'How grave', of: ALERT_SEVERITIES, optional: true })
  severity?: AlertSeverity;

  @IdField({ description: 'For this organisation and all below it; without it, everywhere', optional: true })
  organizationId?: string;

  @WholeNumberField({ description: 'For this plan year only', optional: true, min: 2000, max: 2100 })
  planYear?: number;

  @TextField({
    description: 'For this source only (its code); of rules that look at sources one by one',
    optional: true,
    max: 200,
  })
  source?: string;

  @DateField({ description: 'From this day on, not before today; without it, today', optional: true })
  effectiveFrom?: string;
}

/** What counts from that day on. */
export class SetAlertRuleRequest extends PreviewAlertRuleRequest {
  @TextField({ description: 'Why, and by which document', max: 1000 })
  reason: string;
}

/** Alerts that have a rule or a project in common. */
export class AlertGroupView {
  @EnumProperty(ALERT_RULES, 'Their rule; null: grouped by project', true)
  readonly rule: AlertRuleId | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What the rule is called' })
  readonly title: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly titleEn: string | null;

  @ApiProperty({
    type: ProjectRefView,
    nullable: true,
    description: 'Their project; null: grouped by rule, or those about offices as a whole',
  })
  readonly project: ProjectRefView | null;

  @EnumProperty(ALERT_SEVERITIES, 'How grave the gravest of them is')
  readonly severity: AlertSeverity;

  @ApiProperty(COUNT)
  readonly alerts: number;

  @ApiProperty({ ...COUNT, description: 'How many of them are critical' })
  readonly critical: number;

  @ApiProperty({ ...COUNT, description: 'How many of them are urgent' })
  readonly urgent: number;

  @ApiProperty({ format: 'date', description: 'The week that opened the oldest of them' })
  readonly oldest: string;
}

/** How many alerts hold on the day, of all that the caller sees. */
export class AlertCountsView {
  @ApiProperty({ ...COUNT, description: 'Nobody has taken note of them' })
  readonly open: number;

  @ApiProperty({ ...COUNT, description: 'The critical ones of these' })
  readonly openCritical: number;

  @ApiProperty(COUNT)
  readonly acknowledged: number;

  @ApiProperty(COUNT)
  readonly snoozed: number;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'The latest frozen week that the rules have looked at; null: none yet',
  })
  readonly week: string | null;
}

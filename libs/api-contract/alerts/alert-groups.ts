import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { ProjectRefView } from '../projects/project';
import { ALERT_RULES, ALERT_SEVERITIES, type AlertRuleId, type AlertSeverity } from './alert-words';

const COUNT = { type: 'integer' } as const;

/** Alerts that have a rule or a project in common. */
export class AlertGroupView {
  @EnumProperty(ALERT_RULES, 'Their rule; null: grouped by project', true)
  readonly rule: AlertRuleId | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What the rule is called' })
  readonly title: string | null;

  @ApiProperty({ type: 'string', nullable: true })
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

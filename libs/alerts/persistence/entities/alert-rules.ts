import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { ROW_ID } from '@thongvon/platform';
import type { AlertSeverity } from '@thongvon/api-contract';
import type { PlainDate, PlanYear } from '@thongvon/kernel';
import type { ThresholdValues } from '../../domain/alert-rule';

@Entity({
  schema: 'alerts',
  name: 'alert_rule_setting',
  comment:
    'What administrators set on rules, for a scope, from a day on; null fields are not set; append-only',
})
@Index('alert_rule_setting_rule', ['rule', 'effectiveFrom'])
@Check('alert_rule_setting_severity_check', "severity IN ('critical', 'warning', 'info')")
export class AlertRuleSetting {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @Column('text')
  rule: string;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', nullable: true })
  organizationId: string | null;

  @Column({ type: 'integer', nullable: true })
  planYear: PlanYear | null;

  @Column({ type: 'text', nullable: true })
  sourceCode: string | null;

  @Column('date')
  effectiveFrom: PlainDate;

  @Column({ type: 'boolean', nullable: true })
  enabled: boolean | null;

  @Column({ type: 'text', nullable: true })
  severity: AlertSeverity | null;

  @Column({ type: 'jsonb', default: () => "'{}'" })
  thresholds: ThresholdValues;

  @Column('text')
  reason: string;

  @ForeignKey('UserAccount')
  @Column('uuid')
  actorId: string;

  @Column('timestamptz')
  recordedAt: Date;
}

@Entity({
  schema: 'alerts',
  name: 'alert_evaluation',
  comment: 'Frozen weeks that the rules have looked at, each once; business clock; append-only',
})
@Index('alert_evaluation_week', ['week'], { where: 'counted' })
export class AlertEvaluation {
  @ForeignKey('WeeklySnapshot')
  @PrimaryColumn('uuid')
  snapshotId: string;

  @Column('date')
  week: PlainDate;

  @Column('timestamptz')
  evaluatedAt: Date;

  @Column({
    type: 'boolean',
    comment: 'False: a correction of a week that a later one had replaced; it changed no alert',
  })
  counted: boolean;
}

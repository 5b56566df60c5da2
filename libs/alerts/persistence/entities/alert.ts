import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { AlertEventType, AlertSeverity, AlertSubjectKind } from '@thongvon/api-contract';
import type { Dong, PlainDate, PlanYear } from '@thongvon/kernel';
import { DONG_COLUMN, EnteredRow, ROW_ID } from '@thongvon/platform';
import type { ThresholdValues } from '../../domain/alert-rule';

@Entity({
  schema: 'alerts',
  name: 'alert',
  comment:
    'Identity of an alert: a rule holds for a subject from the week opened_on until the week closed_on; open at most once',
})
@Index('alert_open_once', ['rule', 'subjectKind', 'subjectId', 'planYear'], {
  unique: true,
  where: 'closed_on IS NULL',
})
@Index('alert_organization', ['organizationId'])
@Index('alert_project', ['projectId'], { where: 'project_id IS NOT NULL' })
@Check('alert_check', 'closed_on >= opened_on')
@Check(
  'alert_subject_kind_check',
  "subject_kind IN ('project', 'capital-line', 'organization', 'blocker', 'advance', 'guarantee', 'contract-advance')",
)
export class Alert {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  rule: string;

  @Column('text')
  subjectKind: AlertSubjectKind;

  @Column({
    type: 'text',
    comment: "Id of the subject; of a capital line project/source, of an office's source organisation/source",
  })
  subjectId: string;

  @Column({ type: 'integer', nullable: true })
  planYear: PlanYear | null;

  @ForeignKey('Organization')
  @Column({ type: 'uuid', comment: 'Whose it is to see, with all above it' })
  organizationId: string;

  @ForeignKey('Project')
  @Column({ type: 'uuid', nullable: true })
  projectId: string | null;

  @Column('date')
  openedOn: PlainDate;

  @Column({ type: 'date', nullable: true })
  closedOn: PlainDate | null;
}

@Entity({
  schema: 'alerts',
  name: 'alert_event',
  comment:
    'History of alerts: by the rule in a frozen week (opened, changed, reopened, closed), by a person (acknowledged, snoozed, withdrawn); append-only',
})
@Index('alert_event_alert', ['alertId', 'id'])
@Check(
  'alert_event_of_person',
  "type IN ('acknowledged', 'snoozed', 'withdrawn') = (actor_id IS NOT NULL AND reason IS NOT NULL)",
)
@Check(
  'alert_event_of_rule',
  "type IN ('opened', 'changed', 'reopened', 'closed') = (snapshot_id IS NOT NULL)",
)
@Check('alert_event_severity_check', "severity IN ('critical', 'warning', 'info')")
@Check('alert_event_snoozed', "(type = 'snoozed') = (snoozed_until IS NOT NULL)")
@Check('alert_event_has_text', "type IN ('opened', 'changed', 'reopened') = (text IS NOT NULL)")
@Check(
  'alert_event_type_check',
  "type IN ('opened', 'changed', 'reopened', 'closed', 'acknowledged', 'snoozed', 'withdrawn')",
)
export class AlertEvent {
  @PrimaryGeneratedColumn('identity', ROW_ID)
  id: string;

  @ForeignKey('Alert')
  @Column('uuid')
  alertId: string;

  @Column('text')
  type: AlertEventType;

  @Column({ type: 'date', comment: "Date of the week's cut-off, or the day of the action" })
  onDate: PlainDate;

  @Column({ type: 'timestamptz', comment: 'Business clock' })
  recordedAt: Date;

  @ForeignKey('WeeklySnapshot')
  @Column({ type: 'uuid', nullable: true })
  snapshotId: string | null;

  @Column({ type: 'text', nullable: true })
  severity: AlertSeverity | null;

  @Column({ type: 'text', nullable: true })
  subjectName: string | null;

  @Column({ ...DONG_COLUMN, nullable: true, comment: 'The capital that it is about, whole đồng' })
  amount: Dong | null;

  @Column({
    type: 'jsonb',
    nullable: true,
    comment: 'What it was decided by; amounts in whole đồng as texts',
  })
  numbers: Readonly<Record<string, unknown>> | null;

  @Column({ type: 'text', nullable: true })
  text: string | null;

  @Column({ type: 'text', nullable: true })
  textEn: string | null;

  @Column({ type: 'text', nullable: true, comment: 'Kernel matchKey of the text' })
  searchKey: string | null;

  @ForeignKey('UserAccount')
  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'date', nullable: true })
  snoozedUntil: PlainDate | null;
}

@Entity({
  schema: 'alerts',
  name: 'alert_rule_setting',
  comment:
    'What administrators set on rules, for a scope, from a day on; null fields are not set; append-only',
})
@Index('alert_rule_setting_rule', ['rule', 'effectiveFrom'])
@Check('alert_rule_setting_severity_check', "severity IN ('critical', 'warning', 'info')")
export class AlertRuleSetting extends EnteredRow {
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

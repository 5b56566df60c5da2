import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty } from '../amounts';
import { COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { ProjectRefView } from '../projects/project';
import {
  ALERT_ACTION_TYPES,
  ALERT_BASES,
  ALERT_EVENTS,
  ALERT_FIGURE_KINDS,
  ALERT_FIGURE_SOURCES,
  ALERT_RULES,
  ALERT_SEVERITIES,
  ALERT_STATES,
  ALERT_SUBJECTS,
  type AlertAction,
  type AlertBasis,
  type AlertEventType,
  type AlertFigureKind,
  type AlertFigureSource,
  type AlertRuleId,
  AlertRuleView,
  type AlertSeverity,
  type AlertState,
  type AlertSubjectKind,
} from './alert-rule';

const DATE = { type: 'string', format: 'date' } as const;

/** What an alert is about. */
export class AlertSubjectView {
  @EnumProperty(ALERT_SUBJECTS, 'capital-line: a project and one source, `id` is project/source')
  readonly kind: AlertSubjectKind;

  @ApiProperty()
  readonly id: string;

  @ApiProperty({ example: 'Đường Đông Sơn' })
  readonly name: string;
}

export class AlertOrganizationView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;
}

/** What a person has said of it last. */
export class AlertNoteView {
  @EnumProperty(ALERT_ACTION_TYPES, 'What was done')
  readonly type: AlertAction;

  @ApiProperty()
  readonly reason: string;

  @ApiProperty({ format: 'uuid' })
  readonly actorId: string;

  @ApiProperty({ description: 'The name of who said it' })
  readonly actorName: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}

/** Why an alert that somebody had taken note of, or put off, is open again: it got worsened than it was then. */
export class AlertReopenedView {
  @ApiProperty(DATE)
  readonly on: string;

  @ApiProperty({
    example: 'Đã nhận xử lý 20/06/2023 khi mới 10 ngày; mở lại tuần chốt 13/07/2023 khi 24 ngày.',
  })
  readonly text: string;

  @ApiProperty()
  readonly textEn: string;
}

/** An alert as it stands on the day that is asked for. */
export class AlertView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @EnumProperty(ALERT_RULES, 'The rule that holds; stable')
  readonly rule: AlertRuleId;

  @ApiProperty({ example: 'Vướng mắc quá hạn' })
  readonly title: string;

  @ApiProperty()
  readonly titleEn: string;

  @EnumProperty(ALERT_STATES, 'acknowledged and snoozed ones still hold')
  readonly state: AlertState;

  @EnumProperty(ALERT_SEVERITIES, 'How grave')
  readonly severity: AlertSeverity;

  @ApiProperty({
    description: "A person's turn today: past a date or a limit, critical, and nobody has taken note of it",
  })
  readonly urgent: boolean;

  @EnumProperty(ALERT_BASES, 'Whether a law says so, or those who manage')
  readonly basis: AlertBasis;

  @ApiProperty({ type: AlertSubjectView })
  readonly subject: AlertSubjectView;

  @ApiProperty({ type: ProjectRefView, nullable: true })
  readonly project: ProjectRefView | null;

  @ApiProperty({ type: AlertOrganizationView, description: 'Whose it is' })
  readonly organization: AlertOrganizationView;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Null: not of a plan year' })
  readonly planYear: number | null;

  @AmountProperty('The capital that it is about, whole đồng')
  readonly amount: string | null;

  @ApiProperty({ description: 'What it says, with its numbers' })
  readonly text: string;

  @ApiProperty()
  readonly textEn: string;

  @ApiProperty({ ...DATE, description: 'The week (date of its cut-off) that opened it' })
  readonly openedOn: string;

  @ApiProperty({ ...DATE, description: 'The week of these numbers' })
  readonly changedOn: string;

  @ApiProperty({ ...DATE, nullable: true, description: 'The week in which it no longer held' })
  readonly closedOn: string | null;

  @ApiProperty({ ...DATE, nullable: true, description: 'The day from which it is shown as open again' })
  readonly snoozedUntil: string | null;

  @ApiProperty({ type: AlertNoteView, nullable: true })
  readonly note: AlertNoteView | null;

  @ApiProperty({
    type: AlertReopenedView,
    nullable: true,
    description: 'Open again by itself, and nobody has taken note of that; else null',
  })
  readonly reopened: AlertReopenedView | null;
}

/** Why something wasn't done about one alert of many. */
export class AlertRefusalView {
  @ApiProperty({ example: 'ALERT-CLOSED', description: 'Stable; as when it is asked for this alert alone' })
  readonly code: string;

  @ApiProperty()
  readonly detail: string;

  @ApiProperty()
  readonly detailEn: string;
}

export class AlertActionResultView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: AlertRefusalView, nullable: true, description: 'Null: it is done' })
  readonly refusal: AlertRefusalView | null;
}

/** What came of doing the same about several alerts, in the order in which they were asked for. */
export class AlertActionResultsView {
  @ApiProperty({ type: [AlertActionResultView] })
  readonly items: readonly AlertActionResultView[];
}

/** A moment in the life of an alert. */
export class AlertEventView {
  @EnumProperty(
    ALERT_EVENTS,
    'By the rule: opened, changed, reopened (worsened than somebody took note of), closed. By a person: acknowledged, snoozed, withdrawn',
  )
  readonly type: AlertEventType;

  @ApiProperty({ ...DATE, description: 'The week, or the day of a person’s action' })
  readonly on: string;

  @ApiProperty({ format: 'date-time', description: 'When it was written down' })
  readonly at: string;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Revision of the frozen week' })
  readonly revision: number | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly text: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly textEn: string | null;

  @AmountProperty('The capital that it was about, whole đồng')
  readonly amount: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Why, in the words of who did it' })
  readonly reason: string | null;

  @ApiProperty({ ...DATE, nullable: true })
  readonly snoozedUntil: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, format: 'uuid' })
  readonly actorId: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The name of who did it' })
  readonly actorName: string | null;
}

/** A number that the rule decided by, with what it is called. */
export class AlertFigureView {
  @ApiProperty({ example: 'Kế hoạch vốn năm nay (mẫu số)' })
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;

  @EnumProperty(ALERT_FIGURE_KINDS, 'How it is written')
  readonly kind: AlertFigureKind;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null: not known', example: '13463000000' })
  readonly value: string | null;

  @EnumProperty(ALERT_FIGURE_SOURCES, 'Which number of the project it is, where returns tell it', true)
  readonly source: AlertFigureSource | null;
}

/** "Why is it red?": the rule with the thresholds that counted, the numbers, and where the rule is from. */
export class AlertExplanationView {
  @ApiProperty({ type: AlertRuleView, description: 'As it stood in the week of the numbers' })
  readonly rule: AlertRuleView;

  @ApiProperty({ ...DATE, description: 'The frozen week that was looked at' })
  readonly week: string;

  @ApiProperty(COUNT)
  readonly revision: number;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Amounts in whole đồng as texts' })
  readonly numbers: Readonly<Record<string, unknown>>;

  @ApiProperty({ type: [AlertFigureView], description: 'The same for people to read' })
  readonly figures: readonly AlertFigureView[];
}

export class AlertDetailView extends AlertView {
  @ApiProperty({ type: AlertExplanationView })
  readonly explanation: AlertExplanationView;

  @ApiProperty({ type: [AlertEventView], description: 'Oldest first' })
  readonly history: readonly AlertEventView[];
}

import { ApiProperty } from '@nestjs/swagger';
import { COUNT_OR_NULL, EnumProperty } from '../answer-fields';

/** The rules that are looked at each frozen week. Stable; `GET /api/alert-rules` explains them. */
export const ALERT_RULES = [
  'below-quarter-target',
  'below-average',
  'below-last-year',
  'below-own-plan',
  'nothing-after-first-quarter',
  'no-movement',
  'over-plan',
  'over-total-investment',
  'cumulative-fell',
  'blocker-overdue',
  'blocker-due-this-week',
  'blocker-without-action',
  'return-missing',
  'return-late',
  'return-sent-back',
  'treasury-differs',
  'cannot-be-spent',
  'estimate-below-plan',
  'carry-over-lapsing',
  'advance-past-clock',
  'contract-advance-past-clock',
  'contract-advance-due',
  'guarantee-expiring',
  'handed-over-without-volume',
] as const;
export type AlertRuleId = (typeof ALERT_RULES)[number];

type Among<Id extends AlertRuleId> = Id;
/** Rules whose decision is settled among the project's contracts. */
export type ContractsRuleId = Among<'contract-advance-past-clock'>;

export const ALERT_SEVERITIES = ['critical', 'warning', 'info'] as const;
export type AlertSeverity = (typeof ALERT_SEVERITIES)[number];

/** What an alert is about. */
export const ALERT_SUBJECTS = [
  'project',
  'capital-line',
  'organization',
  'blocker',
  'advance',
  'guarantee',
  'contract-advance',
] as const;
export type AlertSubjectKind = (typeof ALERT_SUBJECTS)[number];

/** `acknowledged` and `snoozed` ones still hold: someone has taken note, or has put it off until a day. */
export const ALERT_STATES = ['open', 'acknowledged', 'snoozed', 'closed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** Whether a law says so, or those who manage. */
export const ALERT_BASES = ['legal', 'managerial'] as const;
export type AlertBasis = (typeof ALERT_BASES)[number];

/** What a threshold counts. */
export const THRESHOLD_UNITS = ['percent', 'days', 'weeks'] as const;
export type ThresholdUnit = (typeof THRESHOLD_UNITS)[number];

/** What people do about an alert; `withdrawn`: what was said last no longer counts, it is open again. */
export const ALERT_ACTION_TYPES = ['acknowledged', 'snoozed', 'withdrawn'] as const;
export type AlertAction = (typeof ALERT_ACTION_TYPES)[number];

/** What happens to an alert: the first four by its rule, the others by a person. */
export const ALERT_EVENTS = ['opened', 'changed', 'reopened', 'closed', ...ALERT_ACTION_TYPES] as const;
export type AlertEventType = (typeof ALERT_EVENTS)[number];

/** Gravest first, then: most capital; dates and limits before slow money, opened longest ago; or, for closed ones, the latest to close before all else. */
export const ALERT_SORTS = ['amount', 'oldest', 'closed'] as const;
export type AlertSort = (typeof ALERT_SORTS)[number];

/** Whether an alert is about a project, or about an office as a whole. */
export const ALERT_CONCERNS = ['project', 'organization'] as const;
export type AlertConcern = (typeof ALERT_CONCERNS)[number];

/** By what alerts can be put together. */
export const ALERT_GROUPINGS = ['rule', 'project'] as const;
export type AlertGrouping = (typeof ALERT_GROUPINGS)[number];

/** How a figure is written: an amount in whole đồng, a rate or points in percent, a day, so many days or weeks, a name. */
export const ALERT_FIGURE_KINDS = ['amount', 'rate', 'points', 'date', 'days', 'weeks', 'name'] as const;
export type AlertFigureKind = (typeof ALERT_FIGURE_KINDS)[number];

/** Which number of the project a figure is, where it leads back to returns and their cells. */
export const ALERT_FIGURE_SOURCES = [
  'planned',
  'disbursed',
  'completed',
  'treasury',
  'remaining',
  'held',
] as const;
export type AlertFigureSource = (typeof ALERT_FIGURE_SOURCES)[number];

/** A number of a rule that an administrator can set. */
export class ThresholdView {
  @ApiProperty({ example: 'q2' })
  readonly key: string;

  @ApiProperty({ example: 'Mục tiêu hết quý II' })
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;

  @EnumProperty(THRESHOLD_UNITS, 'What it counts')
  readonly unit: ThresholdUnit;

  @ApiProperty({ type: 'number', example: 45 })
  readonly value: number;

  @ApiProperty({ type: 'number' })
  readonly min: number;

  @ApiProperty({ type: 'number' })
  readonly max: number;

  @ApiProperty({ description: 'Where the value is from: why it was set, else where the default is from' })
  readonly origin: string;

  @ApiProperty({ description: 'Whether it can be set for one source' })
  readonly bySource: boolean;
}

/** What an administrator has set for a scope. Of several that fit, the narrower and then the later one counts. */
export class AlertRuleSettingView {
  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'Of it and all below; null: everywhere',
  })
  readonly organizationId: string | null;

  @ApiProperty(COUNT_OR_NULL)
  readonly planYear: number | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Code of a source' })
  readonly source: string | null;

  @ApiProperty({ format: 'date', description: 'Counts for weeks from this day on' })
  readonly effectiveFrom: string;

  @ApiProperty({ type: 'boolean', nullable: true, description: 'Null: not said' })
  readonly enabled: boolean | null;

  @EnumProperty(ALERT_SEVERITIES, 'Null: not said', true)
  readonly severity: AlertSeverity | null;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'number' } })
  readonly thresholds: Readonly<Record<string, number>>;

  @ApiProperty()
  readonly reason: string;

  @ApiProperty({ format: 'uuid' })
  readonly actorId: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}

/** A rule, with what is in force everywhere today, and what is set for narrower scopes. */
export class AlertRuleView {
  @EnumProperty(ALERT_RULES, 'Stable')
  readonly id: AlertRuleId;

  @ApiProperty({ example: 'Vướng mắc quá hạn' })
  readonly title: string;

  @ApiProperty()
  readonly titleEn: string;

  @ApiProperty()
  readonly enabled: boolean;

  @EnumProperty(ALERT_SEVERITIES, 'How grave; an alert may say otherwise')
  readonly severity: AlertSeverity;

  @EnumProperty(ALERT_BASES, 'Whether a law says so, or those who manage')
  readonly basis: AlertBasis;

  @ApiProperty({ description: 'Where the rule is from' })
  readonly citation: string;

  @ApiProperty()
  readonly citationEn: string;

  @ApiProperty({ type: 'string', enum: [...ALERT_SUBJECTS], isArray: true })
  readonly subjects: readonly AlertSubjectKind[];

  @ApiProperty({
    description: 'Whether it looks at sources one by one, so that something can be set for one',
  })
  readonly bySource: boolean;

  @ApiProperty({ type: [ThresholdView] })
  readonly thresholds: readonly ThresholdView[];

  @ApiProperty({ type: [AlertRuleSettingView], description: 'All that was ever set, oldest first' })
  readonly settings: readonly AlertRuleSettingView[];
}

/** A rule that can't be looked at, since nothing brings its data in. */
export class MissingInputView {
  @ApiProperty({ example: 'guarantee-expiring' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @ApiProperty()
  readonly titleEn: string;

  @ApiProperty({ description: 'What is missing' })
  readonly missing: string;

  @ApiProperty()
  readonly missingEn: string;
}

export class AlertRulesView {
  @ApiProperty({ type: [AlertRuleView] })
  readonly items: readonly AlertRuleView[];

  @ApiProperty({ type: [MissingInputView] })
  readonly missingInputs: readonly MissingInputView[];
}

/** What a change of a rule does to one thing that it speaks of. */
export const RULE_EFFECTS = ['appears', 'goes', 'stays'] as const;
export type RuleEffect = (typeof RULE_EFFECTS)[number];

/** A sentence of a rule as it would stand, or as it would no longer stand. */
export class RulePreviewItemView {
  @EnumProperty(RULE_EFFECTS, 'What the change does to it')
  readonly effect: RuleEffect;

  @EnumProperty(ALERT_SEVERITIES, 'How grave it would be')
  readonly severity: AlertSeverity;

  @ApiProperty({ description: 'The sentence with the new thresholds; of one that goes, with those in force' })
  readonly text: string;

  @ApiProperty()
  readonly textEn: string;
}

/** What a change of a rule would do in the latest frozen week, as far as the caller sees it. Nothing is changed. */
export class RulePreviewView {
  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: 'Null: no week is frozen yet' })
  readonly week: string | null;

  @ApiProperty({ type: 'integer', description: 'How many sentences appear' })
  readonly appears: number;

  @ApiProperty({ type: 'integer', description: 'How many go' })
  readonly goes: number;

  @ApiProperty({ type: 'integer', description: 'How many stay, with their words as they would be' })
  readonly stays: number;

  @ApiProperty({
    type: [RulePreviewItemView],
    description: 'What appears, goes, stays, in this order; 100 at most',
  })
  readonly items: readonly RulePreviewItemView[];
}

import { ApiProperty } from '@nestjs/swagger';
import { ALERT_RULES, type AlertRuleId } from '../alerts/alert-rule';
import { AmountProperty, MovementView, ReckoningView } from '../amounts';
import { COUNT, DATE_OR_NULL, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { DateField } from '../fields';
import { BLOCKER_CAUSES, type BlockerCause } from '../land-clearance/words';
import { BlockerGroupView, DueBucketView, HeldPartsView } from '../land-clearance/blocker-summary';
import { DUTY_KINDS, type DutyKind } from '../organizations/reporting-duty';

const RATE = { ...TEXT_OR_NULL, description: 'Percent, two decimals, half up', example: '52.18' } as const;

export class WeekDigestQuery {
  @DateField({
    description: 'Date of the cut-off; without it, the latest frozen week',
    optional: true,
    example: '2023-06-22',
  })
  week?: string;
}

/** A share of the year's plan that is due on a day. */
export class DueShareView {
  @ApiProperty({ ...DATE_OR_NULL, nullable: false, example: '2023-06-30' })
  readonly on: string;

  @ApiProperty({ example: '50.00', description: 'Percent of the plan' })
  readonly percent: string;
}

/** A project of which a leader has to decide something. */
export class LeaderDecisionView {
  @EnumProperty(ALERT_RULES, 'The rule that raised it')
  readonly rule: AlertRuleId;

  @ApiProperty({ format: 'uuid' })
  readonly projectId: string;

  @ApiProperty()
  readonly projectName: string;

  @ApiProperty({ ...TEXT_OR_NULL, format: 'uuid', description: 'The blocker, where it is about one' })
  readonly blockerId: string | null;

  @AmountProperty('The capital that it is about')
  readonly amount: string | null;

  @EnumProperty(BLOCKER_CAUSES, 'Why')
  readonly cause: BlockerCause;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Why, in the words of who reported it' })
  readonly reason: string | null;

  @ApiProperty({
    ...TEXT_OR_NULL,
    description: 'Why it is open again although somebody had taken note of it',
  })
  readonly reopened: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The same in English' })
  readonly reopenedEn: string | null;

  @ApiProperty({ description: 'What is to be decided, in Vietnamese', example: 'tiếp tục hay dừng.' })
  readonly ask: string;

  @ApiProperty({ description: 'The same in English' })
  readonly askEn: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Whose turn it is' })
  readonly unit: string | null;

  @ApiProperty({ ...COUNT, nullable: true, description: 'On the cut-off: positive overdue, else days left' })
  readonly daysOverdue: number | null;

  @ApiProperty(DATE_OR_NULL)
  readonly due: string | null;

  @AmountProperty('Disbursed of the project')
  readonly disbursed: string | null;

  @ApiProperty(RATE)
  readonly rate: string | null;

  @ApiProperty({ ...COUNT, description: 'Days until the last day on which the plan may be spent' })
  readonly daysLeft: number;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'Date of its newest figure, where that is older than the reporting week; else null',
  })
  readonly staleFrom: string | null;
}

/** What a unit is overdue with. */
export class UnitOverdueView {
  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null: nobody is responsible' })
  readonly unit: string | null;

  @ApiProperty(COUNT)
  readonly blockers: number;

  @ApiProperty({ ...COUNT, description: 'Of the one that has waited longest' })
  readonly days: number;

  @AmountProperty('What they hold; a project’s money counts once')
  readonly held: string | null;
}

/** An office and the return that it owed. */
export class OwedReturnView {
  @ApiProperty({ example: 'UBND xã Bình Dương' })
  readonly office: string;

  @EnumProperty(DUTY_KINDS, 'Kind of return')
  readonly kind: DutyKind;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Date of its newest approved figure' })
  readonly lastAsOf: string | null;
}

/** A return that came but was not approved by the freezing: it is not in the sums. */
export class PendingReturnView {
  @ApiProperty()
  readonly office: string;

  @EnumProperty(DUTY_KINDS, 'Kind of return')
  readonly kind: DutyKind;
}

/** A project that got on. */
export class RisenProjectView {
  @ApiProperty()
  readonly project: string;

  @ApiProperty(RATE)
  readonly before: string | null;

  @ApiProperty(RATE)
  readonly now: string | null;
}

/** What the weekly letter says of a frozen week, within the caller's scope. It changes only with a revision. */
export class WeekDigestView {
  @ApiProperty({ format: 'date', example: '2023-06-22' })
  readonly week: string;

  @ApiProperty(COUNT)
  readonly revision: number;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Why the week was frozen again' })
  readonly correction: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Of the newest figure' })
  readonly asOf: string | null;

  @ApiProperty({ type: ReckoningView, description: 'All by the cut-off' })
  readonly reckoning: ReckoningView;

  @ApiProperty({ ...COUNT, example: 2023 })
  readonly planYear: number;

  @ApiProperty({ ...COUNT, description: 'Planned projects' })
  readonly projects: number;

  @AmountProperty('Plan of the year')
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @ApiProperty({ ...RATE, description: 'Disbursed of `planned`' })
  readonly rate: string | null;

  @AmountProperty('Plan less disbursed, not below zero')
  readonly remaining: string | null;

  @AmountProperty('The value of `movement`')
  readonly change: string | null;

  @ApiProperty({ type: MovementView })
  readonly movement: MovementView;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The same in percentage points', example: '2.60' })
  readonly changePoints: string | null;

  @ApiProperty({
    ...TEXT_OR_NULL,
    description: 'Percent that should be reached by the cut-off; null where the figures are stale',
    example: '47.03',
  })
  readonly expected: string | null;

  @ApiProperty({
    ...TEXT_OR_NULL,
    description: '`rate` less `expected`, in percentage points: positive is ahead',
    example: '9.65',
  })
  readonly lead: string | null;

  @ApiProperty({ type: [DueShareView], description: 'The next target and the last' })
  readonly targets: readonly DueShareView[];

  @AmountProperty('What open blockers hold; a project’s money counts once')
  readonly held: string | null;

  @ApiProperty({ ...COUNT, description: 'Projects with an open blocker' })
  readonly heldProjects: number;

  @ApiProperty({ ...RATE, description: '`held` of what is left to disburse' })
  readonly heldShare: string | null;

  @ApiProperty({ type: HeldPartsView, description: 'The parts of `remaining`' })
  readonly heldParts: HeldPartsView;

  @ApiProperty({ type: [DueBucketView], description: 'What is held, by how far due dates are away' })
  readonly heldAgeing: readonly DueBucketView[];

  @ApiProperty({ type: [BlockerGroupView], description: 'What is held, by likely cause' })
  readonly heldByCause: readonly BlockerGroupView[];

  @ApiProperty({ type: [LeaderDecisionView], description: 'Most pressing first' })
  readonly decisions: readonly LeaderDecisionView[];

  @ApiProperty({ type: [UnitOverdueView] })
  readonly overdueByUnit: readonly UnitOverdueView[];

  @ApiProperty({ type: [OwedReturnView], description: 'Nothing has come' })
  readonly silent: readonly OwedReturnView[];

  @ApiProperty({ type: [OwedReturnView], description: 'It was sent back and has not come again' })
  readonly sentBack: readonly OwedReturnView[];

  @ApiProperty({ type: [PendingReturnView] })
  readonly pending: readonly PendingReturnView[];

  @ApiProperty({ ...COUNT, description: 'Returns that were owed' })
  readonly owed: number;

  @ApiProperty({ ...COUNT, description: 'Those that had come and been approved' })
  readonly fulfilled: number;

  @ApiProperty({ type: [RisenProjectView], description: 'What got better most' })
  readonly risen: readonly RisenProjectView[];
}

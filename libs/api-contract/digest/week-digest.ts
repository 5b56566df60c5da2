import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty, MovementView, ReckoningView } from '../amounts';
import { COUNT, DATE_OR_NULL, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { DateField } from '../fields';
import { BlockerGroupView, DueBucketView, HeldPartsView } from '../land-clearance/blocker-summary';
import { DUTY_KINDS, type DutyKind } from '../organizations/reporting-duty';
import { DecisionsShownView, LeaderDecisionView } from './leader-decision';
import { UnderwayDecisionView } from './underway-decision';
import { WeekForecastView, WeekSilenceView } from './week-outlook';

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

  @ApiProperty({ type: [LeaderDecisionView], description: 'One a project, by `weight`' })
  readonly decisions: readonly LeaderDecisionView[];

  @ApiProperty({ type: DecisionsShownView })
  readonly decisionsShown: DecisionsShownView;

  @ApiProperty({
    type: [UnderwayDecisionView],
    description:
      'Decided already: a task about the project is within its day, so that nothing is asked of it; by `weight`',
  })
  readonly underway: readonly UnderwayDecisionView[];

  @ApiProperty({ type: WeekForecastView })
  readonly forecast: WeekForecastView;

  @ApiProperty({ type: WeekSilenceView })
  readonly silence: WeekSilenceView;

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

import { ApiProperty } from '@nestjs/swagger';
import { PROJECT_GROUPS, type ProjectGroup } from '@thongvon/kernel';
import { AmountProperty, AmountsView, MovementView, PaceView, ReckoningView } from '../amounts';
import { COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { OwnerView, PROJECT_KINDS, type ProjectKind } from '../projects/project';
import { MilestoneView } from './curve';
import { SummaryGroupView, UnplannedView } from './figures';
import { type Concern, CONCERNS } from './standing-requests';

/** Amounts with how they move and where they lead. */
export class MovingAmountsView extends AmountsView {
  @AmountProperty('The value of `movement`')
  readonly weekChange: string | null;

  @ApiProperty({ type: MovementView, description: 'Disbursed on the figures in force seven days before' })
  readonly movement: MovementView;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The value of `movement` of `planned`', example: '2.60' })
  readonly changeRate: string | null;

  @AmountProperty(
    'Disbursed by the newest figures since those in force 28 days before them; null where they are stale',
  )
  readonly monthChange: string | null;

  @ApiProperty({
    type: PaceView,
    description: 'What `forecast` and `shortfall` rest on, or why they are null',
  })
  readonly pace: PaceView;

  @AmountProperty(
    'What will have been disbursed at the end of the plan year if each project keeps its pace from its newest report on',
  )
  readonly forecast: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: '`forecast` of `planned`', example: '85.91' })
  readonly forecastRate: string | null;

  @AmountProperty('The plan less `forecast`: what stays undisbursed at the end of the plan year')
  readonly shortfall: string | null;

  @AmountProperty('`remaining` less `shortfall`: what will still be disbursed at that pace')
  readonly spendable: string | null;
}

/** A target of the year, of a project's own plan. */
export class TargetAmountView extends MilestoneView {
  @ApiProperty({ description: '`percent` of `planned`, whole đồng, rounded down', example: '27000000000' })
  readonly amount: string;
}

/** How a project stands. */
export class StandingView extends MovingAmountsView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @EnumProperty(PROJECT_KINDS, 'What is built')
  readonly kind: ProjectKind;

  @ApiProperty({ type: OwnerView })
  readonly owner: OwnerView;

  @ApiProperty(TEXT_OR_NULL)
  readonly commune: string | null;

  @ApiProperty({
    type: 'string',
    enum: PROJECT_GROUPS,
    nullable: true,
    description: 'Its group in the plan year; null: no approved return says it',
  })
  readonly group: ProjectGroup | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: "The figure's own date" })
  readonly asOf: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Days between that date and the day asked for',
  })
  readonly ageDays: number | null;

  @ApiProperty({ description: 'Its figure is older than the reporting week that closed last' })
  readonly stale: boolean;

  @ApiProperty({
    type: [TargetAmountView],
    nullable: true,
    description: 'Null unless `targets` is asked for, and without a plan',
  })
  readonly targets: readonly TargetAmountView[] | null;
}

/** The sum of the projects that were asked for; projects without a plan are counted apart and enter no rate. */
export class SliceTotalView extends MovingAmountsView {
  @ApiProperty({ type: 'integer', description: 'Planned projects' })
  readonly projects: number;
}

/** How many planned projects there are of a concern, among those on which all other conditions hold. */
export class ConcernView {
  @EnumProperty(CONCERNS, 'Why somebody may look at them first')
  readonly concern: Concern;

  @ApiProperty(COUNT)
  readonly projects: number;
}

/**
 * Sums by owner, kind, source, commune and group, each over the projects that the conditions on the others leave; a source that is
 * chosen cuts the lines of all but the sums by source.
 */
export class FacetsView {
  @ApiProperty({ type: ReckoningView })
  readonly reckoning: ReckoningView;

  @ApiProperty({ type: SliceTotalView })
  readonly total: SliceTotalView;

  @ApiProperty({ type: UnplannedView, description: 'On which the same conditions hold; in none of the sums' })
  readonly unplanned: UnplannedView;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'Planned projects on which all conditions but `concern` hold; null without `target`',
  })
  readonly projects: number | null;

  @ApiProperty({ type: [ConcernView], description: 'Empty without `target`' })
  readonly concerns: readonly ConcernView[];

  @ApiProperty({ type: [SummaryGroupView], description: 'Largest plan first' })
  readonly owner: readonly SummaryGroupView[];

  @ApiProperty({ type: [SummaryGroupView] })
  readonly kind: readonly SummaryGroupView[];

  @ApiProperty({ type: [SummaryGroupView] })
  readonly source: readonly SummaryGroupView[];

  @ApiProperty({ type: [SummaryGroupView] })
  readonly commune: readonly SummaryGroupView[];

  @ApiProperty({ type: [SummaryGroupView], description: 'By the groups of the plan year' })
  readonly group: readonly SummaryGroupView[];
}

import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty, AmountsView, MovementView, ReckoningView } from '../amounts';
import { COUNT, DATE_OR_NULL, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { LineAmountsView } from '../capital/figures';
import { SegmentRefView } from '../land-clearance/blocker';
import {
  BLOCKER_CAUSES,
  DECIDING_LEVELS,
  type BlockerCause,
  type DecidingLevel,
} from '../land-clearance/words';
import { ClearanceRatesView } from '../land-clearance/clearance';
import { OwnerView, PROJECT_KINDS, type ProjectKind, ProjectRefView } from '../projects/project';
import { WEEK_CHANGE } from './snapshot';

/** A plan type and source of a project. */
export class FrozenLineView extends LineAmountsView {
  @AmountProperty(WEEK_CHANGE)
  readonly change: string | null;
}

/** A project in a frozen week. */
export class FrozenProjectView extends AmountsView {
  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @EnumProperty(PROJECT_KINDS, 'What is built')
  readonly kind: ProjectKind;

  @ApiProperty({ type: OwnerView })
  readonly owner: OwnerView;

  @ApiProperty(TEXT_OR_NULL)
  readonly commune: string | null;

  @AmountProperty(WEEK_CHANGE)
  readonly change: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: "Its newest figure's own date" })
  readonly figureAsOf: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Days from that date to the week' })
  readonly ageDays: number | null;

  @ApiProperty({ description: 'The figure is of the week; else the project was silent' })
  readonly reported: boolean;

  @ApiProperty({ type: ClearanceRatesView, nullable: true })
  readonly clearance: ClearanceRatesView | null;

  @ApiProperty({ type: [FrozenLineView] })
  readonly lines: readonly FrozenLineView[];
}

/** A blocker that was open when a week was frozen. */
export class FrozenBlockerView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ type: SegmentRefView, nullable: true })
  readonly segment: SegmentRefView | null;

  @ApiProperty()
  readonly description: string;

  @EnumProperty(BLOCKER_CAUSES, 'Confirmed by a person, else `unclassified`')
  readonly cause: BlockerCause;

  @ApiProperty(TEXT_OR_NULL)
  readonly responsibleUnit: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The official' })
  readonly responsiblePerson: string | null;

  @EnumProperty(DECIDING_LEVELS, 'Who is able to decide', true)
  readonly decidingLevel: DecidingLevel | null;

  @ApiProperty({ format: 'date' })
  readonly openedOn: string;

  @ApiProperty(DATE_OR_NULL)
  readonly due: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: 'Past due on the day of the cut-off' })
  readonly daysOverdue: number | null;

  @AmountProperty('Capital that it holds')
  readonly capitalHeld: string | null;
}

/** What moved in a project between two frozen weeks. */
export class MovedProjectView {
  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @AmountProperty('Capital plan in the first week')
  readonly plannedBefore: string | null;

  @AmountProperty('Capital plan in the second week')
  readonly planned: string | null;

  @AmountProperty('Disbursed in the first week')
  readonly disbursedBefore: string | null;

  @AmountProperty('Disbursed in the second week')
  readonly disbursed: string | null;

  @AmountProperty(
    'The second less the first; null where either is not known, and where nothing newer was reported: silence is not zero',
  )
  readonly change: string | null;

  @ApiProperty({ ...COUNT, description: 'Blockers that came to be open' })
  readonly blockersOpened: number;

  @ApiProperty({ ...COUNT, description: 'Blockers that were open and no longer are' })
  readonly blockersClosed: number;
}

/** One side of a comparison. */
export class ComparedWeekView {
  @ApiProperty({ format: 'date', description: 'Date of its cut-off' })
  readonly week: string;

  @ApiProperty({ ...COUNT, description: 'The latest, which is what is compared' })
  readonly revision: number;

  @AmountProperty('Capital plan')
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Percent, two decimals, half up', example: '52.18' })
  readonly rate: string | null;
}

/** The sums of two frozen weeks side by side, of the plan year of the second. */
export class WeekComparisonView {
  @ApiProperty({ type: ComparedWeekView })
  readonly from: ComparedWeekView;

  @ApiProperty({ type: ComparedWeekView })
  readonly to: ComparedWeekView;

  @AmountProperty('Plan of the second less that of the first')
  readonly planChange: string | null;

  @ApiProperty({
    type: MovementView,
    description: 'Disbursed in the second less the first, with the dates of the figures of each',
  })
  readonly movement: MovementView;

  @ApiProperty({ type: ReckoningView, description: 'Of the second week: all by its cut-off' })
  readonly reckoning: ReckoningView;
}

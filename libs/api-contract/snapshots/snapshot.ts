import { ApiProperty } from '@nestjs/swagger';
import { DENOMINATORS, PLAN_TYPES, type Denominator, type PlanType } from '@thongvon/kernel';
import { AmountProperty, AmountsView, EnumProperty, SourceView } from '../amounts';
import { MovementView, ReckoningView } from '../reckoning';
import { UnplannedView } from '../disbursements/figures';
import { SegmentRefView } from '../land-clearance/blocker';
import { HeldTotalView } from '../land-clearance/blocker-summary';
import {
  BLOCKER_CAUSES,
  DECIDING_LEVELS,
  type BlockerCause,
  type DecidingLevel,
} from '../land-clearance/blocker-words';
import { ClearanceRatesView } from '../land-clearance/clearance';
import { DUTY_KINDS, type DutyKind } from '../organizations/duty-kind';
import { OwnerView, ProjectRefView } from '../projects/project';
import { PROJECT_KINDS, type ProjectKind } from '../projects/project-kind';
import { REPORT_STATES, type ReportState } from './report-state';
import { SNAPSHOT_GROUPINGS, type SnapshotGrouping } from './snapshot-grouping';

const TEXT = { type: 'string', nullable: true } as const;
const DATE = { type: 'string', format: 'date', nullable: true } as const;
const COUNT = { type: 'integer' } as const;
const CHANGE =
  'Disbursed less that of the week before; null where either is not known, and without a newer figure of the week';

/** A frozen week and revision. */
export class SnapshotRefView {
  @ApiProperty({ format: 'date', description: 'Date of its cut-off', example: '2023-06-22' })
  readonly week: string;

  @ApiProperty({ ...COUNT, description: '1: frozen on its Friday; later ones are corrections' })
  readonly revision: number;

  @ApiProperty({ format: 'date-time', description: 'What had been approved by then counts' })
  readonly frozenAt: string;

  @ApiProperty({ type: [Number], description: 'Plan years that it holds', example: [2023] })
  readonly planYears: readonly number[];

  @ApiProperty({ ...TEXT, description: 'Why it was frozen again; null for revision 1' })
  readonly correction: string | null;
}

/** A frozen week in the list, with the sums of its own year's plan. */
export class SnapshotListItemView extends SnapshotRefView {
  @AmountProperty('Capital plan of the year of the week')
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @ApiProperty({ ...TEXT, description: 'Percent, two decimals, half up', example: '52.18' })
  readonly rate: string | null;
}

/** What changes are counted from. */
export class PreviousWeekView {
  @ApiProperty({ format: 'date' })
  readonly week: string;

  @ApiProperty(COUNT)
  readonly revision: number;

  @AmountProperty('Capital plan then')
  readonly planned: string | null;

  @AmountProperty('Disbursed then')
  readonly disbursed: string | null;

  @ApiProperty({ ...TEXT, example: '49.58' })
  readonly rate: string | null;
}

/** How far the week's reports reached. */
export class FrozenCoverageView {
  @ApiProperty({ ...COUNT, description: 'Planned projects' })
  readonly projects: number;

  @ApiProperty({ ...COUNT, description: 'Those with a figure of any age' })
  readonly withFigure: number;

  @ApiProperty({ ...COUNT, description: 'Those with a figure of the week' })
  readonly reported: number;

  @ApiProperty({ ...COUNT, description: 'Duties to report (organisation and kind of return)' })
  readonly owed: number;

  @ApiProperty({ ...COUNT, description: 'Duties done: received and approved by the freezing' })
  readonly fulfilled: number;
}

/** Who owed a return of a kind, or sent one. */
export class FrozenOrganizationView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'UBND xã Bình Dương' })
  readonly name: string;

  @EnumProperty(DUTY_KINDS, 'Kind of return')
  readonly kind: DutyKind;

  @ApiProperty({ description: 'It owed one' })
  readonly owes: boolean;

  @EnumProperty(REPORT_STATES, 'What had come of it by the freezing')
  readonly state: ReportState;

  @ApiProperty({ description: 'What came had come after the cut-off' })
  readonly late: boolean;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  readonly returnId: string | null;

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  readonly receivedAt: string | null;

  @ApiProperty({ ...DATE, description: 'Date of the newest figure that it had approved' })
  readonly lastAsOf: string | null;
}

export class FrozenGroupView extends AmountsView {
  @EnumProperty(SNAPSHOT_GROUPINGS, 'What it is a group of')
  readonly by: SnapshotGrouping;

  @ApiProperty({ ...TEXT, description: 'Null: not known' })
  readonly key: string | null;

  @ApiProperty(TEXT)
  readonly label: string | null;

  @ApiProperty(COUNT)
  readonly projects: number;

  @AmountProperty(CHANGE)
  readonly change: string | null;

  @ApiProperty({
    type: MovementView,
    description: "The change by the group's own figures, with its two dates",
  })
  readonly movement: MovementView;
}

/** A frozen week, for all that the caller may see. It never changes. */
export class SnapshotView extends AmountsView implements SnapshotRefView {
  @ApiProperty({ format: 'date', description: 'Date of its cut-off', example: '2023-06-22' })
  readonly week: string;

  @ApiProperty({ ...COUNT, description: '1: frozen on its Friday; later ones are corrections' })
  readonly revision: number;

  @ApiProperty({ ...COUNT, description: 'The latest that there is' })
  readonly latestRevision: number;

  @ApiProperty({ format: 'date-time', description: 'What had been approved by then counts' })
  readonly frozenAt: string;

  @ApiProperty({ type: [Number], description: 'Plan years that it holds', example: [2023] })
  readonly planYears: readonly number[];

  @ApiProperty({ ...TEXT, description: 'Why it was frozen again; null for revision 1' })
  readonly correction: string | null;

  @ApiProperty({ ...COUNT, description: 'The plan year of these sums', example: 2023 })
  readonly planYear: number;

  @EnumProperty(DENOMINATORS, 'What the rates divide by')
  readonly denominator: Denominator;

  @AmountProperty(CHANGE)
  readonly change: string | null;

  @ApiProperty({ type: MovementView, description: 'The change with its two dates' })
  readonly movement: MovementView;

  @ApiProperty({ type: ReckoningView, description: 'All by the cut-off' })
  readonly reckoning: ReckoningView;

  @ApiProperty({ type: PreviousWeekView, nullable: true, description: 'Null for the first week' })
  readonly previous: PreviousWeekView | null;

  @ApiProperty({ type: UnplannedView })
  readonly unplanned: UnplannedView;

  @ApiProperty({ type: FrozenCoverageView })
  readonly coverage: FrozenCoverageView;

  @ApiProperty({ type: [FrozenOrganizationView], description: 'By name' })
  readonly organizations: readonly FrozenOrganizationView[];

  @ApiProperty({ type: [FrozenGroupView], description: 'Sums by each grouping, largest plan first' })
  readonly groups: readonly FrozenGroupView[];

  @ApiProperty({ type: HeldTotalView, description: 'Open blockers and what they hold together' })
  readonly blockers: HeldTotalView;

  @ApiProperty({ type: ClearanceRatesView })
  readonly clearance: ClearanceRatesView;

  @ApiProperty({
    ...COUNT,
    description:
      'Returns of this week or earlier ones that began or ceased to count since: reasons for a correction',
  })
  readonly laterReturns: number;
}

/** A plan type and source of a project. */
export class FrozenLineView {
  @EnumProperty(PLAN_TYPES, 'Loại kế hoạch')
  readonly planType: PlanType;

  @ApiProperty({ type: SourceView })
  readonly source: SourceView;

  @AmountProperty('Capital plan in force')
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @AmountProperty('Payments for completed work')
  readonly completed: string | null;

  @AmountProperty('Advances not yet recovered')
  readonly advance: string | null;

  @AmountProperty(CHANGE)
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

  @ApiProperty(TEXT)
  readonly commune: string | null;

  @AmountProperty(CHANGE)
  readonly change: string | null;

  @ApiProperty({ ...DATE, description: "Its newest figure's own date" })
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

  @ApiProperty(TEXT)
  readonly responsibleUnit: string | null;

  @ApiProperty({ ...TEXT, description: 'The official' })
  readonly responsiblePerson: string | null;

  @EnumProperty(DECIDING_LEVELS, 'Who is able to decide', true)
  readonly decidingLevel: DecidingLevel | null;

  @ApiProperty({ format: 'date' })
  readonly openedOn: string;

  @ApiProperty(DATE)
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

  @ApiProperty({ ...TEXT, description: 'Percent, two decimals, half up', example: '52.18' })
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

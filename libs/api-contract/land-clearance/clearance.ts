import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty, UNKNOWN_REASONS } from '../amounts';
import { COUNT, COUNT_OR_NULL, EnumProperty, SourceCellView, TEXT_OR_NULL } from '../answer-fields';
import { ProjectRefView } from '../projects/project';
import { ClosingItemView } from '../works-contracts/closing-item';
import { BlockerView, SegmentRefView } from './blocker';
import { BlockerEventView } from './blocker-history';
import { BlockerGroupView, BlockerSeriesPointView, HeldTotalView } from './blocker-summary';
import { ClearanceMoneyView } from './clearance-money';
import { type Measure, MEASURE_NAMES, MEASURE_UNITS, type MeasureUnit } from './clearance-progress';
import { ProjectRemarkView } from './evidence';
import { StepView } from './step';

/** One rate with what it divides; rates by area, household and length are never mixed. */
export class ClearanceRateView {
  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Percent, two decimals, half up',
    example: '41.87',
  })
  readonly value: string | null;

  @EnumProperty(MEASURE_NAMES, 'What it divides by')
  readonly denominator: Measure;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Handed over (or paid), of the projects that report both',
  })
  readonly part: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The whole, of the projects that report both' })
  readonly whole: string | null;

  @ApiProperty({ ...COUNT, description: 'Projects that report both' })
  readonly projects: number;

  @EnumProperty(UNKNOWN_REASONS, 'Why the value is null', true)
  readonly reason: (typeof UNKNOWN_REASONS)[number] | null;
}

export class ClearanceRatesView {
  @ApiProperty({ type: ClearanceRateView, description: 'Households handed over' })
  readonly byHousehold: ClearanceRateView;

  @ApiProperty({ type: ClearanceRateView, description: 'Area handed over' })
  readonly byArea: ClearanceRateView;

  @ApiProperty({ type: ClearanceRateView, description: 'Length of route handed over' })
  readonly byLength: ClearanceRateView;

  @ApiProperty({ type: ClearanceRateView, description: 'Compensation paid; "paid" is not "handed over"' })
  readonly compensation: ClearanceRateView;
}

/** Land clearance of all projects in sight. */
export class ClearanceSummaryView {
  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @ApiProperty({ ...COUNT, description: 'Projects with figures', example: 7 })
  readonly projects: number;

  @ApiProperty({ ...COUNT_OR_NULL, example: 609 })
  readonly households: number | null;

  @ApiProperty({ ...COUNT_OR_NULL, description: 'Households that have handed over', example: 255 })
  readonly handedOver: number | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'To be recovered, m²' })
  readonly area: string | null;

  @AmountProperty('Compensation by the plans')
  readonly compensation: string | null;

  @AmountProperty('Compensation paid')
  readonly compensated: string | null;

  @ApiProperty({ type: ClearanceRatesView })
  readonly rates: ClearanceRatesView;

  @ApiProperty({ type: HeldTotalView })
  readonly blockers: HeldTotalView;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Through which approval it is computed',
  })
  readonly computedThrough: string | null;

  @ApiProperty({
    deprecated: true,
    description: 'Older name of `computing`.',
  })
  readonly stale: boolean;

  @ApiProperty({ description: 'Some approval is not computed yet' })
  readonly computing: boolean;
}

/** One measure in force, with its own date and where it came from. */
export class ClearanceFigureView {
  @EnumProperty(MEASURE_NAMES, 'What is counted')
  readonly measure: Measure;

  @EnumProperty(MEASURE_UNITS, 'In what')
  readonly unit: MeasureUnit;

  @ApiProperty({ description: 'A decimal number', example: '52' })
  readonly value: string;

  @ApiProperty({ type: SegmentRefView, nullable: true, description: 'Null: the whole project' })
  readonly segment: SegmentRefView | null;

  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @ApiProperty({ ...COUNT, description: 'Days between that date and the day asked for' })
  readonly ageDays: number;

  @ApiProperty({
    type: SourceCellView,
    nullable: true,
    description: 'The return and cell; null: typed by a person',
  })
  readonly source: SourceCellView | null;

  @ApiProperty({ description: "It enters the project's number: of whole and segments, the later speaks" })
  readonly counts: boolean;
}

/** A project's number of one measure. */
export class ClearanceValueView {
  @EnumProperty(MEASURE_NAMES, 'What is counted')
  readonly measure: Measure;

  @EnumProperty(MEASURE_UNITS, 'In what')
  readonly unit: MeasureUnit;

  @ApiProperty({ example: '52' })
  readonly value: string;
}

export class ProjectClearanceView {
  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ type: [ClearanceValueView] })
  readonly values: readonly ClearanceValueView[];

  @ApiProperty({ type: ClearanceRatesView })
  readonly rates: ClearanceRatesView;

  @ApiProperty({ format: 'date', description: 'The newest of its figures' })
  readonly figuresAsOf: string;

  @ApiProperty(COUNT)
  readonly ageDays: number;
}

/** A segment with whether it has figures: "x of y communes have reported". */
export class SegmentView extends SegmentRefView {
  @ApiProperty(TEXT_OR_NULL)
  readonly commune: string | null;

  @ApiProperty({ ...COUNT_OR_NULL, description: 'Đợt' })
  readonly batch: number | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The office that clears it' })
  readonly organizationId: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: 'Null: silent' })
  readonly figuresAsOf: string | null;
}

/** A point of a measure's course. */
export class ClearancePointView extends ClearanceValueView {
  @ApiProperty({ format: 'date' })
  readonly asOf: string;
}

/** How far the households of a project have come. */
export class HouseholdShareView {
  @EnumProperty(MEASURE_NAMES, 'What is counted')
  readonly measure: Measure;

  @ApiProperty({ type: 'string', nullable: true, description: 'Percent of its households', example: '41.87' })
  readonly rate: string | null;
}

/** The clearance half of a project's page. */
export class ProjectClearanceDetailView {
  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @ApiProperty({ type: [ClearanceValueView] })
  readonly values: readonly ClearanceValueView[];

  @ApiProperty({ type: ClearanceRatesView })
  readonly rates: ClearanceRatesView;

  @ApiProperty({ type: [HouseholdShareView], description: 'By step, those that are reported' })
  readonly householdShares: readonly HouseholdShareView[];

  @ApiProperty({ type: [ClearanceFigureView] })
  readonly figures: readonly ClearanceFigureView[];

  @ApiProperty({ type: [SegmentView] })
  readonly segments: readonly SegmentView[];

  @ApiProperty({ type: [ClearancePointView], description: 'How the numbers came to be, oldest first' })
  readonly course: readonly ClearancePointView[];

  @ApiProperty({ type: [BlockerView], description: 'Open first, then by due date' })
  readonly blockers: readonly BlockerView[];

  @ApiProperty({ type: HeldTotalView })
  readonly held: HeldTotalView;
}

/** Something done or reported about a blocker of the project. */
export class ProjectActionView extends BlockerEventView {
  @ApiProperty({ format: 'uuid' })
  readonly blockerId: string;
}

/** All that a project's page shows of its land clearance, in one answer. */
export class ProjectClearancePageView extends ProjectClearanceDetailView {
  @ApiProperty({ type: [ProjectActionView], description: 'Of all its blockers, newest first, at most 200' })
  readonly actions: readonly ProjectActionView[];

  @ApiProperty({
    type: [BlockerSeriesPointView],
    description: 'Capital held on this day and the 12 weeks before',
  })
  readonly heldSeries: readonly BlockerSeriesPointView[];

  @ApiProperty({ type: [BlockerGroupView] })
  readonly heldByCause: readonly BlockerGroupView[];

  @ApiProperty({ type: [BlockerGroupView] })
  readonly heldByUnit: readonly BlockerGroupView[];

  @ApiProperty({
    type: [ProjectRemarkView],
    description: 'Remarks of returns that count: proposed as blockers, or said to be none',
  })
  readonly remarks: readonly ProjectRemarkView[];

  @ApiProperty({ type: [StepView], description: 'Of the whole project' })
  readonly steps: readonly StepView[];

  @ApiProperty({ type: ClearanceMoneyView })
  readonly money: ClearanceMoneyView;

  @ApiProperty({ type: [ClosingItemView], description: 'What it still owes, longest first' })
  readonly closing: readonly ClosingItemView[];
}

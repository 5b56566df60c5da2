import { ApiProperty } from '@nestjs/swagger';
import { type Denominator, DENOMINATORS } from '@thongvon/kernel';
import { AmountProperty, AmountsView, MovementView, ReckoningView } from '../amounts';
import { COUNT, DATE_OR_NULL, EnumProperty, INSTANT_OR_NULL, TEXT_OR_NULL } from '../answer-fields';
import { UnplannedView } from '../capital/figures';
import { ChoiceField, DateField, ListQuery, TextField, WholeNumberField } from '../fields';
import { HeldTotalView } from '../land-clearance/blocker-summary';
import { ClearanceRatesView } from '../land-clearance/clearance';
import { DUTY_KINDS, type DutyKind } from '../organizations/reporting-duty';

/**
 * What had come of an office's duty to report when a week was frozen: approved; received but not yet approved; sent
 * back and not sent again; nothing.
 */
export const REPORT_STATES = ['reported', 'pending', 'sent-back', 'silent'] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** What a frozen week is summed by; `organization`: whose projects they are to see. */
export const SNAPSHOT_GROUPINGS = ['organization', 'owner', 'kind', 'source', 'planType', 'commune'] as const;
export type SnapshotGrouping = (typeof SNAPSHOT_GROUPINGS)[number];

export const WEEK_CHANGE =
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

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Why it was frozen again; null for revision 1' })
  readonly correction: string | null;
}

/** A frozen week in the list, with the sums of its own year's plan. */
export class SnapshotListItemView extends SnapshotRefView {
  @AmountProperty('Capital plan of the year of the week')
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Percent, two decimals, half up', example: '52.18' })
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

  @ApiProperty({ ...TEXT_OR_NULL, example: '49.58' })
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

  @ApiProperty(INSTANT_OR_NULL)
  readonly receivedAt: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Date of the newest figure that it had approved' })
  readonly lastAsOf: string | null;
}

export class FrozenGroupView extends AmountsView {
  @EnumProperty(SNAPSHOT_GROUPINGS, 'What it is a group of')
  readonly by: SnapshotGrouping;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null: not known' })
  readonly key: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly label: string | null;

  @ApiProperty(COUNT)
  readonly projects: number;

  @AmountProperty(WEEK_CHANGE)
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

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Why it was frozen again; null for revision 1' })
  readonly correction: string | null;

  @ApiProperty({ ...COUNT, description: 'The plan year of these sums', example: 2023 })
  readonly planYear: number;

  @EnumProperty(DENOMINATORS, 'What the rates divide by')
  readonly denominator: Denominator;

  @AmountProperty(WEEK_CHANGE)
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

const REVISION = {
  description: 'This revision; without it, the latest',
  optional: true,
  min: 1,
  max: 10_000,
} as const;
const PLAN_YEAR = {
  description: 'Plan year; without it, that of the week',
  optional: true,
  min: 2000,
  max: 2100,
} as const;
const DENOMINATOR = {
  description: 'What rates divide by; `current-year-plan` without it',
  of: DENOMINATORS,
  optional: true,
} as const;

export class SnapshotQuery {
  @WholeNumberField(REVISION)
  revision?: number;

  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;
}

export class FrozenBlockersQuery extends ListQuery {
  @WholeNumberField(REVISION)
  revision?: number;
}

export class FrozenProjectsQuery extends FrozenBlockersQuery {
  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;
}

const FROM = { description: 'The week to compare from: date of its cut-off', example: '2023-06-15' } as const;
const TO = { description: 'The week to compare with', example: '2023-06-22' } as const;

export class ComparedSumsQuery {
  @DateField(FROM)
  from: string;

  @DateField(TO)
  to: string;

  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;
}

export class WeekComparisonQuery extends ListQuery {
  @DateField(FROM)
  from: string;

  @DateField(TO)
  to: string;

  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @ChoiceField(DENOMINATOR)
  denominator?: Denominator;
}

export class ReviseWeekRequest {
  @TextField({ description: 'Why the frozen week needs a correction', max: 1000 })
  reason: string;
}

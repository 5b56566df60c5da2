import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, Matches, ValidateIf } from 'class-validator';
import { AMOUNT_UNITS, type AmountUnit, PROJECT_GROUPS, type ProjectGroup } from '@thongvon/kernel';
import { AmountProperty, AmountsView, MovementView, PaceView, ReckoningView } from '../amounts';
import { COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { ChoiceField, CursorField, DateField, LimitField, TextField } from '../fields';
import { OwnerView, PROJECT_KINDS, type ProjectKind } from '../projects/project';
import { MilestoneView } from './curve';
import { FiguresQueryRequest, SummaryGroupView, UnplannedView } from './figures';

/** In a facet: not known. */
export const NOT_KNOWN = 'none';

/** What the table of projects can be sorted by. */
export const STANDING_SORTS = [
  'name',
  'planned',
  'disbursed',
  'completed',
  'advance',
  'remaining',
  'rate',
  'weekChange',
  'shortfall',
  'asOf',
] as const;
export type StandingSort = (typeof STANDING_SORTS)[number];

export const SORT_ORDERS = ['ascending', 'descending'] as const;
export type SortOrder = (typeof SORT_ORDERS)[number];

/** Why somebody may look at a project first. */
export const CONCERNS = [
  'below-target',
  'unspent',
  'blocked',
  'nothing-disbursed',
  'treasury-differs',
] as const;
export type Concern = (typeof CONCERNS)[number];

const PERCENT = /^\d{1,3}(?:\.\d{1,2})?$/;

const FACET = { optional: true, max: 200 } as const;

/** Which projects: all conditions hold together. A source or plan type cuts their lines. */
export class SliceRequest extends FiguresQueryRequest {
  @TextField({ description: 'Search words; accents and case do not matter', optional: true, max: 200 })
  q?: string;

  @TextField({
    ...FACET,
    description: `Id of the owner, its key in the groups by owner where no office is meant, or \`${NOT_KNOWN}\``,
  })
  owner?: string;

  @ChoiceField({ description: 'What is built', of: PROJECT_KINDS, optional: true })
  kind?: ProjectKind;

  @TextField({ ...FACET, description: `Commune, or \`${NOT_KNOWN}\`` })
  commune?: string;

  @ChoiceField({
    description: `Its group in the plan year, as the newest approved return says that names one, or \`${NOT_KNOWN}\``,
    of: [...PROJECT_GROUPS, NOT_KNOWN],
    optional: true,
  })
  group?: ProjectGroup | typeof NOT_KNOWN;

  @ChoiceField({
    description:
      'Only projects whose rate is below `target`, of whose plan something will be left, with an open blocker on the business day, ' +
      'that are reported to have disbursed nothing, or of which the Treasury confirms another amount',
    of: CONCERNS,
    optional: true,
  })
  concern?: Concern;

  @ApiProperty({
    type: 'string',
    required: false,
    pattern: PERCENT.source,
    description:
      'Percent of the plan that is due: what `below-target` goes by; with it the facets count `concerns`',
    example: '50',
  })
  @ValidateIf((_, value) => value !== undefined)
  @Matches(PERCENT)
  target?: string;
}

export class StandingsRequest extends SliceRequest {
  @ChoiceField({ description: 'By `name` without it', of: STANDING_SORTS, optional: true })
  sort?: StandingSort;

  @ChoiceField({ description: 'What is not known comes last either way', of: SORT_ORDERS, optional: true })
  order?: SortOrder;

  @LimitField()
  limit: number = 100;

  @CursorField()
  cursor?: string;

  @ChoiceField({
    description: 'With what the targets of the year come to, project by project',
    of: ['true'],
    optional: true,
  })
  targets?: 'true';

  @ChoiceField({
    description:
      '`true`: only projects with a plan, which the sums are over; `false`: only those without one; all without it',
    of: ['true', 'false'],
    optional: true,
  })
  planned?: 'true' | 'false';
}

/** Columns that the table as a workbook can have, after the project's name. */
export const STANDING_COLUMNS = [
  'code',
  'owner',
  'kind',
  'commune',
  'group',
  'planned',
  'disbursed',
  'completed',
  'advance',
  'remaining',
  'weekChange',
  'changeDates',
  'rate',
  'shortfall',
  'blocker',
  'asOf',
] as const;
export type StandingColumn = (typeof STANDING_COLUMNS)[number];

/** The table as somebody sees it: the same projects, in the same order, with the same columns. */
export class StandingsWorkbookRequest extends SliceRequest {
  @ChoiceField({ description: 'By `name` without it', of: STANDING_SORTS, optional: true })
  sort?: StandingSort;

  @ChoiceField({ description: 'What is not known comes last either way', of: SORT_ORDERS, optional: true })
  order?: SortOrder;

  @ApiProperty({
    type: 'string',
    required: false,
    description: `Columns after the name, joined by commas, of: ${STANDING_COLUMNS.join(', ')}; all without it`,
    example: 'planned,disbursed,rate',
  })
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',') : value))
  @IsOptional()
  @IsIn(STANDING_COLUMNS, { each: true })
  @ArrayMaxSize(STANDING_COLUMNS.length)
  columns?: StandingColumn[];

  @DateField({ description: 'The day as of which blockers are reported; today without it', optional: true })
  blockersOn?: string;

  @ChoiceField({
    description: 'In which amounts are written; whole đồng without it',
    of: AMOUNT_UNITS,
    optional: true,
  })
  unit?: AmountUnit;
}

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

import { ApiProperty } from '@nestjs/swagger';
import { PLAN_TYPES, type PlanType } from '@thongvon/kernel';
import { AmountProperty } from '../amounts';
import { CellView, COUNT, EnumProperty, SourceView, TEXT_OR_NULL } from '../answer-fields';
import { DongField, DongListField, IdField, ListQuery, TextField, WholeNumberField } from '../fields';
import { ProjectRefView } from '../projects/project';

/** What identifies a decision. */
export class DecisionRefView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: '9188/QĐ-UBND' })
  readonly number: string;

  @ApiProperty({ format: 'date', example: '2023-05-19' })
  readonly date: string;
}

/** A decision that assigns the year's capital or adjusts it. */
export class DecisionView extends DecisionRefView {
  @EnumProperty(['initial', 'adjustment'], 'An adjustment carries new amounts for what it lists')
  readonly mode: 'initial' | 'adjustment';

  @ApiProperty({ type: 'integer', example: 2023 })
  readonly planYear: number;

  @ApiProperty({ format: 'date-time' })
  readonly recordedAt: string;

  @ApiProperty({ type: [String], description: 'The returns that brought it and count' })
  readonly returnIds: string[];

  @ApiProperty({ type: 'integer', description: 'How many projects it gives amounts' })
  readonly projects: number;

  @AmountProperty('Sum of the amounts that it gives')
  readonly amount: string | null;
}

/** An entry of the plan ledger: the new amount of one project, year, plan type and source from a date on. */
export class AllocationView {
  @ApiProperty()
  readonly id: string;

  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ type: DecisionRefView })
  readonly decision: DecisionRefView;

  @ApiProperty(COUNT)
  readonly planYear: number;

  @EnumProperty(PLAN_TYPES, 'Loại kế hoạch')
  readonly planType: PlanType;

  @ApiProperty({ type: SourceView })
  readonly source: SourceView;

  @ApiProperty({ description: 'Whole đồng', example: '20932822000' })
  readonly amount: string;

  @ApiProperty({ format: 'date' })
  readonly effectiveOn: string;

  @ApiProperty({ format: 'uuid' })
  readonly returnId: string;

  @ApiProperty({ type: CellView })
  readonly cell: CellView;

  @ApiProperty({ description: 'False when the return that brought it was reverted or replaced' })
  readonly effective: boolean;
}

const PLAN_YEAR = { description: 'Plan year', min: 2000, max: 2100 } as const;
const ONE_PLAN_YEAR = { ...PLAN_YEAR, description: 'Only this plan year', optional: true } as const;

export class DecisionListQuery extends ListQuery {
  @WholeNumberField(ONE_PLAN_YEAR)
  planYear?: number;
}

export class AllocationListQuery extends ListQuery {
  @WholeNumberField(ONE_PLAN_YEAR)
  planYear?: number;

  @IdField({ description: 'Only this project', optional: true })
  projectId?: string;

  @IdField({ description: 'Only this decision', optional: true })
  decisionId?: string;
}

/** A plan year has 13 months: January to January. */
export const PLAN_MONTHS = 13;

/** What is to be disbursed by the end of a month. */
export class PlannedMonthView {
  @ApiProperty({ example: '2024-01', description: 'The thirteenth is January of the next year' })
  readonly month: string;

  @ApiProperty({ description: 'Whole đồng, cumulative', example: '1500000000' })
  readonly cumulative: string;
}

/** An owner's own plan of disbursing this year's capital, month by month. */
export class SpendingPlanView {
  @ApiProperty({ type: 'integer', example: 2023 })
  readonly planYear: number;

  @ApiProperty({ type: [PlannedMonthView] })
  readonly months: readonly PlannedMonthView[];

  @ApiProperty(TEXT_OR_NULL)
  readonly document: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly actorId: string;

  @ApiProperty({ format: 'date-time', description: 'When it took the place of the one before' })
  readonly at: string;
}

export class SetSpendingPlanRequest {
  @WholeNumberField(PLAN_YEAR)
  planYear: number;

  @DongListField({
    description: 'Whole đồng to be disbursed by the end of each of the 13 months, cumulative, never falling',
    length: PLAN_MONTHS,
  })
  cumulative: string[];

  @TextField({ description: 'Number and date of the document', max: 500, optional: true })
  document?: string;
}

export class SpendingPlanQuery {
  @WholeNumberField(PLAN_YEAR)
  planYear: number;
}

/** What was paid of a project from its start to the end of the year before. */
export class PaidBeforeView {
  @ApiProperty({ type: 'integer', example: 2023 })
  readonly planYear: number;

  @ApiProperty({ description: 'Whole đồng, up to the end of the year before the plan year' })
  readonly paid: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly document: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly actorId: string;

  @ApiProperty({ format: 'date-time', description: 'When it took the place of the one before' })
  readonly at: string;
}

export class PaidBeforeQuery extends SpendingPlanQuery {}

export class SetPaidBeforeRequest extends SpendingPlanQuery {
  @DongField({ description: 'Whole đồng paid from the start to the end of the year before the plan year' })
  paid: string;

  @TextField({ description: 'The settlement that it is from', max: 500, optional: true })
  document?: string;
}

export class EnteredQuery extends SpendingPlanQuery {}

/** A month of the plan year: what the owner meant to disburse by its end, next to what was. */
export class ComparedMonthView {
  @ApiProperty({ format: 'date', description: 'Its last day; the thirteenth is January’s' })
  readonly end: string;

  @ApiProperty({ description: 'It is over, so that it can be held against the plan' })
  readonly over: boolean;

  @AmountProperty("By the owner's own plan, cumulative; null while nobody has entered one")
  readonly planned: string | null;

  @AmountProperty('Disbursed by the newest figure of its end or before; null of a month that has not begun')
  readonly disbursed: string | null;

  @ApiProperty({ type: 'string', format: 'date', nullable: true, description: "That figure's own date" })
  readonly figuresOn: string | null;

  @AmountProperty('Disbursed less planned, of a month that is over')
  readonly ahead: string | null;
}

/** What people typed of a project and a plan year, which no return brings. */
export class EnteredView {
  @ApiProperty({ type: PaidBeforeView, nullable: true, description: 'Null while nothing was entered' })
  readonly paidBefore: PaidBeforeView | null;

  @ApiProperty({ type: SpendingPlanView, nullable: true, description: 'Null while nothing was entered' })
  readonly spendingPlan: SpendingPlanView | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'What the owner means to disburse in all, percent of the capital plan in force today',
    example: '95.00',
  })
  readonly spendingPlanRate: string | null;

  @ApiProperty({ type: [ComparedMonthView], description: 'The 13 months, also without a plan' })
  readonly months: readonly ComparedMonthView[];
}

/** What was disbursed by the end of a month. */
export class PastMonthView {
  @ApiProperty({ format: 'date', description: 'The last day of a month; the thirteenth is January’s' })
  readonly asOf: string;

  @ApiProperty({ description: 'Whole đồng, cumulative', example: '1500000000' })
  readonly disbursed: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Percent of `planned`', example: '93.40' })
  readonly rate: string | null;
}

/** How an office disbursed in a plan year that is over. */
export class PastCourseView {
  @ApiProperty({ type: 'integer', example: 2022 })
  readonly planYear: number;

  @ApiProperty({ description: 'The year’s plan at its end, whole đồng' })
  readonly planned: string;

  @ApiProperty({ type: [PastMonthView] })
  readonly points: readonly PastMonthView[];

  @ApiProperty(TEXT_OR_NULL)
  readonly document: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly actorId: string;

  @ApiProperty({ format: 'date-time', description: 'When it took the place of the one before' })
  readonly at: string;
}

export class PastCourseQuery extends SpendingPlanQuery {}

export class SetPastCourseRequest extends SpendingPlanQuery {
  @DongField({
    description: 'The year’s plan at its end, with all below the organisation, whole đồng',
    positive: true,
  })
  planned: string;

  @DongListField({
    description: 'Whole đồng disbursed by the end of each of the 13 months, cumulative; it may have fallen',
    length: PLAN_MONTHS,
  })
  cumulative: string[];

  @TextField({ description: 'The report that it is from', max: 500, optional: true })
  document?: string;
}

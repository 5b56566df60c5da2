import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { PLAN_TYPES, type PlanType } from '@thongvon/kernel';
import { AmountProperty } from '../amounts';
import { CellView, EnumProperty, INSTANT_OR_NULL, SourceView } from '../answer-fields';
import { DateField, WholeNumberField } from '../fields';
import { ProjectRefView } from '../projects/project';
import { CorrectionView } from '../returns/correction';
import { BASES, type Basis } from './figures';

export class ProvenanceRequest {
  @WholeNumberField({ description: 'Plan year', min: 2000, max: 2100, example: 2023 })
  planYear: number;

  @DateField({ description: 'On which day something is in force; without it, today', optional: true })
  asOf?: string;
}

/** The approved return that an amount came from. */
export class ProvenanceReturnView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly fileName: string;

  @ApiProperty({ description: 'The office that sent it' })
  readonly organization: string;

  @ApiProperty({ format: 'date-time' })
  readonly receivedAt: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Who sent it' })
  readonly submittedBy: string | null;

  @ApiProperty(INSTANT_OR_NULL)
  readonly approvedAt: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Who approved it' })
  readonly approvedBy: string | null;
}

/** One figure of a return. */
export class ProvenanceFigureView {
  @ApiProperty({ format: 'date', description: 'The day that the figure is of' })
  readonly asOf: string;

  @EnumProperty(BASES, 'Who says it')
  readonly basis: Basis;

  @EnumProperty(PLAN_TYPES, 'Loại kế hoạch')
  readonly planType: PlanType;

  @ApiProperty({ type: SourceView })
  readonly source: SourceView;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @AmountProperty('Payments for completed work')
  readonly completed: string | null;

  @AmountProperty('Advances not yet recovered')
  readonly advance: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { $ref: getSchemaPath(CellView) },
    description: 'The cell of each amount, by its field',
  })
  readonly cells: Readonly<Record<string, CellView>>;

  @ApiProperty({ type: [CorrectionView], description: 'What was declared to be right for these cells' })
  readonly corrections: readonly CorrectionView[];

  @ApiProperty({
    description:
      'Counts on the day asked for; false for earlier values, and for returns that no longer count',
  })
  readonly inForce: boolean;

  @ApiProperty({ type: ProvenanceReturnView })
  readonly return: ProvenanceReturnView;
}

/** One assignment of capital by a decision. */
export class ProvenancePlanView {
  @ApiProperty({ example: '9001/QĐ-UBND' })
  readonly decision: string;

  @ApiProperty({ format: 'date' })
  readonly decidedOn: string;

  @ApiProperty({ format: 'date', description: 'From which day it counts' })
  readonly effectiveOn: string;

  @EnumProperty(PLAN_TYPES, 'Loại kế hoạch')
  readonly planType: PlanType;

  @ApiProperty({ type: SourceView })
  readonly source: SourceView;

  @AmountProperty('Assigned in all, from that day on')
  readonly amount: string | null;

  @ApiProperty({ type: CellView })
  readonly cell: CellView;

  @ApiProperty({ type: [CorrectionView], description: 'What was declared to be right for this cell' })
  readonly corrections: readonly CorrectionView[];

  @ApiProperty({ description: 'Counts on the day asked for' })
  readonly inForce: boolean;

  @ApiProperty({ type: ProvenanceReturnView })
  readonly return: ProvenanceReturnView;
}

export class PlanStepDecisionView {
  @ApiProperty({ example: '9001/QĐ-UBND' })
  readonly number: string;

  @ApiProperty({ format: 'date' })
  readonly decidedOn: string;
}

/** What the decisions of a day did to this year's plan of a project, as it is in force. */
export class PlanStepView {
  @ApiProperty({ format: 'date', description: 'From which day it counts' })
  readonly effectiveOn: string;

  @ApiProperty({ type: [PlanStepDecisionView] })
  readonly decisions: readonly PlanStepDecisionView[];

  @AmountProperty('In force the day before; null before the first decision')
  readonly before: string | null;

  @AmountProperty('In force from that day on')
  readonly after: string | null;

  @AmountProperty('After less before')
  readonly change: string | null;
}

/** What the owner had disbursed of this year's plan, by the figures that count for a date. */
export class CourseStepView {
  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @AmountProperty('Disbursed by then, over all sources')
  readonly disbursed: string | null;

  @AmountProperty('Capital plan in force on that day')
  readonly planned: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Percent of that plan', example: '52.18' })
  readonly rate: string | null;

  @ApiProperty({ format: 'uuid', description: 'The return that speaks for that date' })
  readonly returnId: string;

  @ApiProperty({ type: CellView, nullable: true, description: 'Null where several cells make it up' })
  readonly cell: CellView | null;
}

/** What the Treasury has confirmed of this year's plan by the day asked for. */
export class ConfirmedView {
  @ApiProperty({ format: 'date', description: "The statement's own date" })
  readonly asOf: string;

  @AmountProperty('Disbursed, over all sources')
  readonly disbursed: string | null;

  @AmountProperty("Less the owner's figure in force on the day asked for")
  readonly difference: string | null;
}

/** Where the numbers of a project in a plan year come from, newest first. */
export class ProvenanceView {
  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ type: [ProvenanceFigureView] })
  readonly figures: readonly ProvenanceFigureView[];

  @ApiProperty({ type: [ProvenancePlanView] })
  readonly plans: readonly ProvenancePlanView[];

  @ApiProperty({
    type: [PlanStepView],
    description: "This year's plan in force, decision by decision, oldest first",
  })
  readonly planSteps: readonly PlanStepView[];

  @ApiProperty({ type: [CourseStepView], description: 'Figures in force by date, as reported, oldest first' })
  readonly course: readonly CourseStepView[];

  @ApiProperty({ type: ConfirmedView, nullable: true })
  readonly treasury: ConfirmedView | null;
}

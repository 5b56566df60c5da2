import { ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { PLAN_TYPES, type PlanType } from '@thongvon/kernel';
import { AmountProperty, CellView, EnumProperty, SourceView } from '../amounts';
import { DateField, WholeNumberField } from '../fields';
import { ProjectRefView } from '../projects/project';
import { BASES, type Basis } from './basis';

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

  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
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

  @ApiProperty({ description: 'Counts on the day asked for' })
  readonly inForce: boolean;

  @ApiProperty({ type: ProvenanceReturnView })
  readonly return: ProvenanceReturnView;
}

/** Where the numbers of a project in a plan year come from, newest first. */
export class ProvenanceView {
  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ type: [ProvenanceFigureView] })
  readonly figures: readonly ProvenanceFigureView[];

  @ApiProperty({ type: [ProvenancePlanView] })
  readonly plans: readonly ProvenancePlanView[];
}

import { ApiProperty } from '@nestjs/swagger';
import { PLAN_TYPES, type PlanType } from '@thongvon/kernel';
import { AmountProperty, CellView, COUNT, EnumProperty, SourceView } from '../amounts';
import { IdField, ListQuery, WholeNumberField } from '../fields';
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

const PLAN_YEAR = { description: 'Only this plan year', optional: true, min: 2000, max: 2100 } as const;

export class DecisionListQuery extends ListQuery {
  @WholeNumberField(PLAN_YEAR)
  planYear?: number;
}

export class AllocationListQuery extends ListQuery {
  @WholeNumberField(PLAN_YEAR)
  planYear?: number;

  @IdField({ description: 'Only this project', optional: true })
  projectId?: string;

  @IdField({ description: 'Only this decision', optional: true })
  decisionId?: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { AmountProperty } from '../amounts';
import { EnumProperty, SourceCellView, SourceView } from '../answer-fields';
import { ChoiceField, DateField, IdField, ListQuery, TextField, WholeNumberField } from '../fields';
import { ProjectRefView } from '../projects/project';

export const RECONCILIATION_STATES = ['equal', 'differs', 'only-board', 'only-treasury'] as const;
export type ReconciliationState = (typeof RECONCILIATION_STATES)[number];

export class ReconciliationQuery extends ListQuery {
  @WholeNumberField({ description: 'Plan year', min: 2000, max: 2100, example: 2023 })
  planYear: number;

  @DateField({ description: 'Both sides as of this day; without it, today', optional: true })
  asOf?: string;

  @ChoiceField({ description: 'Only rows in this state', of: RECONCILIATION_STATES, optional: true })
  state?: ReconciliationState;

  @ChoiceField({
    description:
      '`true`: only rows that are not equal and that nobody has explained; `false`: only the others',
    of: ['true', 'false'],
    optional: true,
  })
  open?: 'true' | 'false';
}

/** What one side says of a project and source. */
export class ReconciliationSideView {
  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @AmountProperty('Payments for completed work')
  readonly completed: string | null;

  @AmountProperty('Advances not yet recovered')
  readonly advance: string | null;

  @ApiProperty({ format: 'date', description: "The figure's own date" })
  readonly asOf: string;

  @ApiProperty({ type: [SourceCellView], description: 'The cells that the disbursed amount comes from' })
  readonly cells: readonly SourceCellView[];
}

export class ReconciliationNoteView {
  @ApiProperty()
  readonly explanation: string;

  @ApiProperty({ format: 'uuid' })
  readonly authorId: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}

/** A project, by source where both sides split it so, with what board and Treasury say. */
export class ReconciliationRowView {
  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({
    type: SourceView,
    nullable: true,
    description: 'Null where one side does not split by source',
  })
  readonly source: SourceView | null;

  @ApiProperty({ type: ReconciliationSideView, nullable: true })
  readonly board: ReconciliationSideView | null;

  @ApiProperty({ type: ReconciliationSideView, nullable: true })
  readonly treasury: ReconciliationSideView | null;

  @AmountProperty('Treasury less board')
  readonly difference: string | null;

  @AmountProperty(
    'What an explanation must name: the difference, or the amount that only one side has reported, less if that is the board; null when they are equal',
  )
  readonly toExplain: string | null;

  @EnumProperty(RECONCILIATION_STATES, 'How the sides compare')
  readonly state: ReconciliationState;

  @ApiProperty({
    type: ReconciliationNoteView,
    nullable: true,
    description: 'Why they differ; null again once the difference has changed',
  })
  readonly note: ReconciliationNoteView | null;
}

export class ExplainDifferenceRequest {
  @IdField({ description: 'The project' })
  projectId: string;

  @WholeNumberField({ description: 'Plan year', min: 2000, max: 2100 })
  planYear: number;

  @TextField({
    description: "The row's source code; null or left out where it has none",
    max: 100,
    optional: true,
    nullable: true,
  })
  source?: string | null;

  @ApiProperty({
    description: 'The difference that is explained: the `toExplain` of the row',
    example: '-310250000',
  })
  @Matches(/^-?\d{1,20}$/)
  difference: string;

  @TextField({ description: 'Why the sides differ', max: 1000 })
  explanation: string;
}

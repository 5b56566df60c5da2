import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty } from '../amounts';
import { DATE_OR_NULL, EnumProperty } from '../answer-fields';
import { ChoiceField, DateField, DongField, IdField, ListQuery, TextField } from '../fields';
import { ProjectRefView } from '../projects/project';

/** What a completed project still owes: a paper of its final settlement (quyết toán), or money (nợ đọng). */
export const CLOSING_KINDS = ['settlement-paper', 'construction-debt'] as const;
export type ClosingKind = (typeof CLOSING_KINDS)[number];

export const CLOSING_STATES = ['owed', 'settled'] as const;
export type ClosingState = (typeof CLOSING_STATES)[number];

/** Who owes which paper, or how much, since when. */
export class ClosingItemView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @EnumProperty(CLOSING_KINDS, 'A paper of the final settlement, or construction debt')
  readonly kind: ClosingKind;

  @EnumProperty(CLOSING_STATES, 'On the day asked for')
  readonly state: ClosingState;

  @ApiProperty({ example: 'Hồ sơ quyết toán A-B' })
  readonly what: string;

  @ApiProperty({ example: 'Công ty TNHH Xây dựng A' })
  readonly owedBy: string;

  @ApiProperty({ format: 'date' })
  readonly since: string;

  @ApiProperty(DATE_OR_NULL)
  readonly due: string | null;

  @ApiProperty({ type: 'integer', description: 'Days owed until it was settled, or until the day asked for' })
  readonly daysOwed: number;

  @AmountProperty('Of a construction debt')
  readonly amount: string | null;

  @ApiProperty(DATE_OR_NULL)
  readonly settledOn: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Number and date of the document' })
  readonly evidence: string | null;
}

export class ClosingListQuery extends ListQuery {
  @DateField({ description: 'As on this day; without it, today', optional: true })
  asOf?: string;

  @ChoiceField({ description: 'Only of this kind', of: CLOSING_KINDS, optional: true })
  kind?: ClosingKind;

  @ChoiceField({ description: 'Only in this state', of: CLOSING_STATES, optional: true })
  state?: ClosingState;

  @IdField({ description: 'Only of this project', optional: true })
  projectId?: string;
}

export class AddClosingItemRequest {
  @IdField({ description: 'The completed project' })
  projectId: string;

  @ChoiceField({ description: 'A paper of the final settlement, or construction debt', of: CLOSING_KINDS })
  kind: ClosingKind;

  @TextField({ description: 'Which paper, or what for', max: 500 })
  what: string;

  @TextField({ description: 'Who owes it', max: 300 })
  owedBy: string;

  @DateField({ description: 'Since when' })
  since: string;

  @DateField({ description: 'By when', optional: true })
  due?: string;

  @DongField({ description: 'Whole đồng; needed for a debt', positive: true, optional: true })
  amount?: string;
}

export class SettleClosingItemRequest {
  @DateField({ description: 'When it was handed in or paid' })
  on: string;

  @TextField({ description: 'Number and date of the document', max: 500 })
  evidence: string;
}

/** What was recorded, by its id. */
export class RecordedView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;
}

import { ApiProperty } from '@nestjs/swagger';
import { SourceCellView, TEXT_OR_NULL } from '../answer-fields';
import { OfficeRefView } from './blocker-office';
import { ProofView } from './evidence';

/** A moment in the life of a blocker: what a return says of it, or what a person did. */
export class BlockerEventView {
  @ApiProperty({ format: 'date', description: 'The day it is true for: an as-of date, or when it was done' })
  readonly on: string;

  @ApiProperty({ format: 'date-time', description: 'When it was approved or written down' })
  readonly at: string;

  @ApiProperty({
    example: 'named',
    description:
      'named, solved, unnamed, still-open, opened, work, reminder, escalated, changed, closed, reopened, due-proposed, due-accepted, due-refused, due-withdrawn, handover-proposed, handover-accepted, handover-refused, handover-withdrawn',
  })
  readonly type: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly text: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly evidence: string | null;

  @ApiProperty({ type: ProofView, nullable: true, description: 'What the evidence points to' })
  readonly proof: ProofView | null;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'What was set, by field' })
  readonly changes: Readonly<Record<string, unknown>>;

  @ApiProperty({ ...TEXT_OR_NULL, format: 'uuid', description: 'Who; null: a return' })
  readonly actorId: string | null;

  @ApiProperty({
    type: OfficeRefView,
    nullable: true,
    description:
      'The office for which that person wrote it; null: a return, or written before offices were kept',
  })
  readonly office: OfficeRefView | null;

  @ApiProperty({
    type: SourceCellView,
    nullable: true,
    description: 'The return and cell, of one opened from a remark too; null: a person',
  })
  readonly source: SourceCellView | null;
}

/** A blocker that people found to be the same as another, which goes on for both. */
export class MergedBlockerView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'How it was worded last' })
  readonly description: string;

  @ApiProperty({ description: 'Why they are one' })
  readonly reason: string;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}

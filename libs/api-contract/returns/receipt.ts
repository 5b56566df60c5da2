import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../answer-fields';

/** States of a return (contract, section 1). */
export const RETURN_STATUSES = [
  'received',
  'reading',
  'needs-attention',
  'ready',
  'submitted',
  'approved',
  'sent-back',
  'withdrawn',
  'failed',
  'superseded',
  'reverted',
] as const;
export type ReturnStatus = (typeof RETURN_STATUSES)[number];

/** A return that was received, or had been before. */
export class ReceiptView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @EnumProperty(RETURN_STATUSES, 'State')
  readonly status: ReturnStatus;

  @ApiProperty({
    required: false,
    description: 'The same bytes had been received and that return is still alive',
  })
  readonly duplicate?: boolean;
}

/** The return that came after one and takes its place. */
export class NewerReturnView extends ReceiptView {
  @ApiProperty({ description: 'The name that its file came by' })
  readonly fileName: string;

  @ApiProperty({ format: 'date-time' })
  readonly receivedAt: string;
}

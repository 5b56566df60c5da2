import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';
import { DUTY_KINDS, type DutyKind } from '../organizations/duty-kind';

/** A return that an office owes for a week and has not sent, or got back. */
export class UnsentReturnView {
  @EnumProperty(DUTY_KINDS, 'Kind of return')
  readonly kind: DutyKind;

  @ApiProperty({ format: 'date', description: 'Date of its cut-off', example: '2023-06-22' })
  readonly week: string;

  @ApiProperty({ format: 'date-time', description: 'By when it has to be received' })
  readonly due: string;

  @ApiProperty({ description: 'The cut-off has passed' })
  readonly overdue: boolean;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    description: 'The return that was sent back',
  })
  readonly sentBack: string | null;
}

export class UnsentReturnsView {
  @ApiProperty({ type: [UnsentReturnView], description: 'The earlier week first' })
  readonly items: readonly UnsentReturnView[];
}

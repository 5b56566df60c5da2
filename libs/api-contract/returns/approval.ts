import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';

export class ApproverView {
  @ApiProperty({ example: 'Trưởng phòng Tài chính' })
  readonly name: string;

  @ApiProperty({ example: 'UBND huyện Thăng Bình' })
  readonly organization: string;
}

const TEXT = { type: 'string', nullable: true } as const;

/** Who may let a return count, as the person who looks at it is informed. */
export class ApprovalView {
  @ApiProperty({ description: 'Whether the reader may approve it now' })
  readonly mayApprove: boolean;

  @EnumProperty(
    ['not-submitted', 'not-finance', 'four-eyes'],
    'Why not: it isn’t handed in, another office approves, or the reader uploaded, answered or submitted it',
    true,
  )
  readonly whyNot: 'not-submitted' | 'not-finance' | 'four-eyes' | null;

  @ApiProperty({
    ...TEXT,
    description: 'For `four-eyes`: why not, and who may instead or what to do, in Vietnamese',
  })
  readonly message: string | null;

  @ApiProperty({ ...TEXT, description: 'The same in English' })
  readonly messageEn: string | null;

  @ApiProperty({
    type: [ApproverView],
    description:
      'People of the finance office who had no hand in it; none: an administrator makes a second account',
  })
  readonly approvers: readonly ApproverView[];

  @ApiProperty({ description: 'Approving it lowers a total (`preview.consequences`) and needs a `reason`' })
  readonly needsReason: boolean;

  @ApiProperty({ description: 'Whether the reader may revert it now' })
  readonly mayRevert: boolean;

  @ApiProperty({ ...TEXT, description: 'Why the reader may not revert it and who may, in Vietnamese' })
  readonly whyNoReversion: string | null;

  @ApiProperty({ ...TEXT, description: 'The same in English' })
  readonly whyNoReversionEn: string | null;
}

import { ApiProperty } from '@nestjs/swagger';
import { RETURN_KINDS, type ReturnKind } from '@thongvon/kernel';
import { AmountProperty } from '../amounts';
import { COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';

/** Who decided on a return, and where they can be asked. */
export class ContactView {
  @ApiProperty()
  readonly name: string;

  @ApiProperty({ example: 'UBND huyện Thăng Bình' })
  readonly office: string;

  @ApiProperty({ example: 'finance@thongvon.test' })
  readonly email: string;
}

/** That a return was sent back, or its approval undone. */
export class CameBackView {
  @ApiProperty({ format: 'uuid' })
  readonly returnId: string;

  @EnumProperty(['sent-back', 'reverted'], 'How')
  readonly how: 'sent-back' | 'reverted';

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly reason: string | null;

  @ApiProperty({ type: ContactView, nullable: true })
  readonly by: ContactView | null;
}

/** The one version that a return is held against. */
export class BaselineView {
  @ApiProperty({ format: 'uuid' })
  readonly returnId: string;

  @ApiProperty({ example: 'tuan-25.xlsx' })
  readonly fileName: string;

  @ApiProperty({ format: 'date-time' })
  readonly receivedAt: string;

  @EnumProperty(
    ['approved', 'sent-back', 'reverted'],
    'It counts and ends when this one is approved; else it came back, and this one grew from it',
  )
  readonly how: 'approved' | 'sent-back' | 'reverted';

  @ApiProperty({ format: 'date-time', description: 'When it was approved, or came back' })
  readonly at: string;
}

/** A number besides the amount in two versions. */
export class ComparedNumberView {
  @ApiProperty({ example: 'handedOver' })
  readonly measure: string;

  @ApiProperty({ example: 'household' })
  readonly unit: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly before: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly now: string | null;
}

/** A project that two versions report otherwise. */
export class ComparedRowView {
  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @AmountProperty('In the earlier version; null: it says none')
  readonly before: string | null;

  @AmountProperty('In this one')
  readonly now: string | null;

  @AmountProperty(
    'By how much it is more; what only one of them reports counts whole; null also where it is not settled in one of them',
  )
  readonly difference: string | null;

  @AmountProperty('The plan as the earlier version states it')
  readonly plannedBefore: string | null;

  @AmountProperty('The plan as this one states it')
  readonly plannedNow: string | null;

  @ApiProperty({ type: [ComparedNumberView], description: 'Other numbers that differ' })
  readonly numbers: readonly ComparedNumberView[];

  @ApiProperty({
    required: false,
    description: 'In the earlier version a cell that its amount comes from is not settled',
  })
  readonly unreadBefore?: true;

  @ApiProperty({ required: false, description: 'The same in this one' })
  readonly unreadNow?: true;
}

export class ComparedSectionView {
  @EnumProperty(RETURN_KINDS, 'What is compared')
  readonly kind: ReturnKind;

  @AmountProperty('Sum of the earlier version; null also where `unread` is not 0, as are the next two')
  readonly before: string | null;

  @AmountProperty('Sum of this one')
  readonly now: string | null;

  @AmountProperty('Their difference')
  readonly difference: string | null;

  @ApiProperty({ type: [ComparedRowView], description: 'Only what differs or is not settled' })
  readonly rows: readonly ComparedRowView[];

  @ApiProperty({ ...COUNT, description: 'How many projects are the same in both' })
  readonly same: number;

  @ApiProperty({ ...COUNT, description: 'How many projects are not settled in one of the two' })
  readonly unread: number;

  @ApiProperty({
    description:
      'The unit or the date of one of the two is still asked for, so that nothing of it is compared yet',
  })
  readonly waits: boolean;
}

/** Two versions of a return, project by project. */
export class ComparisonView {
  @ApiProperty({ type: [ComparedSectionView] })
  readonly sections: readonly ComparedSectionView[];
}

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

  @AmountProperty('By how much it is more; what only one of them reports counts whole')
  readonly difference: string | null;

  @AmountProperty('The plan as the earlier version states it')
  readonly plannedBefore: string | null;

  @AmountProperty('The plan as this one states it')
  readonly plannedNow: string | null;

  @ApiProperty({ type: [ComparedNumberView], description: 'Other numbers that differ' })
  readonly numbers: readonly ComparedNumberView[];
}

export class ComparedSectionView {
  @EnumProperty(RETURN_KINDS, 'What is compared')
  readonly kind: ReturnKind;

  @AmountProperty('Sum of the earlier version')
  readonly before: string | null;

  @AmountProperty('Sum of this one')
  readonly now: string | null;

  @AmountProperty('Their difference')
  readonly difference: string | null;

  @ApiProperty({ type: [ComparedRowView], description: 'Only what differs' })
  readonly rows: readonly ComparedRowView[];

  @ApiProperty({ ...COUNT, description: 'How many projects are the same in both' })
  readonly same: number;
}

/** Two versions of a return, project by project. */
export class ComparisonView {
  @ApiProperty({ type: [ComparedSectionView] })
  readonly sections: readonly ComparedSectionView[];
}

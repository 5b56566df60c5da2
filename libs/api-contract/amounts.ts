import { ApiProperty } from '@nestjs/swagger';

/** Whole đồng as a decimal string; null when it isn't known. */
export function AmountProperty(description: string): PropertyDecorator {
  return ApiProperty({ type: 'string', nullable: true, description, example: '223422000000' });
}

/** A cell of a workbook. */
export class CellView {
  @ApiProperty({ example: 'Giải ngân' })
  readonly sheet: string;

  @ApiProperty({ example: 'I23' })
  readonly cell: string;
}

/** A cell of an approved return. */
export class SourceCellView extends CellView {
  @ApiProperty({ format: 'uuid' })
  readonly returnId: string;
}

/** A source of capital. */
export class SourceView {
  @ApiProperty({ example: 'district-budget', description: '`unspecified` where a table does not say' })
  readonly code: string;

  @ApiProperty({ example: 'Ngân sách huyện' })
  readonly label: string;
}

export const UNKNOWN_REASONS = ['not-reported', 'not-applicable', 'no-plan', 'not-split'] as const;

/** How disbursements of one source are known to be of it, and what may be of it besides. */
export class SourceSplitView {
  @ApiProperty({
    description:
      'The disbursed amount is only a part: so much is known to be of the source, and `notSplit` may be of it besides',
  })
  readonly partial: boolean;

  @AmountProperty('Where it is a part: disbursed with what is not split, the most that the source can have')
  readonly atMost: string | null;

  @AmountProperty(
    'Of the disbursed amount: not split by its return, of projects whose plan has this one source',
  )
  readonly derived: string | null;

  @AmountProperty('Of the disbursed amount: not split by its return, but the Treasury splits the same sum')
  readonly treasury: string | null;

  @AmountProperty(
    'Disbursed by projects that have capital of this source, split by nobody, and so not in the disbursed amount; of `unspecified` itself it is in it',
  )
  readonly notSplit: string | null;

  @ApiProperty({ type: 'integer', description: 'Projects that this is of' })
  readonly notSplitProjects: number;
}

/** Planned and disbursed amounts with their rate. */
export class AmountsView {
  @AmountProperty('Capital plan in force')
  readonly planned: string | null;

  @AmountProperty('Completed work plus advances not yet recovered')
  readonly disbursed: string | null;

  @AmountProperty('Payments for completed work')
  readonly completed: string | null;

  @AmountProperty('Advances not yet recovered')
  readonly advance: string | null;

  @AmountProperty('Planned less disbursed; negative when over the plan')
  readonly remaining: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Percent, two decimals, half up',
    example: '52.18',
  })
  readonly rate: string | null;

  @ApiProperty({
    type: 'string',
    enum: UNKNOWN_REASONS,
    nullable: true,
    description:
      'Why the rate is null; `not-split`: some disbursements may be of the source that is asked for, and nobody splits them',
  })
  readonly reason: (typeof UNKNOWN_REASONS)[number] | null;

  @ApiProperty({
    type: SourceSplitView,
    nullable: true,
    description: 'Null unless the amounts are those of one source',
  })
  readonly split: SourceSplitView | null;
}

/** Documents a field that holds one of a fixed set of words. */
export function EnumProperty(
  values: readonly string[],
  description: string,
  nullable = false,
): PropertyDecorator {
  return ApiProperty({ type: 'string', enum: [...values], description, nullable });
}

import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from '../amounts';

export class ChoiceView {
  @ApiProperty()
  readonly value: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;
}

/** Something that a person should know about one cell, a sheet or the whole file. */
export class FindingView {
  @ApiProperty({ example: 'RET-AMOUNT-AMBIGUOUS', description: 'Stable' })
  readonly code: string;

  @EnumProperty(
    ['error', 'question', 'warning', 'info'],
    '`error` stops the return, `question` must be answered',
  )
  readonly severity: 'error' | 'question' | 'warning' | 'info';

  @ApiProperty({ type: 'string', nullable: true })
  readonly sheet: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  readonly cell: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What stands there' })
  readonly value: string | null;

  @ApiProperty({ description: 'What is wrong and how to mend it, in Vietnamese' })
  readonly message: string;

  @ApiProperty({ description: 'The same in English' })
  readonly messageEn: string;

  @ApiProperty({
    required: false,
    example: 'unit',
    description:
      'What an answer gives: unit, column-unit, as-of, plan-year, decision, column, amount, row, kind, sheet, project, choice, reason; without it the file must be mended',
  })
  readonly asks?: string;

  @ApiProperty({ type: [ChoiceView], required: false, description: 'What can be answered' })
  readonly choices?: readonly ChoiceView[];

  @ApiProperty({
    required: false,
    example: 1800,
    description: 'Stands for so many more of its code and severity, which are not listed',
  })
  readonly more?: number;
}

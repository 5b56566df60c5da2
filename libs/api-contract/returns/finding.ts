import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty, EnumProperty } from '../amounts';

/** This year's plan and what was disbursed of it, with a choice taken. */
export class ChoiceTotalView {
  @AmountProperty("This year's plan as the return would state it")
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;
}

/** Whether a choice agrees with what is known of the projects, or with what the file states. */
export class AgreementView {
  @EnumProperty(['plan', 'last-return', 'stated-totals', 'stated-rates'], 'What it is held against')
  readonly with: 'plan' | 'last-return' | 'stated-totals' | 'stated-rates';

  @EnumProperty(['agrees', 'differs', 'unknown'], '`unknown`: there is nothing to compare with')
  readonly outcome: 'agrees' | 'differs' | 'unknown';

  @ApiProperty({
    required: false,
    example: '428137000000',
    description: 'Whole đồng of the known projects, as read with the choice',
  })
  readonly read?: string;

  @ApiProperty({ required: false, example: '428137000000', description: 'Whole đồng that are known of them' })
  readonly expected?: string;

  @ApiProperty({
    required: false,
    type: 'integer',
    description: 'How many stated cells, or known projects, differ',
  })
  readonly differing?: number;
}

/** What a choice would make of the return, found by reading it with that choice taken. */
export class ChoiceEffectView {
  @ApiProperty({ type: ChoiceTotalView })
  readonly total: ChoiceTotalView;

  @ApiProperty({ type: [AgreementView] })
  readonly agrees: readonly AgreementView[];
}

export class ChoiceView {
  @ApiProperty()
  readonly value: string;

  @ApiProperty()
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;

  @ApiProperty({
    type: ChoiceEffectView,
    required: false,
    description:
      'Of questions about unit, date, columns, kind and sheets; where it was not tried the finding says why',
  })
  readonly effect?: ChoiceEffectView;
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
      'What an answer gives: unit, column-unit, cell-scale, as-of, plan-year, decision, column, amount, row, kind, sheet, project, choice, reason; without it the file must be mended',
  })
  readonly asks?: string;

  @ApiProperty({ type: [ChoiceView], required: false, description: 'What can be answered' })
  readonly choices?: readonly ChoiceView[];

  @ApiProperty({
    type: 'string',
    enum: ['size'],
    required: false,
    description:
      'Why its choices come without effects: reading the file with each of them would take too long',
  })
  readonly withoutEffects?: 'size';

  @ApiProperty({
    required: false,
    example: 1800,
    description: 'Stands for so many more of its code and severity, which are not listed',
  })
  readonly more?: number;
}

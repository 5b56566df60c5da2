import { ApiProperty } from '@nestjs/swagger';
import { RETURN_KINDS, type ReturnKind } from '@thongvon/kernel';
import { AmountProperty } from '../amounts';
import { COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';

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

/** What the return's sum becomes with a choice of how cells are read. */
export class ChoiceMoneyView {
  @ApiProperty({ example: '144684929000', description: 'The sum of the return, whole đồng' })
  readonly total: string;

  @AmountProperty('By how much its projects move against what counts now; null: nothing of them counts yet')
  readonly change: string | null;
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

  @ApiProperty({
    type: ChoiceMoneyView,
    required: false,
    description: 'Of questions about how an amount is read',
  })
  readonly money?: ChoiceMoneyView;
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

  @ApiProperty(TEXT_OR_NULL)
  readonly sheet: string | null;

  @ApiProperty(TEXT_OR_NULL)
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

/** How many findings of each severity. */
export class FindingCountsView {
  @ApiProperty(COUNT)
  readonly error: number;

  @ApiProperty(COUNT)
  readonly question: number;

  @ApiProperty(COUNT)
  readonly warning: number;

  @ApiProperty(COUNT)
  readonly info: number;
}

/** How many causes ask for what. */
export class CauseCountsView {
  @ApiProperty(COUNT)
  readonly mend: number;

  @ApiProperty(COUNT)
  readonly answer: number;

  @ApiProperty(COUNT)
  readonly check: number;

  @ApiProperty(COUNT)
  readonly understood: number;
}

/** How many projects the return leaves in each state against what counts now. */
export class StateCountsView {
  @ApiProperty(COUNT)
  readonly new: number;

  @ApiProperty(COUNT)
  readonly missing: number;

  @ApiProperty(COUNT)
  readonly fell: number;

  @ApiProperty(COUNT)
  readonly unchanged: number;

  @ApiProperty(COUNT)
  readonly grew: number;

  @ApiProperty(COUNT)
  readonly 'not-reported': number;
}

/** An approved return of the same office, kind and date that ends when this one is approved. */
export class ReplacementView {
  @ApiProperty({ format: 'uuid', description: 'The one approved last, where several end' })
  readonly returnId: string;

  @ApiProperty({ format: 'date-time' })
  readonly approvedAt: string;

  @ApiProperty({
    ...COUNT,
    description: 'Projects that it tells otherwise, those it leaves out among them; 0: the two say the same',
  })
  readonly changed: number;

  @ApiProperty({
    ...COUNT,
    required: false,
    description:
      'Those of them of which another amount was disbursed, those left out among them; the others differ in sources or parts only. Absent in what was kept before',
  })
  readonly changedAmounts?: number;

  @ApiProperty({
    ...COUNT,
    required: false,
    description:
      'Projects with cells that are not settled: not among `changed`, and there is no `difference`. Absent: none',
  })
  readonly unread?: number;

  @AmountProperty("Its sum of this year's plan less the approved one's")
  readonly difference: string | null;
}

export class SummarySectionView {
  @EnumProperty(RETURN_KINDS, 'Kind')
  readonly kind: ReturnKind;

  @AmountProperty('What counted when it was last checked')
  readonly before: string | null;

  @AmountProperty('What the return says')
  readonly after: string | null;

  @AmountProperty('The difference')
  readonly change: string | null;

  @ApiProperty({ type: StateCountsView })
  readonly projects: StateCountsView;

  @ApiProperty({ type: ReplacementView, required: false, description: 'Absent: approving it ends no other' })
  readonly replaces?: ReplacementView;
}

/** A return's preview and findings in a few numbers. */
export class ReturnSummaryView {
  @AmountProperty("This year's plan as the return states it")
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: '52.18' })
  readonly rate: string | null;

  @ApiProperty({ type: [SummarySectionView] })
  readonly sections: readonly SummarySectionView[];

  @ApiProperty({
    required: false,
    description:
      'Approving it lowers a total or a project and needs a `reason`. Absent: last checked before this was kept',
  })
  readonly lowers?: boolean;

  @ApiProperty({
    required: false,
    description:
      'Approving it makes a total itself fall; else it takes from single projects only. Absent: as `lowers`',
  })
  readonly totalFalls?: boolean;

  @ApiProperty({
    ...COUNT,
    required: false,
    description: 'How many projects its approval registers under the sender’s office. Absent: as `lowers`',
  })
  readonly registers?: number;

  @ApiProperty({ type: FindingCountsView })
  readonly findings: FindingCountsView;

  @ApiProperty({
    type: CauseCountsView,
    required: false,
    description: 'How many causes they come from. Absent: last checked before this was kept',
  })
  readonly causes?: CauseCountsView;
}

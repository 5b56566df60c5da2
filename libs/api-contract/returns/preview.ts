import { ApiProperty } from '@nestjs/swagger';
import { RETURN_KINDS, type ReturnKind } from '@thongvon/kernel';
import { AmountProperty } from '../amounts';
import { CellView, COUNT, EnumProperty, TEXT_OR_NULL } from '../answer-fields';
import { DecisionAgainView, OutsidePlanView, TotalChangeView } from './approval';
import { ReplacementView } from './finding';

/** A number besides the amount, against what counts now: households, area, graves. */
export class PreviewNumberView {
  @ApiProperty({ example: 'handedOver', description: 'What is counted' })
  readonly measure: string;

  @ApiProperty({ example: 'household' })
  readonly unit: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'What counts now, a decimal number' })
  readonly before: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What the return says' })
  readonly after: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The difference' })
  readonly change: string | null;

  @ApiProperty({ type: CellView, nullable: true, description: 'Null: a sum' })
  readonly cell: CellView | null;
}

/** What the return says in words of a project, against what was said before. */
export class PreviewRemarkView {
  @EnumProperty(['blocker'], 'What it is about')
  readonly topic: 'blocker';

  @EnumProperty(
    ['new', 'changed', 'unchanged', 'returned', 'vanished', 'proposed', 'accepted', 'declined'],
    'Against what is known: named first, in other words, as before, again after it was closed, no longer; proposed: a remark of a column of notes, no blocker until a person opens one; accepted, declined: a person has decided on it in this return',
  )
  readonly state:
    'new' | 'changed' | 'unchanged' | 'returned' | 'vanished' | 'proposed' | 'accepted' | 'declined';

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  readonly projectId: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'What the return says' })
  readonly text: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What was known' })
  readonly before: string | null;

  @ApiProperty({ type: CellView, nullable: true })
  readonly cell: CellView | null;

  @ApiProperty({
    type: 'string',
    format: 'uuid',
    nullable: true,
    required: false,
    description: 'The blocker that an accepted remark was opened as',
  })
  readonly blockerId?: string | null;
}

export class PreviewRowView {
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  readonly projectId: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @EnumProperty(['new', 'missing', 'fell', 'unchanged', 'grew', 'not-reported'], 'Against `before`')
  readonly state: 'new' | 'missing' | 'fell' | 'unchanged' | 'grew' | 'not-reported';

  @AmountProperty(
    'The last approved before the return’s date (of a plan: in force on its date). What is in force of the same date is `replaced`, and `before` of `consequences`',
  )
  readonly before: string | null;

  @AmountProperty('What the return says')
  readonly after: string | null;

  @AmountProperty('The difference')
  readonly change: string | null;

  @AmountProperty('The plan in the ledger')
  readonly planned: string | null;

  @AmountProperty('The plan as the return states it')
  readonly plannedStated: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'What the return says of `planned`: percent, two decimals, half up',
    example: '52.18',
  })
  readonly rate: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: 'For how many full weeks the amount has not moved',
  })
  readonly unchangedWeeks: number | null;

  @ApiProperty({ type: CellView, nullable: true })
  readonly cell: CellView | null;

  @ApiProperty({
    required: false,
    description:
      'A cell that `after` comes from is not settled yet: it is no silence, and `after` is not all',
  })
  readonly unread?: boolean;

  @ApiProperty({
    type: 'string',
    nullable: true,
    required: false,
    description:
      'What the approved return that it replaces says (null: nothing); only where it tells the project otherwise, ' +
      'also in sources, plan types, completed work, advances or estimates alone',
  })
  readonly replaced?: string | null;

  @ApiProperty({
    type: [PreviewNumberView],
    required: false,
    description: 'Numbers of a clearance table besides the compensation paid',
  })
  readonly numbers?: readonly PreviewNumberView[];
}

/** A project that only the approved return tells. */
export class LeftOutProjectView {
  @ApiProperty({ format: 'uuid' })
  readonly projectId: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @AmountProperty('What the approved return says; it counts no longer')
  readonly amount: string | null;
}

export class PreviewReplacementView extends ReplacementView {
  @ApiProperty({ type: [LeftOutProjectView] })
  readonly leftOut: readonly LeftOutProjectView[];

  @AmountProperty('The sum of `leftOut`; null where none of it is known')
  readonly leftOutAmount: string | null;
}

/** Rows that are reported as one line. */
export class SummedRowsView {
  @ApiProperty(COUNT)
  readonly projects: number;

  @AmountProperty('What counts now; null where none is known')
  readonly before: string | null;

  @AmountProperty('What the return says; null where it says nothing')
  readonly after: string | null;
}

export class PreviewSectionView {
  @EnumProperty(RETURN_KINDS, 'Kind')
  readonly kind: ReturnKind;

  @AmountProperty(
    'The sum of `before` of its rows: the last approved before the return’s date (of a plan: in force on it)',
  )
  readonly before: string | null;

  @AmountProperty('What the return says')
  readonly after: string | null;

  @AmountProperty('The difference')
  readonly change: string | null;

  @ApiProperty({ type: [PreviewRowView] })
  readonly rows: readonly PreviewRowView[];

  @ApiProperty({ type: SummedRowsView, description: 'Rows that the return does not name: what counts stays' })
  readonly missing: SummedRowsView;

  @ApiProperty({
    type: SummedRowsView,
    description: 'Rows that say what counts now, and what the return that it replaces says',
  })
  readonly unchanged: SummedRowsView;

  @ApiProperty({
    type: PreviewReplacementView,
    required: false,
    description: 'Of disbursement and Treasury tables; absent: approving it ends no other',
  })
  readonly replaces?: PreviewReplacementView;

  @ApiProperty({
    type: OutsidePlanView,
    required: false,
    description:
      'What the sums hold of projects that the plan does not name: once approved it is in no total. Absent: nothing',
  })
  readonly outside?: OutsidePlanView;

  @ApiProperty({ type: [PreviewNumberView], required: false, description: 'Sums of the numbers of its rows' })
  readonly numbers?: readonly PreviewNumberView[];

  @ApiProperty({
    type: DecisionAgainView,
    required: false,
    description:
      'Of a plan whose decision is in the ledger already: what each answer to RET-DECISION-AGAIN would do',
  })
  readonly again?: DecisionAgainView;
}

/** What approving the return would change. */
export class PreviewView {
  @ApiProperty({ type: [PreviewSectionView] })
  readonly sections: readonly PreviewSectionView[];

  @ApiProperty({
    type: [PreviewRemarkView],
    required: false,
    description: 'Blockers that the return names first, otherwise or no longer',
  })
  readonly remarks?: readonly PreviewRemarkView[];

  @ApiProperty({
    type: [TotalChangeView],
    required: false,
    description: 'Totals that approving it would lower, or in which projects would vanish or fall',
  })
  readonly consequences?: readonly TotalChangeView[];
}

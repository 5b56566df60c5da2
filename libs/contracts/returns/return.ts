import { ApiProperty } from '@nestjs/swagger';
import { COVERAGES, RETURN_KINDS, type Coverage, type ReturnKind } from '@thongvon/kernel';
import { AmountProperty, CellView, EnumProperty } from '../amounts';
import { ReplacementView, ReturnSummaryView } from './return-summary';
import { RETURN_STATUSES, type ReturnStatus } from './return-status';
import { ReadSheetView, TableMappingRequest } from './table-mapping';

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

/** The state after what was done. */
export class ReturnStatusView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @EnumProperty(RETURN_STATUSES, 'State')
  readonly status: ReturnStatus;
}

export class ReturnOrganizationView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;
}

const INSTANT = { type: 'string', format: 'date-time', nullable: true } as const;

/** A return in a list. */
export class ListedReturnView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: [String], enum: RETURN_KINDS })
  readonly kinds: ReturnKind[];

  @EnumProperty(RETURN_STATUSES, 'State')
  readonly status: ReturnStatus;

  @ApiProperty({ type: ReturnOrganizationView })
  readonly organization: ReturnOrganizationView;

  @ApiProperty()
  readonly fileName: string;

  @ApiProperty({ type: 'string', format: 'date', nullable: true })
  readonly asOf: string | null;

  @ApiProperty({ type: 'integer', nullable: true })
  readonly planYear: number | null;

  @EnumProperty(COVERAGES, 'What a missing project means', true)
  readonly coverage: Coverage | null;

  @ApiProperty({ format: 'date-time' })
  readonly receivedAt: string;

  @ApiProperty(INSTANT)
  readonly submittedAt: string | null;

  @ApiProperty(INSTANT)
  readonly approvedAt: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The return that replaced it' })
  readonly supersededBy: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Why it was sent back or reverted' })
  readonly reason: string | null;

  @ApiProperty({ type: ReturnSummaryView, nullable: true, description: 'Null until it has been read' })
  readonly summary: ReturnSummaryView | null;

  @ApiProperty({
    description: 'For `If-Match`: what submission and approval would act on',
    example: '"0b6710a5-3726-4045-bd1b-5a16a75066de.3"',
  })
  readonly etag: string;
}

/** The total of a return as recomputed from its rows. */
export class ReturnTotalView {
  @AmountProperty("This year's plan as the return states it")
  readonly planned: string | null;

  @AmountProperty('Disbursed')
  readonly disbursed: string | null;

  @ApiProperty({ type: 'string', nullable: true, example: '52.18' })
  readonly rate: string | null;

  @ApiProperty({ example: 'current-year-plan' })
  readonly denominator: string;
}

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
    ['new', 'changed', 'unchanged', 'returned', 'vanished'],
    'Against what is known: first told, told otherwise, told as before, told again after it was closed, no longer told',
  )
  readonly state: 'new' | 'changed' | 'unchanged' | 'returned' | 'vanished';

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  readonly projectId: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'What the return says' })
  readonly text: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What was known' })
  readonly before: string | null;

  @ApiProperty({ type: CellView, nullable: true })
  readonly cell: CellView | null;
}

export class PreviewRowView {
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  readonly projectId: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @EnumProperty(['new', 'missing', 'fell', 'unchanged', 'grew', 'not-reported'], 'Against what counts now')
  readonly state: 'new' | 'missing' | 'fell' | 'unchanged' | 'grew' | 'not-reported';

  @AmountProperty('What counts now')
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
    type: 'integer',
    nullable: true,
    description: 'For how many full weeks the amount has not moved',
  })
  readonly unchangedWeeks: number | null;

  @ApiProperty({ type: CellView, nullable: true })
  readonly cell: CellView | null;

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

  @ApiProperty({ type: 'string', nullable: true })
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @AmountProperty('What the approved return says; it counts no longer')
  readonly amount: string | null;
}

export class PreviewReplacementView extends ReplacementView {
  @ApiProperty({ type: [LeftOutProjectView] })
  readonly leftOut: readonly LeftOutProjectView[];
}

export class PreviewSectionView {
  @EnumProperty(RETURN_KINDS, 'Kind')
  readonly kind: ReturnKind;

  @AmountProperty('What counts now')
  readonly before: string | null;

  @AmountProperty('What the return says')
  readonly after: string | null;

  @AmountProperty('The difference')
  readonly change: string | null;

  @ApiProperty({ type: [PreviewRowView] })
  readonly rows: readonly PreviewRowView[];

  @ApiProperty({
    type: PreviewReplacementView,
    required: false,
    description: 'Of disbursement and Treasury tables; absent: approving it ends no other',
  })
  readonly replaces?: PreviewReplacementView;

  @ApiProperty({ type: [PreviewNumberView], required: false, description: 'Sums of the numbers of its rows' })
  readonly numbers?: readonly PreviewNumberView[];
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
}

/** A moment in a return's history. */
export class ReturnEventView {
  @ApiProperty()
  readonly id: string;

  @ApiProperty({ example: 'approve' })
  readonly type: string;

  @EnumProperty(RETURN_STATUSES, 'State after it')
  readonly status: ReturnStatus;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'Who; null: the system' })
  readonly actorId: string | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly data: Readonly<Record<string, unknown>>;
}

/** An answer that was given, addressed as its question is. */
export class GivenAnswerView {
  @ApiProperty({ example: 'RET-PROJECT-MISSING' })
  readonly code: string;

  @ApiProperty({ type: 'string', nullable: true })
  readonly sheet: string | null;

  @ApiProperty({ type: 'string', nullable: true })
  readonly cell: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What stood there' })
  readonly asked: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What was chosen or given' })
  readonly value: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: "In the sender's words" })
  readonly reason: string | null;
}

/** A return with all that was read, found and done. */
export class ReturnView extends ListedReturnView {
  @ApiProperty({ type: ReturnTotalView, nullable: true })
  readonly total: ReturnTotalView | null;

  @ApiProperty({ type: [ReadSheetView], description: 'How it was understood' })
  readonly sheets: readonly ReadSheetView[];

  @ApiProperty({ type: [TableMappingRequest], description: 'Tables that its sender has described' })
  readonly mapping: readonly TableMappingRequest[];

  @ApiProperty({ type: [FindingView] })
  readonly findings: readonly FindingView[];

  @ApiProperty({ type: [GivenAnswerView], description: 'Answers of its sender' })
  readonly answers: readonly GivenAnswerView[];

  @ApiProperty({ type: PreviewView, nullable: true })
  readonly preview: PreviewView | null;

  @ApiProperty({ type: [ReturnEventView] })
  readonly history: readonly ReturnEventView[];

  @ApiProperty({ description: 'Words were added or retired since it was read: reading it again may differ' })
  readonly hasNewerWords: boolean;
}

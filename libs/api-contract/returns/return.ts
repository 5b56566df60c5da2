import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { COVERAGES, RETURN_KINDS, type Coverage, type ReturnKind } from '@thongvon/kernel';
import { AmountProperty } from '../amounts';
import {
  COUNT,
  COUNT_OR_NULL,
  DATE_OR_NULL,
  EnumProperty,
  INSTANT_OR_NULL,
  PersonView,
} from '../answer-fields';
import { ApprovalView, KeptHandoverView, NewOwnerView, RegisteredProjectView, TouchedView } from './approval';
import { CorrectionView } from './correction';
import { CauseView } from './cause';
import { GivenAnswerView } from './given-answer';
import { FindingView, ReturnSummaryView } from './finding';
import { ReadSheetView, TableMappingRequest } from './sheet';
import { PreviewView } from './preview';
import { NewerReturnView, RETURN_STATUSES, type ReturnStatus } from './receipt';
import { BaselineView, CameBackView } from './versions';

/** The state after what was done. */
export class ReturnStatusView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @EnumProperty(RETURN_STATUSES, 'State')
  readonly status: ReturnStatus;

  @ApiPropertyOptional({
    type: [NewOwnerView],
    description:
      'Projects that became another office’s, since a plan that had handed them over no longer counts, or counts again',
  })
  readonly movedProjects?: readonly NewOwnerView[];

  @ApiPropertyOptional({
    type: [KeptHandoverView],
    description:
      'Projects that stay with the office that a plan had handed them over to, since something that came later rests on it',
  })
  readonly keptHandovers?: readonly KeptHandoverView[];
}

export class ReturnOrganizationView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly name: string;
}

/** A return in a list. */
/** Another return of the same office, day and kinds that waits for approval. */
export class AlsoWaitingView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'tuan-25.xlsx' })
  readonly fileName: string;

  @ApiProperty({ description: 'It was received after this one' })
  readonly isNewer: boolean;
}

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

  @ApiProperty(DATE_OR_NULL)
  readonly asOf: string | null;

  @ApiProperty(COUNT_OR_NULL)
  readonly planYear: number | null;

  @EnumProperty(COVERAGES, 'What a missing project means', true)
  readonly coverage: Coverage | null;

  @ApiProperty({ format: 'date-time' })
  readonly receivedAt: string;

  @ApiProperty(INSTANT_OR_NULL)
  readonly submittedAt: string | null;

  @ApiProperty(INSTANT_OR_NULL)
  readonly approvedAt: string | null;

  @ApiProperty({ type: 'string', format: 'uuid', nullable: true, description: 'The return that replaced it' })
  readonly supersededBy: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Why it was sent back or reverted' })
  readonly reason: string | null;

  @ApiPropertyOptional({
    type: [AlsoWaitingView],
    description:
      'Others of its office, day and kinds that wait for approval; none where it can neither be sent nor approved',
  })
  readonly alsoWaiting?: readonly AlsoWaitingView[];

  @ApiProperty({ type: ReturnSummaryView, nullable: true, description: 'Null until it has been read' })
  readonly summary: ReturnSummaryView | null;

  @ApiProperty({
    description: 'For `If-Match`: what submission and approval would act on',
    example: '"0b6710a5-3726-4045-bd1b-5a16a75066de.3"',
  })
  readonly etag: string;

  @ApiProperty({
    description:
      'Whether the reader may approve it now: handed in, and by nobody’s hand of theirs (four eyes)',
  })
  readonly mayApprove: boolean;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description:
      'Of what is handed in: why the reader of the finance office may not approve it, and who may, in Vietnamese',
  })
  readonly whyNotApprove: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'The same in English' })
  readonly whyNotApproveEn: string | null;
}

/** How far a return is, for who follows it: when either changes, there is something new to see. */
export class ReturnStateView {
  @EnumProperty(RETURN_STATUSES, 'State')
  readonly status: ReturnStatus;

  @ApiProperty({ description: 'As that of the return', example: '"0b6710a5-3726-4045-bd1b-5a16a75066de.3"' })
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

  @ApiProperty({
    ...COUNT,
    required: false,
    description: 'How many projects have a cell that would enter it and is not settled yet. Absent: none',
  })
  readonly unread?: number;
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

  @ApiProperty({ type: PersonView, nullable: true, description: 'Who that is' })
  readonly actor: PersonView | null;

  @ApiProperty({ type: 'object', additionalProperties: true })
  readonly data: Readonly<Record<string, unknown>>;
}

/** One of several files that are one return. */
export class ReturnFileView {
  @ApiProperty({ description: 'Its sheets are named by it' })
  readonly fileName: string;

  @ApiProperty({ description: 'Bytes' })
  readonly size: number;
}

/** A return with all that was read, found and done. */
export class ReturnView extends ListedReturnView {
  @ApiProperty({ type: ApprovalView })
  readonly approval: ApprovalView;

  @ApiProperty({ type: ReturnTotalView, nullable: true })
  readonly total: ReturnTotalView | null;

  @ApiProperty({ type: [ReadSheetView], description: 'How it was understood' })
  readonly sheets: readonly ReadSheetView[];

  @ApiProperty({ type: [TableMappingRequest], description: 'Tables that its sender has described' })
  readonly mapping: readonly TableMappingRequest[];

  @ApiProperty({ type: [FindingView] })
  readonly findings: readonly FindingView[];

  @ApiProperty({ type: [CauseView], description: 'What the findings come from, first what settles the rest' })
  readonly causes: readonly CauseView[];

  @ApiProperty({ type: [GivenAnswerView], description: 'Answers of its sender' })
  readonly answers: readonly GivenAnswerView[];

  @ApiProperty({
    type: [CorrectionView],
    description: 'What its sender has declared to be right for cells; the file itself stays as it came',
  })
  readonly corrections: readonly CorrectionView[];

  @ApiProperty({ type: PreviewView, nullable: true })
  readonly preview: PreviewView | null;

  @ApiProperty({
    type: [TouchedView],
    description: 'Whose projects it touches, as of its date; the own first. Empty until it has been read',
  })
  readonly touches: readonly TouchedView[];

  @ApiProperty({
    type: [RegisteredProjectView],
    description:
      'Projects that its approval registers, held by the sender’s office; none once it is approved',
  })
  readonly registers: readonly RegisteredProjectView[];

  @ApiProperty({
    type: [ReturnFileView],
    description: 'The files of a return that came as several, in their order; empty for a return of one',
  })
  readonly files: readonly ReturnFileView[];

  @ApiProperty({ type: [ReturnEventView] })
  readonly history: readonly ReturnEventView[];

  @ApiProperty({
    type: CameBackView,
    nullable: true,
    description: 'That it was sent back or its approval undone, why, and who can be asked',
  })
  readonly cameBack: CameBackView | null;

  @ApiProperty({
    type: CameBackView,
    nullable: true,
    description: 'The same of the version before it, of the same kind and date, that this one corrects',
  })
  readonly corrects: CameBackView | null;

  @ApiProperty({
    type: BaselineView,
    nullable: true,
    description:
      'The one version to hold it against: the approved one that ends when it is approved, else the one that came back and that it corrects',
  })
  readonly comparedWith: BaselineView | null;

  @ApiProperty({
    type: NewerReturnView,
    nullable: true,
    description:
      'Of what came back, or was not handed in yet: the version of the same kind and date that came after it',
  })
  readonly newer: NewerReturnView | null;

  @ApiProperty({ description: 'Words were added or retired since it was read: reading it again may differ' })
  readonly hasNewerWords: boolean;
}

import { ApiProperty } from '@nestjs/swagger';
import { DENOMINATORS, type Denominator } from '@thongvon/kernel';
import { AmountProperty, UNKNOWN_REASONS } from '../amounts';
import { COUNT, DATE_OR_NULL, EnumProperty, SourceCellView, TEXT_OR_NULL } from '../answer-fields';
import { ProjectRefView } from '../projects/project';
import {
  BLOCKER_CAUSES,
  BLOCKER_POWERS,
  BLOCKER_STATES,
  type BlockerCause,
  type BlockerPower,
  type BlockerState,
  CLEARANCE_STEPS,
  type ClearanceStep,
  DECIDING_LEVELS,
  type DecidingLevel,
  HELD_METHODS,
  type HeldMethod,
} from './words';
import { BlockerEventView, MergedBlockerView } from './blocker-history';
import { BlockerTurnView, DueProposalView, HandoverProposalView, OfficeRefView } from './blocker-office';

/** The part of a project that is cleared apart. */
export class SegmentRefView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ example: 'Đoạn qua xã Bình Phú, đợt 2' })
  readonly name: string;
}

/** How the capital held was found. */
export class CapitalHeldBasisView {
  @EnumProperty(HELD_METHODS, 'Plan less disbursed of the project, or an amount that a person set')
  readonly method: HeldMethod;

  @ApiProperty({ type: 'integer', description: 'Of this plan year', example: 2023 })
  readonly planYear: number;

  @EnumProperty(DENOMINATORS, 'Which plan counts')
  readonly denominator: Denominator;

  @AmountProperty('Capital plan of the project in force')
  readonly planned: string | null;

  @AmountProperty('Disbursed of it')
  readonly disbursed: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: "The disbursement figure's own date" })
  readonly figureAsOf: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, enum: UNKNOWN_REASONS, description: 'Why the amount is null' })
  readonly reason: (typeof UNKNOWN_REASONS)[number] | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Why a person set another amount' })
  readonly setReason: string | null;

  @ApiProperty({
    ...COUNT,
    description: 'Other open blockers of the project that hold the same money; totals count it once',
  })
  readonly sharedWith: number;

  @ApiProperty({
    description:
      'Plan and disbursement are not shown: the caller sees the blocker only because an office of theirs must act or is asked to',
  })
  readonly withheld: boolean;
}

/** Whose turn it is once a blocker is overdue, by the escalation ladder. */
export class EscalationView {
  @ApiProperty({ ...COUNT, description: 'Counts from 1' })
  readonly rung: number;

  @ApiProperty({ example: 'unit-head' })
  readonly to: string;

  @ApiProperty({ example: 'Thủ trưởng đơn vị chủ trì' })
  readonly label: string;

  @ApiProperty({ example: 'Head of the responsible unit' })
  readonly labelEn: string;
}

/** What a person did last. */
export class LastActionView {
  @ApiProperty({ format: 'date' })
  readonly on: string;

  @ApiProperty()
  readonly text: string;
}

/** Something that stops a project, whose turn it is, and the money it holds. */
export class BlockerView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: ProjectRefView })
  readonly project: ProjectRefView;

  @ApiProperty({ type: SegmentRefView, nullable: true })
  readonly segment: SegmentRefView | null;

  @ApiProperty({
    type: SourceCellView,
    nullable: true,
    description:
      'The cell of the remark that it was opened from; null: a return named it, or a person opened it',
  })
  readonly openedFrom: SourceCellView | null;

  @EnumProperty(BLOCKER_STATES, 'On the day asked for')
  readonly state: BlockerState;

  @EnumProperty(BLOCKER_CAUSES, 'Confirmed by a person, else `unclassified` (chưa phân loại)')
  readonly cause: BlockerCause;

  @ApiProperty({
    type: [String],
    enum: BLOCKER_CAUSES,
    description: 'What the text suggests, likeliest first',
  })
  readonly suggestedCauses: readonly BlockerCause[];

  @EnumProperty(CLEARANCE_STEPS, 'The legal step that it stops', true)
  readonly step: ClearanceStep | null;

  @ApiProperty()
  readonly description: string;

  @ApiProperty({
    ...TEXT_OR_NULL,
    example: 'UBND xã Bình Phú',
    description: 'The unit in the words of the return, or of the person, that named it',
  })
  readonly responsibleUnit: string | null;

  @ApiProperty({
    type: OfficeRefView,
    nullable: true,
    description: 'The organisation that must act; null while nobody has said which one the words mean',
  })
  readonly responsibleOffice: OfficeRefView | null;

  @ApiProperty({ type: BlockerTurnView, nullable: true, description: 'Whose turn it is; null: closed' })
  readonly turn: BlockerTurnView | null;

  @ApiProperty({ type: DueProposalView, nullable: true, description: 'Open proposal of another due date' })
  readonly dueProposal: DueProposalView | null;

  @ApiProperty({
    type: HandoverProposalView,
    nullable: true,
    description: 'Open proposal to hand it over; meanwhile it stays the turn of who proposed it',
  })
  readonly handoverProposal: HandoverProposalView | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The official who must act' })
  readonly responsiblePerson: string | null;

  @EnumProperty(DECIDING_LEVELS, 'Who is able to decide', true)
  readonly decidingLevel: DecidingLevel | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The contractor that holds it up, where one does' })
  readonly contractor: string | null;

  @ApiProperty({ format: 'date' })
  readonly openedOn: string;

  @ApiProperty({ description: 'The first as-of date that names it, as nobody has said when it really began' })
  readonly openedOnEstimated: boolean;

  @ApiProperty(DATE_OR_NULL)
  readonly due: string | null;

  @ApiProperty({ ...COUNT, nullable: true, description: '0 while not overdue; null without a due date' })
  readonly daysOverdue: number | null;

  @ApiProperty({ ...COUNT, description: 'Days since someone did something about it, or since it was opened' })
  readonly daysWithoutAction: number;

  @ApiProperty({ type: LastActionView, nullable: true })
  readonly lastAction: LastActionView | null;

  @ApiProperty({ ...COUNT, description: 'How often it came back after it had been closed' })
  readonly reopened: number;

  @ApiProperty({ ...DATE_OR_NULL, description: 'The return of this date no longer names it: is it solved?' })
  readonly unnamedSince: string | null;

  @ApiProperty({ type: EscalationView, nullable: true, description: 'Null while not overdue' })
  readonly escalation: EscalationView | null;

  @ApiProperty(DATE_OR_NULL)
  readonly closedOn: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly closingReason: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Number and date of the document that proves it' })
  readonly evidence: string | null;

  @AmountProperty('Capital that waits, whole đồng')
  readonly capitalHeld: string | null;

  @ApiProperty({ type: CapitalHeldBasisView })
  readonly capitalHeldBasis: CapitalHeldBasisView;
}

/** A blocker with its whole history, oldest first; of those merged into it as well. */
export class BlockerDetailView extends BlockerView {
  @ApiProperty({ type: [MergedBlockerView], description: 'Blockers that were merged into it' })
  readonly merged: readonly MergedBlockerView[];

  @ApiProperty({ type: [BlockerEventView] })
  readonly history: readonly BlockerEventView[];

  @ApiProperty({ type: [String], enum: BLOCKER_POWERS, description: 'What the caller may do about it now' })
  readonly mayAct: readonly BlockerPower[];

  @ApiProperty({
    type: [OfficeRefView],
    description:
      'While no office is attached: those that the words may mean. None is taken unasked; there may be others',
  })
  readonly officeCandidates: readonly OfficeRefView[];
}

/** A cause of the catalogue. */
export class BlockerCauseView {
  @EnumProperty(BLOCKER_CAUSES, 'Stable')
  readonly code: BlockerCause;

  @ApiProperty({ ...TEXT_OR_NULL, example: 'B02' })
  readonly number: string | null;

  @ApiProperty({ example: 'Giá đất, đơn giá bồi thường' })
  readonly label: string;

  @ApiProperty()
  readonly labelEn: string;

  @ApiProperty({ description: 'Of land clearance; else another cause of delay' })
  readonly landClearance: boolean;
}

import { ApiProperty } from '@nestjs/swagger';
import { COUNT, DATE_OR_NULL, EnumProperty, PersonView, SourceView, TEXT_OR_NULL } from '../answer-fields';
import { ReallocationProjectView } from './desk';
import { ReallocationTrialView } from './trial';
import {
  PROPOSAL_STATES,
  type ProposalState,
  REALLOCATION_QUESTIONS,
  type ReallocationQuestion,
} from './words';

/** A proposal as lists show it. */
export class ReallocationProposalView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty()
  readonly title: string;

  @EnumProperty(PROPOSAL_STATES, 'What became of it')
  readonly state: ProposalState;

  @ApiProperty({ ...COUNT, description: 'Entries of its history so far' })
  readonly nth: number;

  @ApiProperty(COUNT)
  readonly planYear: number;

  @ApiProperty({ format: 'date', description: 'The frozen week that it was made on' })
  readonly week: string;

  @ApiProperty(COUNT)
  readonly revision: number;

  @ApiProperty({ description: 'What it moves, whole đồng' })
  readonly moved: string;

  @ApiProperty(COUNT)
  readonly lines: number;

  @ApiProperty({ type: PersonView, description: 'Who kept its newest entry' })
  readonly by: PersonView;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Where it was decided: the number of the decision' })
  readonly decisionNumber: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'And its date' })
  readonly decidedOn: string | null;

  @ApiProperty({ description: 'A newer week, or a correction of this one, is frozen since' })
  readonly outdated: boolean;
}

export class ReallocationLineView {
  @ApiProperty({ type: ReallocationProjectView })
  readonly giver: ReallocationProjectView;

  @ApiProperty({ type: ReallocationProjectView })
  readonly receiver: ReallocationProjectView;

  @ApiProperty({ type: SourceView })
  readonly source: SourceView;

  @ApiProperty({ description: 'Whole đồng' })
  readonly amount: string;
}

export class ReallocationDeclarationView {
  @ApiProperty({ format: 'uuid' })
  readonly projectId: string;

  @EnumProperty(REALLOCATION_QUESTIONS, 'Which question it answers')
  readonly about: ReallocationQuestion;

  @ApiProperty()
  readonly note: string;
}

/** What has changed since the figures that a proposal was made on. */
export class ReallocationSinceView {
  @ApiProperty({ ...DATE_OR_NULL, description: 'The newest frozen week; null: it is the proposal’s own' })
  readonly week: string | null;

  @ApiProperty({
    type: ReallocationTrialView,
    nullable: true,
    description: 'The same lines by that week: what they would do, and what is wrong with them now',
  })
  readonly now: ReallocationTrialView | null;

  @ApiProperty({
    type: [ReallocationProjectView],
    description:
      'Of these a plan or figures were approved, or approval was taken back, after the proposal’s week was frozen',
  })
  readonly touched: readonly ReallocationProjectView[];
}

export class ProposalEntryView {
  @ApiProperty(COUNT)
  readonly nth: number;

  @EnumProperty(PROPOSAL_STATES, 'A draft with its lines, or what became of it')
  readonly state: ProposalState;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Of a draft' })
  readonly title: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Of a draft: the week that it was made on' })
  readonly week: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'What a draft moves, whole đồng' })
  readonly moved: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly decisionNumber: string | null;

  @ApiProperty(DATE_OR_NULL)
  readonly decidedOn: string | null;

  @ApiProperty(TEXT_OR_NULL)
  readonly note: string | null;

  @ApiProperty({ type: PersonView })
  readonly by: PersonView;

  @ApiProperty({ format: 'date-time' })
  readonly at: string;
}

/** A proposal with its lines as they were kept last, and what they do. */
export class ReallocationProposalDetailView extends ReallocationProposalView {
  @ApiProperty({ type: [ReallocationLineView] })
  readonly kept: readonly ReallocationLineView[];

  @ApiProperty({ type: [ReallocationDeclarationView] })
  readonly declared: readonly ReallocationDeclarationView[];

  @ApiProperty({ type: ReallocationTrialView, description: 'By the week that it was made on' })
  readonly effect: ReallocationTrialView;

  @ApiProperty({ type: ReallocationSinceView })
  readonly since: ReallocationSinceView;

  @ApiProperty({ type: [ProposalEntryView], description: 'Oldest first' })
  readonly history: readonly ProposalEntryView[];

  @ApiProperty({ description: 'Whether the caller may change it, or say what became of it' })
  readonly mayChange: boolean;
}

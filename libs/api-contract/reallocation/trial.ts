import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty } from '../amounts';
import { COUNT, EnumProperty, SourceView, TEXT_OR_NULL } from '../answer-fields';
import { MoneyStandingView, ReallocationProjectView, ReceivingLimitView } from './desk';
import {
  REALLOCATION_ERRORS,
  REALLOCATION_QUESTIONS,
  type ReallocationError,
  type ReallocationQuestion,
} from './words';

/** What is wrong with a proposal, or has to be declared. */
export class ReallocationIssueView {
  @EnumProperty([...REALLOCATION_ERRORS, ...REALLOCATION_QUESTIONS], 'What it is')
  readonly code: ReallocationError | ReallocationQuestion;

  @ApiProperty({ description: 'Refused; else it is kept once somebody declares it' })
  readonly isError: boolean;

  @ApiProperty({ format: 'uuid' })
  readonly projectId: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Code of the source; null: of all' })
  readonly source: string | null;

  @ApiProperty({ description: 'What is proposed, whole đồng' })
  readonly amount: string;

  @AmountProperty('What it is held to')
  readonly limit: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'What was declared; null: nothing yet' })
  readonly declared: string | null;

  @ApiProperty()
  readonly message: string;

  @ApiProperty()
  readonly messageEn: string;
}

export class ReallocationBalanceView extends SourceView {
  @ApiProperty({ description: 'Whole đồng' })
  readonly given: string;

  @ApiProperty({ description: 'Whole đồng' })
  readonly taken: string;
}

/** What a project gives or takes of a source, with the most that it can give. */
export class ReallocationShareView extends ReallocationBalanceView {
  @ApiProperty({ description: 'Whole đồng' })
  readonly most: string;
}

export class ReallocationEffectView extends ReallocationProjectView {
  @ApiProperty({ description: 'Whole đồng' })
  readonly given: string;

  @ApiProperty({ description: 'Whole đồng' })
  readonly taken: string;

  @ApiProperty({ type: [ReallocationShareView] })
  readonly bySource: readonly ReallocationShareView[];

  @ApiProperty({ type: ReceivingLimitView })
  readonly limit: ReceivingLimitView;

  @ApiProperty({ type: MoneyStandingView })
  readonly before: MoneyStandingView;

  @ApiProperty({ type: MoneyStandingView })
  readonly after: MoneyStandingView;
}

export class ReallocationWholeView {
  @ApiProperty({ type: MoneyStandingView })
  readonly before: MoneyStandingView;

  @ApiProperty({ type: MoneyStandingView })
  readonly after: MoneyStandingView;

  @ApiProperty({ ...COUNT, description: 'All projects in sight with a plan' })
  readonly projects: number;

  @ApiProperty({ ...COUNT, description: 'Of how many nothing is forecast: they stay where they are' })
  readonly withoutPace: number;

  @ApiProperty({
    ...COUNT,
    description: 'Of how many the figures are too old: then nothing is forecast of the sum',
  })
  readonly silent: number;
}

export class ReallocationCurvePointView {
  @ApiProperty({ format: 'date' })
  readonly on: string;

  @AmountProperty('Disbursed by then without the proposal')
  readonly before: string | null;

  @AmountProperty('And with it')
  readonly after: string | null;
}

/** What a proposal would do, if it were decided on today. Nothing is kept. */
export class ReallocationTrialView {
  @ApiProperty({ format: 'date' })
  readonly week: string;

  @ApiProperty(COUNT)
  readonly revision: number;

  @ApiProperty({ description: 'Whole đồng' })
  readonly moved: string;

  @ApiProperty({ type: [ReallocationBalanceView], description: 'What is given and taken of each source' })
  readonly bySource: readonly ReallocationBalanceView[];

  @ApiProperty({ type: [ReallocationEffectView] })
  readonly projects: readonly ReallocationEffectView[];

  @ApiProperty({ type: ReallocationWholeView })
  readonly whole: ReallocationWholeView;

  @AmountProperty(
    'How much more would be disbursed by the last day; null: it is not known of one of the projects',
  )
  readonly gain: string | null;

  @ApiProperty({ type: [ReallocationCurvePointView] })
  readonly curve: readonly ReallocationCurvePointView[];

  @ApiProperty({ type: [ReallocationIssueView] })
  readonly issues: readonly ReallocationIssueView[];

  @ApiProperty({ description: 'Nothing stands in the way of keeping it' })
  readonly mayKeep: boolean;
}

import { ApiProperty } from '@nestjs/swagger';
import { ALERT_RULES, type AlertRuleId } from '../alerts/alert-rule';
import { AmountProperty } from '../amounts';
import { COUNT, DATE_OR_NULL, EnumProperty, SourceView, TEXT_OR_NULL } from '../answer-fields';
import { BLOCKER_CAUSES, type BlockerCause } from '../land-clearance/words';

/** How urgent a decision is: a day has passed; one comes by the next letter; neither. */
export const URGENCIES = ['overdue', 'due-soon', 'other'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** Where the money of a decision is from: blockers hold it; it won't be spent; or neither is known, and an alert names it. */
export const MONEY_BASES = ['held', 'unspent', 'alert'] as const;
export type MoneyBasis = (typeof MONEY_BASES)[number];

/** Whether there is a latest day to be free by, and if not, why. */
export const LATEST_DAY_STATES = ['known', 'passed', 'not-moving', 'no-pace', 'nothing-left'] as const;
export type LatestDayState = (typeof LATEST_DAY_STATES)[number];

/**
 * What a leader can do: urge who must act, make somebody responsible, set a first day, extend it, set a missed one anew, move capital,
 * have it decided whether to go on, have the owner commit to a pace, or what the rule asks for.
 */
export const OPTION_KINDS = [
  'urge',
  'assign',
  'set-day',
  'extend',
  'reschedule',
  'move',
  'continue-or-stop',
  'commit',
  'settle',
] as const;
export type OptionKind = (typeof OPTION_KINDS)[number];

/** A project that can take a part of another's capital. */
export class ReceiverView {
  @ApiProperty({ format: 'uuid' })
  readonly projectId: string;

  @ApiProperty()
  readonly projectName: string;

  @ApiProperty({ type: SourceView, description: 'The source that both have' })
  readonly source: SourceView;

  @ApiProperty({ description: 'What it is proposed to take, whole đồng', example: '12189000000' })
  readonly amount: string;

  @ApiProperty({
    description: 'What it could take at most, after what items before take',
    example: '20000000000',
  })
  readonly room: string;

  @ApiProperty({
    description: 'Whether `room` is held to its total investment; else nobody knows what that leaves',
  })
  readonly isInvestmentKnown: boolean;
}

/** Something that can be done, and what becomes of what the project has left: the three parts add up to it. */
export class DecisionOptionView {
  @EnumProperty(OPTION_KINDS, 'What is done')
  readonly kind: OptionKind;

  @ApiProperty({ description: 'In Vietnamese, with names, days and amounts' })
  readonly text: string;

  @ApiProperty()
  readonly textEn: string;

  @ApiProperty({ description: 'What it would do to the money, in Vietnamese' })
  readonly effect: string;

  @ApiProperty()
  readonly effectEn: string;

  @ApiProperty({ ...DATE_OR_NULL, description: 'A day that it sets, or by which somebody is to answer' })
  readonly until: string | null;

  @ApiProperty({ description: 'What an office is given to do where it is taken, in Vietnamese' })
  readonly task: string;

  @ApiProperty()
  readonly taskEn: string;

  @ApiProperty({
    ...TEXT_OR_NULL,
    format: 'uuid',
    description: 'The blocker that the office is given; null: it is about the project, and of who holds it',
  })
  readonly taskBlockerId: string | null;

  @AmountProperty('Spent by the last day of the plan year; null: the pace is not known')
  readonly spent: string | null;

  @AmountProperty('Moved to other projects')
  readonly moved: string | null;

  @AmountProperty('Neither')
  readonly unspent: string | null;

  @ApiProperty({ type: [ReceiverView] })
  readonly receivers: readonly ReceiverView[];
}

/** What a rule says of the project. */
export class FoldedAlertView {
  @EnumProperty(ALERT_RULES, 'The rule')
  readonly rule: AlertRuleId;

  @ApiProperty()
  readonly text: string;

  @ApiProperty()
  readonly textEn: string;
}

/** By when a project must be free to go on, if all that is left is to be spent at its pace. */
export class LatestDayView {
  @EnumProperty(LATEST_DAY_STATES, 'Whether there is such a day, and if not, why')
  readonly state: LatestDayState;

  @ApiProperty({
    ...DATE_OR_NULL,
    description: 'The last day of the plan year less `weeks`; null where it has passed',
  })
  readonly on: string | null;

  @ApiProperty({
    ...COUNT,
    nullable: true,
    description:
      'Weeks that the rest takes at the pace of the last four, rounded up; null where no pace is known',
  })
  readonly weeks: number | null;
}

/** A project of which a leader has to decide something: one item, whatever rules say of it. */
export class LeaderDecisionView {
  @EnumProperty(ALERT_RULES, 'Of the rules that ask for a decision the one that presses most')
  readonly rule: AlertRuleId;

  @ApiProperty({
    type: [FoldedAlertView],
    description: 'All that rules say of the project, most pressing first',
  })
  readonly alerts: readonly FoldedAlertView[];

  @ApiProperty({ format: 'uuid' })
  readonly projectId: string;

  @ApiProperty()
  readonly projectName: string;

  @ApiProperty({
    ...TEXT_OR_NULL,
    format: 'uuid',
    description: 'Of its open blockers the one that presses most; null: it has none',
  })
  readonly blockerId: string | null;

  @AmountProperty(
    'The money that it is ranked by: the larger of `held` and `unspent`, else what an alert names',
  )
  readonly amount: string | null;

  @EnumProperty(MONEY_BASES, 'Where `amount` is from')
  readonly moneyIs: MoneyBasis;

  @AmountProperty('What its open blockers hold, once')
  readonly held: string | null;

  @AmountProperty('What its pace leaves unspent on the last day of the plan year')
  readonly unspent: string | null;

  @EnumProperty(URGENCIES, 'How urgent')
  readonly urgency: Urgency;

  @ApiProperty({ ...COUNT, description: 'What `amount` is multiplied by, by `urgency`' })
  readonly factor: number;

  @AmountProperty('`amount` × `factor`: the order of the list')
  readonly weight: string | null;

  @ApiProperty({
    description:
      'What stands in the way, whose turn it is and since when, how much, and by when it must be free, in Vietnamese',
  })
  readonly sentence: string;

  @ApiProperty({ description: 'The same in English' })
  readonly sentenceEn: string;

  @ApiProperty({
    format: 'date',
    description: "The blocker's first day, else the week that opened its first alert",
  })
  readonly since: string;

  @ApiProperty({ type: LatestDayView })
  readonly latest: LatestDayView;

  @ApiProperty({ type: [DecisionOptionView], description: 'What can be done about it' })
  readonly options: readonly DecisionOptionView[];

  @AmountProperty('What will not be spent and no project of the same source can take')
  readonly unplaced: string | null;

  @EnumProperty(BLOCKER_CAUSES, 'Why')
  readonly cause: BlockerCause;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Why, in the words of who reported it' })
  readonly reason: string | null;

  @ApiProperty({
    ...TEXT_OR_NULL,
    description: 'Why it is open again although somebody had taken note of it',
  })
  readonly reopened: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'The same in English' })
  readonly reopenedEn: string | null;

  @ApiProperty({ description: 'What is to be decided, in Vietnamese', example: 'tiếp tục hay dừng.' })
  readonly ask: string;

  @ApiProperty({ description: 'The same in English' })
  readonly askEn: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Whose turn it is' })
  readonly unit: string | null;

  @ApiProperty({ ...COUNT, nullable: true, description: 'On the cut-off: positive overdue, else days left' })
  readonly daysOverdue: number | null;

  @ApiProperty(DATE_OR_NULL)
  readonly due: string | null;

  @AmountProperty('Disbursed of the project')
  readonly disbursed: string | null;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Percent, two decimals, half up', example: '52.18' })
  readonly rate: string | null;

  @ApiProperty({ ...COUNT, description: 'Days until the last day on which the plan may be spent' })
  readonly daysLeft: number;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'Date of its newest figure, where that is older than the reporting week; else null',
  })
  readonly staleFrom: string | null;
}

/** How many decisions are shown first, and what those and the others are about. */
export class DecisionsShownView {
  @ApiProperty({ ...COUNT, description: 'Seven at most' })
  readonly shown: number;

  @AmountProperty('What these are about')
  readonly amount: string | null;

  @ApiProperty({ ...COUNT, description: 'How many follow' })
  readonly further: number;

  @AmountProperty('What those are about')
  readonly furtherAmount: string | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'What money is multiplied by, by urgency',
    example: { overdue: 3, 'due-soon': 2, other: 1 },
  })
  readonly factors: Readonly<Record<Urgency, number>>;
}

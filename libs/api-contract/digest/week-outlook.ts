import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty } from '../amounts';
import { COUNT, DATE_OR_NULL, TEXT_OR_NULL } from '../answer-fields';

const RATE = { ...TEXT_OR_NULL, description: 'Percent of the plan of the year', example: '85.91' } as const;

/** Where the planned projects lead together, each at the pace of its last four weeks from its newest figure on, by frozen weeks alone. */
export class WeekForecastView {
  @ApiProperty({ format: 'date', description: 'The last day of the plan year', example: '2024-01-31' })
  readonly deadline: string;

  @AmountProperty('What will have been disbursed then; null: `silent` or `withoutPace` say why')
  readonly disbursed: string | null;

  @ApiProperty(RATE)
  readonly rate: string | null;

  @AmountProperty('The plan less `disbursed`, not below zero')
  readonly unspent: string | null;

  @ApiProperty({ ...RATE, description: "The year's target in percent; null without one", example: '95.00' })
  readonly target: string | null;

  @AmountProperty('What the target is ahead of `disbursed`; negative: it is passed')
  readonly missing: string | null;

  @ApiProperty({
    ...RATE,
    description: '`rate` if projects with an open blocker stand still',
    example: '59.82',
  })
  readonly rateIfBlockedStandStill: string | null;

  @ApiProperty({ description: 'What the decisions propose to move, whole đồng', example: '38846000000' })
  readonly proposed: string;

  @ApiProperty({ ...RATE, description: '`rate` if all of it is moved and spent there', example: '94.99' })
  readonly rateIfMoved: string | null;

  @ApiProperty({ ...COUNT, description: 'Projects that will not have spent their plan' })
  readonly short: number;

  @ApiProperty({ ...COUNT, description: 'Projects of which nothing is forecast: they stay where they are' })
  readonly withoutPace: number;

  @ApiProperty({ ...COUNT, description: 'Projects whose newest figure is too old to forecast by' })
  readonly silent: number;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Of the oldest of these figures' })
  readonly silentSince: string | null;
}

/** A blocker past its day about which nothing has been reported since. */
export class UnansweredBlockerView {
  @ApiProperty({ format: 'uuid' })
  readonly blockerId: string;

  @ApiProperty()
  readonly project: string;

  @ApiProperty({ ...TEXT_OR_NULL, description: 'Null: no unit is named' })
  readonly unit: string | null;

  @ApiProperty({ format: 'date' })
  readonly due: string;
}

/** Of whom nothing is known, besides offices that sent no return. None of it is zero. */
export class WeekSilenceView {
  @ApiProperty({ ...COUNT, description: 'Planned projects' })
  readonly projects: number;

  @ApiProperty({ ...COUNT, description: 'Those of which nothing was ever reported' })
  readonly withoutFigures: number;

  @AmountProperty('Their plan')
  readonly withoutFiguresPlanned: string | null;

  @ApiProperty({ ...COUNT, description: 'Those whose figures are older than the reporting week' })
  readonly stale: number;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Of the oldest of these' })
  readonly staleSince: string | null;

  @ApiProperty({
    ...COUNT,
    nullable: true,
    description: 'Those of which the owner says what will have been disbursed by the last day',
  })
  readonly estimated: number | null;

  @ApiProperty({ type: [UnansweredBlockerView] })
  readonly unanswered: readonly UnansweredBlockerView[];
}

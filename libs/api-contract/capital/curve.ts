import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty, PaceView, ReckoningView, UNKNOWN_REASONS } from '../amounts';
import { COUNT } from '../answer-fields';

const RATE = { type: 'string', nullable: true, example: '52.18' } as const;

/** What had been disbursed by a day. */
export class CurvePointView {
  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @AmountProperty('Disbursed by then')
  readonly disbursed: string | null;

  @AmountProperty('Of one source: what may be of it besides, but nobody splits; else null')
  readonly notSplit: string | null;
}

/** What will have been disbursed by a day. */
export class ForecastPointView {
  @ApiProperty({ format: 'date' })
  readonly asOf: string;

  @AmountProperty(
    'If each project keeps its pace from its newest report on, up to its plan; null where `pace` says why',
  )
  readonly keepingPace: string | null;

  @AmountProperty('The same, but each project with an open blocker at three quarters of its pace')
  readonly blockedAtThreeQuarters: string | null;

  @AmountProperty('At half of it')
  readonly blockedAtHalf: string | null;

  @AmountProperty('At a quarter of it')
  readonly blockedAtQuarter: string | null;

  @AmountProperty('If the projects with an open blocker stand still')
  readonly blockedStandStill: string | null;
}

/** Where the course leads by the year's last day. */
export class YearEndView {
  @ApiProperty({ description: 'Disbursed by then, whole đồng' })
  readonly disbursed: string;

  @ApiProperty({ ...RATE, description: 'The same of `planned`' })
  readonly rate: string | null;

  @ApiProperty({ description: 'To the target of the year, whole đồng; negative when it is exceeded' })
  readonly missing: string;
}

export class YearEndsView {
  @ApiProperty({ type: YearEndView, nullable: true, description: 'If each project keeps its pace' })
  readonly keepingPace: YearEndView | null;

  @ApiProperty({ type: YearEndView, nullable: true, description: 'If blocked projects stand still' })
  readonly blockedStandStill: YearEndView | null;
}

export class PreviousYearView {
  @ApiProperty(COUNT)
  readonly planYear: number;

  @AmountProperty('Its plan at its end')
  readonly planned: string | null;

  @ApiProperty({ description: 'Typed month by month, since the system holds no figures of it' })
  readonly entered: boolean;

  @ApiProperty({ type: [CurvePointView] })
  readonly points: readonly CurvePointView[];
}

/** How much of the plan is to be disbursed by a day. */
export class MilestoneView {
  @ApiProperty({ format: 'date', example: '2023-06-30' })
  readonly on: string;

  @ApiProperty({ type: 'number', description: 'Percent of the plan', example: 45 })
  readonly percent: number;
}

/** The newest figures of a week. */
export class ActualOfWeekView {
  @ApiProperty({ format: 'date', description: 'Their date' })
  readonly asOf: string;

  @ApiProperty({ description: 'Disbursed by then, whole đồng' })
  readonly disbursed: string;

  @ApiProperty({ ...RATE, description: 'The same of `planned`; null of one source where some is not split' })
  readonly rate: string | null;
}

/** What is known of the year before by a day. */
export class PreviousOfWeekView {
  @ApiProperty({ format: 'date', description: 'Date of the newest figures by the same day of that year' })
  readonly asOf: string;

  @ApiProperty({
    description: 'Disbursed by then in percent of the plan at the end of that year',
    example: '39.40',
  })
  readonly rate: string;
}

/** All that is known of a week, in percent of the plan with two decimals: what a reader of the drawing reads off at it. */
export class CurveWeekView {
  @ApiProperty({
    format: 'date',
    description: 'Its last day: every seventh day before and after `asOf`, and the last day of the plan year',
  })
  readonly on: string;

  @ApiProperty({
    type: ActualOfWeekView,
    nullable: true,
    description: 'Null where no figure began to hold in the week, and after `asOf`',
  })
  readonly actual: ActualOfWeekView | null;

  @ApiProperty({
    ...RATE,
    description: 'Due by then, on the line through the milestones; null without targets',
  })
  readonly expected: string | null;

  @ApiProperty({ type: PreviousOfWeekView, nullable: true })
  readonly previousYear: PreviousOfWeekView | null;

  @ApiProperty({
    ...RATE,
    description:
      'On the straight way from the figures of `asOf` to the target; null until `asOf`, when the target is reached, and where `neededPerWeek` is null',
  })
  readonly needed: string | null;

  @ApiProperty({
    type: [String],
    nullable: true,
    description:
      'What `forecast` comes to, blocked projects at 0, 25, 50, 75 and 100 % of their pace; null until `asOf`, and where `pace` says why',
    example: ['53.33', '53.70', '54.06', '54.43', '54.79'],
  })
  readonly forecast: readonly string[] | null;
}

/** What open blockers hold of what is left, on the days that the course reckons on. */
export class CurveHeldView {
  @ApiProperty({ type: 'integer', description: 'Projects with an open blocker' })
  readonly projects: number;

  @AmountProperty('Capital held')
  readonly capitalHeld: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'Percent of what is left', example: '68.03' })
  readonly share: string | null;
}

/** The plan year of thirteen months: what was disbursed, what it takes to reach the target, where it leads. */
export class CurveView {
  @ApiProperty({ type: 'integer', example: 2023 })
  readonly planYear: number;

  @ApiProperty({
    type: 'string',
    format: 'date',
    nullable: true,
    description: 'The day asked for, else that of the newest figure; null without any',
  })
  readonly asOf: string | null;

  @ApiProperty({ type: ReckoningView })
  readonly reckoning: ReckoningView;

  @AmountProperty('Capital plan in force on that day')
  readonly planned: string | null;

  @ApiProperty({ ...RATE, description: 'Disbursed by that day of `planned`' })
  readonly rate: string | null;

  @AmountProperty('Capital plan as first assigned')
  readonly plannedInitially: string | null;

  @ApiProperty({ ...RATE, description: 'Disbursed by that day of `plannedInitially`' })
  readonly rateOfInitial: string | null;

  @ApiProperty({ format: 'date', example: '2024-01-31' })
  readonly lastDay: string;

  @ApiProperty({
    type: [MilestoneView],
    description:
      'Targets of the quarters and, last, of the year, as the rule `below-quarter-target` has them',
  })
  readonly milestones: readonly MilestoneView[];

  @ApiProperty({
    type: 'string',
    nullable: true,
    description:
      'Percent of the plan due by `asOf`: on the line through the milestones, two decimals half up; null without targets or figures, and after the last day',
    example: '42.53',
  })
  readonly expected: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description:
      '`rate` less `expected`, in percentage points: positive is ahead; null where either is, and where the figures are stale',
    example: '9.65',
  })
  readonly lead: string | null;

  @AmountProperty(
    "Needed each week from that day to reach the year's target; zero when it is reached, null where its figures are more than 28 days old",
  )
  readonly neededPerWeek: string | null;

  @AmountProperty('`pace.perWeek`')
  readonly meanPerWeek: string | null;

  @ApiProperty({ type: PaceView, description: 'What the forecasts rest on, or why there are none' })
  readonly pace: PaceView;

  @ApiProperty({ type: [String], description: 'All days with figures until today, oldest first' })
  readonly days: readonly string[];

  @ApiProperty({
    type: [CurvePointView],
    description: 'Until `asOf`, one for each day on which a figure changed',
  })
  readonly points: readonly CurvePointView[];

  @ApiProperty({ type: [ForecastPointView], description: 'Weekly from `asOf` to the last day' })
  readonly forecast: readonly ForecastPointView[];

  @ApiProperty({
    type: [CurveWeekView],
    description: 'The weeks of the plan year, oldest first; none without figures',
  })
  readonly weeks: readonly CurveWeekView[];

  @ApiProperty({ type: YearEndsView, description: 'The last points of `forecast` beside the target' })
  readonly atEnd: YearEndsView;

  @ApiProperty({ type: 'integer', description: 'Projects with an open blocker' })
  readonly blockedProjects: number;

  @ApiProperty({ type: CurveHeldView })
  readonly held: CurveHeldView;

  @ApiProperty({ type: PreviousYearView, nullable: true, description: 'Null when nothing is known of it' })
  readonly previousYear: PreviousYearView | null;

  @ApiProperty({
    type: 'string',
    enum: UNKNOWN_REASONS,
    nullable: true,
    description:
      'Why it is null: `not-reported`, neither figures nor an entry tell of it; `not-applicable`, what was entered is the reported course over the year’s own plan, and another basis or denominator was asked for',
  })
  readonly previousYearReason: (typeof UNKNOWN_REASONS)[number] | null;
}

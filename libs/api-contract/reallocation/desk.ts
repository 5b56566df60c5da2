import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty } from '../amounts';
import { COUNT, DATE_OR_NULL, SourceView, TEXT_OR_NULL } from '../answer-fields';
import { BLOCKER_CAUSES, type BlockerCause } from '../land-clearance/words';

const RATE = {
  ...TEXT_OR_NULL,
  description: 'Percent, two decimals; null: not known',
  example: '52.18',
} as const;

/** How money stands, and where its pace leads by the plan year's last day. */
export class MoneyStandingView {
  @AmountProperty('This year’s plan')
  readonly planned: string | null;

  @AmountProperty('Disbursed of it')
  readonly disbursed: string | null;

  @ApiProperty(RATE)
  readonly rate: string | null;

  @AmountProperty('What will have been disbursed by the last day, as the pace leads')
  readonly forecast: string | null;

  @ApiProperty({ ...RATE, description: 'Forecast of planned: percent, two decimals' })
  readonly endRate: string | null;

  @AmountProperty('Planned less forecast')
  readonly unspent: string | null;
}

/** What of a source could be moved. */
export class ReallocationSourceView extends SourceView {
  @ApiProperty({ ...COUNT, description: 'Projects that could give' })
  readonly givers: number;

  @ApiProperty({ description: 'What they could give together, whole đồng' })
  readonly givable: string;

  @ApiProperty({ ...COUNT, description: 'Projects that could take' })
  readonly receivers: number;

  @ApiProperty({ description: 'What they could take together, whole đồng' })
  readonly takable: string;
}

/** What the desk stands on: a frozen week, and what could be moved of each source. */
export class ReallocationDeskView {
  @ApiProperty({ format: 'date', description: 'Cut-off date of the week' })
  readonly week: string;

  @ApiProperty(COUNT)
  readonly revision: number;

  @ApiProperty({ format: 'date-time', description: 'What had been approved by then counts' })
  readonly frozenAt: string;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Date of the newest figures' })
  readonly asOf: string | null;

  @ApiProperty(COUNT)
  readonly planYear: number;

  @ApiProperty({ format: 'date', description: 'The last day on which the plan may be spent' })
  readonly lastDay: string;

  @ApiProperty({ type: [ReallocationSourceView], description: 'The one of which most could be given first' })
  readonly sources: readonly ReallocationSourceView[];

  @ApiProperty({ type: MoneyStandingView, description: 'All projects in sight together' })
  readonly whole: MoneyStandingView;

  @ApiProperty({ ...COUNT, description: 'How many these are' })
  readonly projects: number;

  @ApiProperty({ description: 'Whether the caller may keep proposals' })
  readonly mayPropose: boolean;
}

export class ReallocationBlockersView {
  @ApiProperty(COUNT)
  readonly count: number;

  @AmountProperty('What they hold together')
  readonly held: string | null;

  @ApiProperty({ type: 'string', isArray: true, enum: [...BLOCKER_CAUSES] })
  readonly causes: readonly BlockerCause[];

  @ApiProperty({ ...DATE_OR_NULL, description: 'The day that comes first' })
  readonly due: string | null;
}

/** How much a project could take, and by what that is limited. */
export class ReceivingLimitView {
  @ApiProperty({ description: 'What its pace would spend beyond its plan by the last day, whole đồng' })
  readonly byPace: string;

  @AmountProperty(
    'What its total investment leaves; an upper bound unless `investmentKnown`; null: no total investment is known',
  )
  readonly byInvestment: string | null;

  @ApiProperty({ description: 'Its total investment and what was paid of it before the year are known' })
  readonly investmentKnown: boolean;
}

/** A project, as the desk names it. */
export class ReallocationProjectView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly code: string | null;

  @ApiProperty()
  readonly name: string;

  @ApiProperty(TEXT_OR_NULL)
  readonly owner: string | null;
}

/** A project that has capital of the source, with all that speaks for giving or taking it. */
export class ReallocationCandidateView extends ReallocationProjectView {
  @ApiProperty({
    description: 'What it could give, or take, of the source; "0": it is no candidate. Whole đồng',
  })
  readonly amount: string;

  @ApiProperty({ description: 'Its plan of the source, whole đồng' })
  readonly plannedOfSource: string;

  @ApiProperty({
    description: 'The most that can be taken away: what surely remains of the source. Whole đồng',
  })
  readonly most: string;

  @ApiProperty({ type: MoneyStandingView })
  readonly standing: MoneyStandingView;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Date of its newest figures' })
  readonly asOf: string | null;

  @ApiProperty({ description: 'They are older than the reporting week' })
  readonly stale: boolean;

  @AmountProperty('Mean week of the last four')
  readonly perWeek: string | null;

  @AmountProperty('What its owner says will have been disbursed by the last day')
  readonly estimate: string | null;

  @AmountProperty('What it could do without: left by the forecast, or held by blockers, whichever is more')
  readonly spare: string | null;

  @ApiProperty({ type: ReallocationBlockersView })
  readonly blockers: ReallocationBlockersView;

  @AmountProperty('Total investment')
  readonly totalInvestment: string | null;

  @AmountProperty('Paid before the plan year')
  readonly paidBefore: string | null;

  @ApiProperty({ type: ReceivingLimitView })
  readonly limit: ReceivingLimitView;
}

import { ApiProperty } from '@nestjs/swagger';
import { AmountProperty } from './amounts';

const DATE = { type: 'string', format: 'date', nullable: true } as const;

/** The days that an answer reckons on (contract, section 2). The same label never has two values for the same reckoning. */
export class ReckoningView {
  @ApiProperty({ ...DATE, description: 'Amounts, milestones and pace are as of this day' })
  readonly asOf: string | null;

  @ApiProperty({ ...DATE, description: 'Date of the newest figure by then' })
  readonly figuresOn: string | null;

  @ApiProperty({ format: 'date', description: 'Days overdue and days left are counted to this day' })
  readonly businessDay: string;

  @ApiProperty({ ...DATE, description: 'Cut-off of the frozen week; null where the answer is live' })
  readonly week: string | null;

  @ApiProperty({ format: 'date', description: 'Day of the next letter: due by then is due soon' })
  readonly nextLetterOn: string;

  @ApiProperty({ description: 'The figures are older than the reporting week that closed last' })
  readonly stale: boolean;
}

/** A change with its two dates. */
export class MovementView {
  @AmountProperty(
    'Standing at `to` less standing at `from`; null without a newer figure: silence is not zero',
  )
  readonly value: string | null;

  @ApiProperty({ ...DATE, description: 'Date of the figures in force seven days before `to`' })
  readonly from: string | null;

  @ApiProperty(DATE)
  readonly to: string | null;

  @ApiProperty({ type: 'integer', nullable: true, description: '`to` less `from` in days', example: 7 })
  readonly days: number | null;

  @ApiProperty({
    type: 'string',
    enum: ['not-reported', 'not-split'],
    nullable: true,
    description: 'Why it is null',
  })
  readonly reason: 'not-reported' | 'not-split' | null;

  @ApiProperty({ ...DATE, description: 'Where it is null: since when nothing newer was reported' })
  readonly since: string | null;
}

const PROJECTS = { type: 'integer' } as const;

/** How old the figures of a sum are, project by project: one newer figure does not make the others new. */
export class FigureAgesView {
  @ApiProperty({ ...PROJECTS, description: 'Projects of the sum that have a figure' })
  readonly reported: number;

  @ApiProperty({ ...DATE, description: "Oldest of the projects' newest figures" })
  readonly oldest: string | null;

  @ApiProperty({ ...DATE, description: 'Newest of them' })
  readonly newest: string | null;

  @ApiProperty({
    ...PROJECTS,
    description: 'Projects whose newest figure is older than the reporting week that closed last',
  })
  readonly stale: number;

  @ApiProperty({ format: 'date', description: 'First day of that week: figures dated before it are stale' })
  readonly staleBefore: string;
}

/**
 * How fast money goes: what two reports say, over the weeks between them. A week in which nobody reported is no week with zero. Of a
 * sum: its projects' paces together, each from its own reports.
 */
export class PaceView {
  @AmountProperty('Disbursed each week; null where it is not known')
  readonly perWeek: string | null;

  @ApiProperty({
    ...DATE,
    description: 'Date of the figures in force 28 days before `to`; of a sum the earliest',
  })
  readonly from: string | null;

  @ApiProperty({
    ...DATE,
    description:
      'Date of the newest report, which forecasts are as of; of a sum the earliest that it rests on',
  })
  readonly to: string | null;

  @ApiProperty({
    type: 'string',
    enum: ['not-reported', 'too-old', 'not-split'],
    nullable: true,
    description:
      'Why it is null: no two reports 28 days apart; the newest, of a sum that of a project with something left, is more than 28 days old; some disbursements are not split by source',
  })
  readonly reason: 'not-reported' | 'too-old' | 'not-split' | null;

  @ApiProperty({
    ...DATE,
    description: 'Where it is null: date of the newest report; `too-old`: of the oldest of these',
  })
  readonly since: string | null;

  @ApiProperty({ ...PROJECTS, description: 'Projects that it is the pace of' })
  readonly projects: number;

  @ApiProperty({
    ...PROJECTS,
    description:
      'Projects of which nothing is forecast; a forecast of the sum counts what they have reported',
  })
  readonly withoutPace: number;

  @ApiProperty({
    ...PROJECTS,
    description: 'Of these, those silent for more than 28 days: then the sum has no forecast',
  })
  readonly silent: number;
}

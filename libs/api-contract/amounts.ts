import { ApiProperty } from '@nestjs/swagger';
import { COUNT, DATE_OR_NULL } from './answer-fields';

/** Whole đồng as a decimal string; null when it isn't known. */
export function AmountProperty(description: string): PropertyDecorator {
  return ApiProperty({ type: 'string', nullable: true, description, example: '223422000000' });
}

export const UNKNOWN_REASONS = ['not-reported', 'not-applicable', 'no-plan', 'not-split'] as const;

/** How disbursements of one source are known to be of it, and what may be of it besides. */
export class SourceSplitView {
  @ApiProperty({
    description:
      'The disbursed amount is only a part: so much is known to be of the source, and `notSplit` may be of it besides',
  })
  readonly partial: boolean;

  @AmountProperty('Where it is a part: disbursed with what is not split, the most that the source can have')
  readonly atMost: string | null;

  @AmountProperty(
    'Of the disbursed amount: not split by its return, of projects whose plan has this one source',
  )
  readonly derived: string | null;

  @AmountProperty('Of the disbursed amount: not split by its return, but the Treasury splits the same sum')
  readonly treasury: string | null;

  @AmountProperty(
    'Disbursed by projects that have capital of this source, split by nobody, and so not in the disbursed amount; of `unspecified` itself it is in it',
  )
  readonly notSplit: string | null;

  @ApiProperty({ type: 'integer', description: 'Projects that this is of' })
  readonly notSplitProjects: number;
}

/** Planned and disbursed amounts with their rate. */
export class AmountsView {
  @AmountProperty('Capital plan in force')
  readonly planned: string | null;

  @AmountProperty('Completed work plus advances not yet recovered')
  readonly disbursed: string | null;

  @AmountProperty('Payments for completed work')
  readonly completed: string | null;

  @AmountProperty('Advances not yet recovered')
  readonly advance: string | null;

  @AmountProperty('Planned less disbursed; negative when over the plan')
  readonly remaining: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Percent, two decimals, half up',
    example: '52.18',
  })
  readonly rate: string | null;

  @ApiProperty({
    type: 'string',
    enum: UNKNOWN_REASONS,
    nullable: true,
    description:
      'Why the rate is null; `not-split`: some disbursements may be of the source that is asked for, and nobody splits them',
  })
  readonly reason: (typeof UNKNOWN_REASONS)[number] | null;

  @ApiProperty({
    type: SourceSplitView,
    nullable: true,
    description: 'Null unless the amounts are those of one source',
  })
  readonly split: SourceSplitView | null;
}

/** The days that an answer reckons on (contract, section 2). The same label never has two values for the same reckoning. */
export class ReckoningView {
  @ApiProperty({ ...DATE_OR_NULL, description: 'Amounts, milestones and pace are as of this day' })
  readonly asOf: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Date of the newest figure by then' })
  readonly figuresOn: string | null;

  @ApiProperty({ format: 'date', description: 'Days overdue and days left are counted to this day' })
  readonly businessDay: string;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Cut-off of the frozen week; null where the answer is live' })
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

  @ApiProperty({ ...DATE_OR_NULL, description: 'Date of the figures in force seven days before `to`' })
  readonly from: string | null;

  @ApiProperty(DATE_OR_NULL)
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

  @ApiProperty({ ...DATE_OR_NULL, description: 'Where it is null: since when nothing newer was reported' })
  readonly since: string | null;
}

/** How old the figures of a sum are, project by project: one newer figure does not make the others new. */
export class FigureAgesView {
  @ApiProperty({ ...COUNT, description: 'Projects of the sum that have a figure' })
  readonly reported: number;

  @ApiProperty({ ...DATE_OR_NULL, description: "Oldest of the projects' newest figures" })
  readonly oldest: string | null;

  @ApiProperty({ ...DATE_OR_NULL, description: 'Newest of them' })
  readonly newest: string | null;

  @ApiProperty({
    ...COUNT,
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
    ...DATE_OR_NULL,
    description: 'Date of the figures in force 28 days before `to`; of a sum the earliest',
  })
  readonly from: string | null;

  @ApiProperty({
    ...DATE_OR_NULL,
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
    ...DATE_OR_NULL,
    description: 'Where it is null: date of the newest report; `too-old`: of the oldest of these',
  })
  readonly since: string | null;

  @ApiProperty({ ...COUNT, description: 'Projects that it is the pace of' })
  readonly projects: number;

  @ApiProperty({
    ...COUNT,
    description:
      'Projects of which nothing is forecast; a forecast of the sum counts what they have reported',
  })
  readonly withoutPace: number;

  @ApiProperty({
    ...COUNT,
    description: 'Of these, those silent for more than 28 days: then the sum has no forecast',
  })
  readonly silent: number;
}

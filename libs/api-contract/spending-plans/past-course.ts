import { ApiProperty } from '@nestjs/swagger';
import { DongField, DongListField, TextField } from '../fields';
import { PLAN_MONTHS, SpendingPlanQuery } from './spending-plan';

/** What was disbursed by the end of a month. */
export class PastMonthView {
  @ApiProperty({ format: 'date', description: 'The last day of a month; the thirteenth is January’s' })
  readonly asOf: string;

  @ApiProperty({ description: 'Whole đồng, cumulative', example: '1500000000' })
  readonly disbursed: string;

  @ApiProperty({ type: 'string', nullable: true, description: 'Percent of `planned`', example: '93.40' })
  readonly rate: string | null;
}

/** How an office disbursed in a plan year that is over. */
export class PastCourseView {
  @ApiProperty({ type: 'integer', example: 2022 })
  readonly planYear: number;

  @ApiProperty({ description: 'The year’s plan at its end, whole đồng' })
  readonly planned: string;

  @ApiProperty({ type: [PastMonthView] })
  readonly points: readonly PastMonthView[];

  @ApiProperty({ type: 'string', nullable: true })
  readonly document: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly actorId: string;

  @ApiProperty({ format: 'date-time', description: 'When it took the place of the one before' })
  readonly at: string;
}

export class PastCourseQuery extends SpendingPlanQuery {}

export class SetPastCourseRequest extends SpendingPlanQuery {
  @DongField({
    description: 'The year’s plan at its end, with all below the organisation, whole đồng',
    positive: true,
  })
  planned: string;

  @DongListField({
    description: 'Whole đồng disbursed by the end of each of the 13 months, cumulative; it may have fallen',
    length: PLAN_MONTHS,
  })
  cumulative: string[];

  @TextField({ description: 'The report that it is from', max: 500, optional: true })
  document?: string;
}

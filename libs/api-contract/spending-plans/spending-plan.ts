import { ApiProperty } from '@nestjs/swagger';
import { DongListField, TextField, WholeNumberField } from '../fields';

/** A plan year has 13 months: January to January. */
export const PLAN_MONTHS = 13;

const PLAN_YEAR = { description: 'Plan year', min: 2000, max: 2100 } as const;

/** What is to be disbursed by the end of a month. */
export class PlannedMonthView {
  @ApiProperty({ example: '2024-01', description: 'The thirteenth is January of the next year' })
  readonly month: string;

  @ApiProperty({ description: 'Whole đồng, cumulative', example: '1500000000' })
  readonly cumulative: string;
}

/** An owner's own plan of disbursing this year's capital, month by month. */
export class SpendingPlanView {
  @ApiProperty({ type: 'integer', example: 2023 })
  readonly planYear: number;

  @ApiProperty({ type: [PlannedMonthView] })
  readonly months: readonly PlannedMonthView[];

  @ApiProperty({ type: 'string', nullable: true })
  readonly document: string | null;

  @ApiProperty({ format: 'uuid' })
  readonly actorId: string;

  @ApiProperty({ format: 'date-time', description: 'When it took the place of the one before' })
  readonly at: string;
}

export class SetSpendingPlanRequest {
  @WholeNumberField(PLAN_YEAR)
  planYear: number;

  @DongListField({
    description: 'Whole đồng to be disbursed by the end of each of the 13 months, cumulative, never falling',
    length: PLAN_MONTHS,
  })
  cumulative: string[];

  @TextField({ description: 'Number and date of the document', max: 500, optional: true })
  document?: string;
}

export class SpendingPlanQuery {
  @WholeNumberField(PLAN_YEAR)
  planYear: number;
}

import { ApiProperty } from '@nestjs/swagger';
import { ChoiceField, DateField, FlagField, ObjectsField, TextField } from '../fields';

/** A day that differs from its weekday. */
export class HolidayView {
  @ApiProperty({ format: 'date' })
  readonly day: string;

  @ApiProperty({ description: 'Worked in exchange (làm bù); else off' })
  readonly working: boolean;

  @ApiProperty({ description: 'A day of Tết Nguyên đán' })
  readonly tet: boolean;

  @ApiProperty({ example: 'Tết Nguyên đán' })
  readonly label: string;
}

/** The days off of a year, as far as they are confirmed. */
export class HolidayYearView {
  @ApiProperty({ type: 'integer', example: 2026 })
  readonly year: number;

  @ApiProperty({
    type: 'string',
    format: 'date-time',
    nullable: true,
    description: 'Null: nobody has confirmed it',
  })
  readonly confirmedAt: string | null;

  @ApiProperty({ type: [HolidayView] })
  readonly days: readonly HolidayView[];
}

export class HolidayRequest {
  @DateField({ description: 'The day, in that year' })
  day: string;

  @FlagField({ description: 'Worked in exchange (làm bù); else off' })
  working: boolean;

  @FlagField({ description: 'A day of Tết Nguyên đán', optional: true })
  tet?: boolean;

  @TextField({ description: 'What it is', max: 200 })
  label: string;
}

export class ConfirmHolidaysRequest {
  @ObjectsField({
    of: HolidayRequest,
    max: 100,
    description: 'All days of the year that differ from their weekday; they replace those before',
  })
  days: HolidayRequest[];

  @TextField({ description: 'Why, and by which document; for the audit trail', max: 1000, optional: true })
  reason?: string;
}

/** What the law leaves to a decision of each year, or to the lunar calendar. */
export const HOLIDAYS_TO_DECIDE = ['tetFrom', 'hungKings', 'besideNationalDay'] as const;
export type HolidayToDecide = (typeof HOLIDAYS_TO_DECIDE)[number];

const BESIDE = ['before', 'after'] as const;

export class HolidayProposalQuery {
  @DateField({
    description: 'The first of the five days off of Tết Nguyên đán, as decided for the year',
    optional: true,
    example: '2023-01-20',
  })
  tetFrom?: string;

  @DateField({
    description: 'Giỗ Tổ Hùng Vương, the tenth of the third lunar month',
    optional: true,
    example: '2023-04-29',
  })
  hungKings?: string;

  @ChoiceField({
    description: 'Whether the day before or after 2/9 is off as well',
    of: BESIDE,
    optional: true,
  })
  besideNationalDay?: (typeof BESIDE)[number];
}

/** Days off as article 112 of the Labour Code names them: for a person to confirm. */
export class HolidayProposalView {
  @ApiProperty({ type: 'integer', example: 2026 })
  readonly year: number;

  @ApiProperty({ type: [HolidayView], description: 'Days of rest that move to a working day included' })
  readonly days: readonly HolidayView[];

  @ApiProperty({
    type: 'string',
    enum: [...HOLIDAYS_TO_DECIDE],
    isArray: true,
    description: 'What was not said and is therefore not among the days',
  })
  readonly undecided: readonly HolidayToDecide[];
}

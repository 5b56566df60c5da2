import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, ValidateNested } from 'class-validator';
import { DateField, FlagField, TextField } from '../fields';

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
  @ApiProperty({
    type: [HolidayRequest],
    description: 'All days of the year that differ from their weekday; they replace those before',
  })
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => HolidayRequest)
  days: HolidayRequest[];
}

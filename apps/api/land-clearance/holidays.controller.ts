import { Body, Controller, Get, Param, ParseIntPipe, Put } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ConfirmHolidaysRequest, HolidayYearView } from '@thongvon/contracts';
import { plainDate } from '@thongvon/kernel';
import { Holidays } from '@thongvon/land-clearance';
import { ROLES, type Actor } from '@thongvon/organizations';
import { Allow } from '../http/allow';
import { CurrentActor } from '../http/current-actor';
import { problems } from '../http/messages';

/** The calendar that working days are counted by. */
@ApiTags('land-clearance')
@Controller('holidays')
export class HolidaysController {
  constructor(private readonly holidays: Holidays) {}

  /** Show the days of a year that differ from their weekday, and whether they are confirmed. */
  @Get(':year')
  @Allow(...ROLES)
  @ApiOkResponse({ type: HolidayYearView })
  find(@Param('year', year()) of: number): Promise<HolidayYearView> {
    return this.holidays.of(of);
  }

  /** Confirm the days off of a year, and the weekend days worked in exchange. They replace those before. */
  @Put(':year')
  @Allow('administrator')
  @ApiOkResponse({ type: HolidayYearView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('year', year()) of: number,
    @Body() { days }: ConfirmHolidaysRequest,
  ): Promise<HolidayYearView> {
    await this.holidays.confirm(
      actor,
      of,
      days.map(({ day, working, tet, label }) => ({
        day: plainDate(day),
        working,
        tet: tet ?? false,
        label,
      })),
    );
    return this.holidays.of(of);
  }
}

/** A path that names no year names nothing. */
function year(): ParseIntPipe {
  return new ParseIntPipe({ exceptionFactory: problems.idUnknown });
}

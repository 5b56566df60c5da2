import { Body, Controller, Get, Param, Put, Query, type PipeTransform } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  ConfirmHolidaysRequest,
  HolidayProposalQuery,
  HolidayProposalView,
  HolidayYearView,
  ROLES,
} from '@thongvon/api-contract';
import { formatInstant, plainDate, type PlainDate } from '@thongvon/kernel';
import { type Actor } from '@thongvon/organizations';
import { Allow, TopOfficeOnly, CurrentActor, problems, JsonLimit, LONG_JSON } from '@thongvon/platform/http';
import { type CalendarYear, Holidays, ProposeHolidays } from '../application/holidays';

/** The calendar that working days are counted by. */
@ApiTags('land-clearance')
@Controller('holidays')
export class HolidaysController {
  constructor(
    private readonly holidays: Holidays,
    private readonly proposal: ProposeHolidays,
  ) {}

  /** Show the days of a year that differ from their weekday, and whether they are confirmed. */
  @Get(':year')
  @Allow(...ROLES)
  @ApiOkResponse({ type: HolidayYearView })
  async find(@Param('year', year()) of: number): Promise<HolidayYearView> {
    return toYearView(await this.holidays.of(of));
  }

  /** Propose the days off that the Labour Code names, for a person to complete and confirm. Changes nothing. */
  @Get(':year/proposal')
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: HolidayProposalView })
  propose(
    @Param('year', year()) of: number,
    @Query() { tetFrom, hungKings, besideNationalDay }: HolidayProposalQuery,
  ): HolidayProposalView {
    return this.proposal.run(of, {
      tetFrom: dayOrNull(tetFrom),
      hungKings: dayOrNull(hungKings),
      besideNationalDay: besideNationalDay ?? null,
    });
  }

  /** Confirm the days off of a year, and the weekend days worked in exchange. They replace those before. */
  @Put(':year')
  @JsonLimit(LONG_JSON)
  @Allow('administrator')
  @TopOfficeOnly()
  @ApiOkResponse({ type: HolidayYearView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('year', year()) of: number,
    @Body() { days, reason }: ConfirmHolidaysRequest,
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
      reason ?? null,
    );
    return toYearView(await this.holidays.of(of));
  }
}

function toYearView({ confirmedAt, ...year }: CalendarYear): HolidayYearView {
  return { ...year, confirmedAt: confirmedAt === null ? null : formatInstant(confirmedAt) };
}

/** A path that names no year of this time names nothing. */
function year(): PipeTransform<string, number> {
  return {
    transform: (text) => {
      if (!/^20\d\d$/.test(text)) throw problems.idUnknown();
      return Number(text);
    },
  };
}

function dayOrNull(day: string | undefined): PlainDate | null {
  return day === undefined ? null : plainDate(day);
}

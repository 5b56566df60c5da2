import { Injectable } from '@nestjs/common';
import type { HolidayProposalView, HolidayToDecide } from '@thongvon/api-contract';
import { publicHolidays, type YearlyDecisions } from '../domain/law/public-holidays';
import { assertOfYear } from './holiday-checks';

/** What an administrator may confirm as the holidays of a year. */
@Injectable()
export class ProposeHolidays {
  /** The days that the law names, as far as `decisions` let them be known. Throws HOLIDAY-OTHER-YEAR. */
  run(year: number, decisions: YearlyDecisions): HolidayProposalView {
    const { tetFrom, hungKings, besideNationalDay } = decisions;
    const given = [tetFrom, hungKings].flatMap((day) => (day === null ? [] : [{ day }]));
    assertOfYear(year, given);
    const undecided: HolidayToDecide[] = [];
    if (tetFrom === null) undecided.push('tetFrom');
    if (hungKings === null) undecided.push('hungKings');
    if (besideNationalDay === null) undecided.push('besideNationalDay');
    return { year, days: publicHolidays(year, decisions), undecided };
  }
}

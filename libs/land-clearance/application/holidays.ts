import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { groupBy, type PlainDate, yearOf } from '@thongvon/kernel';
import type { Actor } from '@thongvon/organizations';
import { Audit, Problem, SystemClock } from '@thongvon/platform';
import { type NamedDay, publicHolidays, type YearlyDecisions } from '../domain/law/work-calendar';
import { confirmedAt, daysOf, lockYears, replaceYear } from '../persistence/law-clock-rows';

/** The days of a year that differ from their weekday. */
export interface CalendarYear {
  readonly year: number;
  /** Null: nobody has confirmed them. */
  readonly confirmedAt: Date | null;
  readonly days: readonly NamedDay[];
}

/** The holiday calendar that working days are counted by; an administrator confirms it each year. */
@Injectable()
export class Holidays {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Empty days where nobody has confirmed the year. */
  async of(year: number): Promise<CalendarYear> {
    const { manager } = this.dataSource;
    const confirmed = await confirmedAt(manager, year);
    const days = await daysOf(manager, year);
    return { year, confirmedAt: confirmed ?? null, days };
  }

  /**
   * Puts these days in the place of those before; what came, what went and why is in the audit trail. Throws
   * HOLIDAY-OTHER-YEAR and HOLIDAY-REPEATED.
   */
  async confirm(
    actor: Actor,
    year: number,
    days: readonly NamedDay[],
    reason: string | null = null,
  ): Promise<void> {
    assertOfYear(year, days);
    assertOnce(days);
    await this.dataSource.transaction(async (manager) => {
      // One at a time, so that the trail tells what each has changed.
      await lockYears(manager);
      const before = await daysOf(manager, year);
      await replaceYear(manager, year, days, { at: this.clock.now(), by: actor.userId });
      await this.audit.record(manager, actor.userId, 'holidays.confirm', `holiday-year:${year}`, {
        days: days.length,
        added: without(days, before),
        removed: without(before, days),
        reason,
      });
    });
  }
}

/** Those of `days` that `others` don't have in the same way, as the trail tells them. */
function without(days: readonly NamedDay[], others: readonly NamedDay[]): string[] {
  const known = new Set(others.map(toText));
  return days.map(toText).filter((text) => !known.has(text));
}

function toText({ day, label, working, tet }: NamedDay): string {
  const kind = working ? 'làm bù' : tet ? 'nghỉ Tết' : 'nghỉ';
  return `${day} ${label} (${kind})`;
}

interface Dated {
  readonly day: PlainDate;
}

/** Throws HOLIDAY-OTHER-YEAR. */
function assertOfYear(year: number, days: readonly Dated[]): void {
  const stranger = days.find(({ day }) => yearOf(day) !== year);
  if (stranger)
    throw new Problem(
      422,
      'HOLIDAY-OTHER-YEAR',
      'Có ngày không thuộc năm này.',
      'A day is not of this year.',
      { day: stranger.day },
    );
}

/** Throws HOLIDAY-REPEATED. */
function assertOnce(days: readonly Dated[]): void {
  const twice = [...groupBy(days, ({ day }) => day)].find(([, same]) => same.length > 1);
  if (twice)
    throw new Problem(422, 'HOLIDAY-REPEATED', 'Có ngày được nêu hai lần.', 'A day is given twice.', {
      day: twice[0],
    });
}

/** Days off as the law names them, and which of its decisions are not known, so that their days are not among them. */
export interface HolidayProposal {
  readonly year: number;
  readonly days: readonly NamedDay[];
  readonly undecided: readonly (keyof YearlyDecisions)[];
}

/** What an administrator may confirm as the holidays of a year. */
@Injectable()
export class ProposeHolidays {
  /** The days that the law names, as far as `decisions` let them be known. Throws HOLIDAY-OTHER-YEAR. */
  run(year: number, decisions: YearlyDecisions): HolidayProposal {
    const { tetFrom, hungKings, besideNationalDay } = decisions;
    const given = [tetFrom, hungKings].flatMap((day) => (day === null ? [] : [{ day }]));
    assertOfYear(year, given);
    const undecided: (keyof YearlyDecisions)[] = [];
    if (tetFrom === null) undecided.push('tetFrom');
    if (hungKings === null) undecided.push('hungKings');
    if (besideNationalDay === null) undecided.push('besideNationalDay');
    return { year, days: publicHolidays(year, decisions), undecided };
  }
}

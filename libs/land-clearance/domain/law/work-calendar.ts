import {
  addDays,
  dayOfWeek,
  formatPlainDate,
  groupBy,
  type PlainDate,
  plainDate,
  yearOf,
} from '@thongvon/kernel';

/** A day that differs from its weekday: a holiday, or a Saturday or Sunday worked in exchange (làm bù). */
export interface SpecialDay {
  readonly day: PlainDate;
  readonly working: boolean;
  /** One of the days of Tết Nguyên đán. */
  readonly tet: boolean;
}

/** Days off and at work, as far as staff have confirmed them year by year. */
export class WorkCalendar {
  private readonly special: ReadonlyMap<PlainDate, SpecialDay>;

  constructor(
    days: readonly SpecialDay[],
    private readonly confirmedYears: ReadonlySet<number>,
  ) {
    this.special = new Map(days.map((day) => [day.day, day]));
  }

  isOff(day: PlainDate): boolean {
    const special = this.special.get(day);
    return special ? !special.working : dayOfWeek(day) >= 6;
  }

  /** Whether the holidays of every year between the two days have been confirmed. */
  confirmed(from: PlainDate, to: PlainDate): boolean {
    for (let year = yearOf(from); year <= yearOf(to); year += 1)
      if (!this.confirmedYears.has(year)) return false;
    return true;
  }

  /** So many working days after `day`, which itself is not counted. */
  addWorkingDays(day: PlainDate, days: number): PlainDate {
    let date = day;
    for (let left = days; left > 0;) {
      date = addDays(date, 1);
      if (!this.isOff(date)) left -= 1;
    }
    return date;
  }

  /** `day`, or the next working day after it when it is one off. */
  workingDayFrom(day: PlainDate): PlainDate {
    return this.firstFrom(day, (date) => !this.isOff(date));
  }

  /** Whether the day lies within `days` days before or after a day of Tết, or is one. */
  nearTet(day: PlainDate, days: number): boolean {
    for (let offset = -days; offset <= days; offset += 1) {
      if (this.special.get(addDays(day, offset))?.tet) return true;
    }
    return false;
  }

  /** The first day from `day` on for which `holds`. */
  firstFrom(day: PlainDate, holds: (date: PlainDate) => boolean): PlainDate {
    let date = day;
    while (!holds(date)) date = addDays(date, 1);
    return date;
  }
}

/** A day that differs from its weekday, with what it is called. */
export interface NamedDay extends SpecialDay {
  readonly label: string;
}

/**
 * What the law leaves to a decision of each year, or to the lunar calendar. Null: not known yet. The system doesn't
 * reckon lunar days: the calendars at hand are the Chinese one, which has had Tết on another day (2007).
 */
export interface YearlyDecisions {
  /** The first of the five days off of Tết Nguyên đán, as the Prime Minister has decided. */
  readonly tetFrom: PlainDate | null;
  /** The tenth of the third lunar month. */
  readonly hungKings: PlainDate | null;
  /** Which day next to 2/9 is off as well. */
  readonly besideNationalDay: 'before' | 'after' | null;
}

const TET_DAYS = 5;
/** Labour Code 45/2019/QH14, in force from 1/1/2021: a second day for National Day. */
const SECOND_NATIONAL_DAY_FROM = 2021;

/**
 * The year's days off as article 112 of the Labour Code 45/2019/QH14 names them, as far as they are known, in order. A
 * holiday on a Saturday or Sunday moves that day of rest to the next working day (article 111, paragraph 3).
 */
export function publicHolidays(year: number, decisions: YearlyDecisions): NamedDay[] {
  const named = merged(namedDays(year, decisions));
  const days = new Map(named.map((holiday) => [holiday.day, holiday]));
  for (const { day, label } of named) {
    if (!isWeekend(day)) continue;
    let instead = addDays(day, 1);
    while (isWeekend(instead) || days.has(instead)) instead = addDays(instead, 1);
    days.set(instead, off(instead, `Nghỉ bù ${label} (${formatPlainDate(day)})`));
  }
  return [...days.values()].toSorted((a, b) => a.day.localeCompare(b.day));
}

function namedDays(year: number, { tetFrom, hungKings, besideNationalDay }: YearlyDecisions): NamedDay[] {
  const on = (monthAndDay: string) => plainDate(`${year}-${monthAndDay}`);
  const second =
    year >= SECOND_NATIONAL_DAY_FROM && besideNationalDay !== null
      ? [off(addDays(on('09-02'), besideNationalDay === 'before' ? -1 : 1), 'Quốc khánh')]
      : [];
  const tet =
    tetFrom === null
      ? []
      : Array.from({ length: TET_DAYS }, (_, index) => off(addDays(tetFrom, index), 'Tết Nguyên đán', true));
  return [
    off(on('01-01'), 'Tết Dương lịch'),
    ...tet,
    ...(hungKings === null ? [] : [off(hungKings, 'Giỗ Tổ Hùng Vương')]),
    off(on('04-30'), 'Ngày Chiến thắng'),
    off(on('05-01'), 'Quốc tế Lao động'),
    off(on('09-02'), 'Quốc khánh'),
    ...second,
  ].toSorted((a, b) => a.day.localeCompare(b.day));
}

/** Two holidays that fall on one day are one day off. */
function merged(holidays: readonly NamedDay[]): NamedDay[] {
  return [...groupBy(holidays, ({ day }) => day).values()].flatMap((same) => {
    const [first] = same;
    return first ? [{ ...first, label: same.map(({ label }) => label).join(', ') }] : [];
  });
}

function off(day: PlainDate, label: string, tet = false): NamedDay {
  return { day, working: false, tet, label };
}

function isWeekend(day: PlainDate): boolean {
  return dayOfWeek(day) >= 6;
}

import { addDays, dayOfWeek, yearOf, type PlainDate } from '@thongvon/kernel';

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

import { plainDate, type PlainDate } from './plain-date';

/** Where time comes from. Injected everywhere; nothing else in the system calls `new Date()` without an argument. */
export interface Clock {
  /** The instant that dates, weeks, cut-offs, rules and the mail schedule go by. `NOW` can start it elsewhere. */
  now(): Date;
  /** The instant that sessions, cookies, tokens, audit and queue delays go by. */
  realNow(): Date;
}

/** A clock that shows `start` when it is made (or real time if undefined) and ticks on from there. */
export class TickingClock implements Clock {
  private readonly offset: number;

  constructor(
    start?: Date,
    private readonly real: () => number = () => Date.now(),
  ) {
    this.offset = start ? start.getTime() - this.real() : 0;
  }

  now(): Date {
    return new Date(this.real() + this.offset);
  }

  realNow(): Date {
    return new Date(this.real());
  }
}

/** Asia/Ho_Chi_Minh has been UTC+7 without daylight saving since 1975, so plain arithmetic is exact and needs no zone data. */
export const BUSINESS_ZONE = 'Asia/Ho_Chi_Minh';
const OFFSET = 7 * 3_600_000;

/** The calendar date in Vietnam at that instant. */
export function businessDate(instant: Date): PlainDate {
  return plainDate(new Date(instant.getTime() + OFFSET).toISOString().slice(0, 10));
}

/** The instant at which Vietnamese clocks show `time` (HH:MM) on `date`. */
export function instantAt(date: PlainDate, time: string): Date {
  return new Date(`${date}T${time}:00+07:00`);
}

/** ISO 8601 with Vietnam's offset: 2023-06-23T08:00:00.000+07:00. */
export function formatInstant(instant: Date): string {
  return new Date(instant.getTime() + OFFSET).toISOString().replace('Z', '+07:00');
}

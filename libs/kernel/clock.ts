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

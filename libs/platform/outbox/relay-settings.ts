import { Injectable } from '@nestjs/common';

/** How often the relay looks by itself, and when it hands over again. Milliseconds. */
@Injectable()
export class RelaySettings {
  /** Work is announced by NOTIFY; this finds what an announcement that got lost was about. */
  readonly lookEvery: number = 500;
  /** Not done this long after it was handed over: hand it over again. The queue's own attempts are over well before. */
  readonly againAfter: number = 120_000;
}

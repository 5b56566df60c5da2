import { Injectable } from '@nestjs/common';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How patient the delivery of mails is. Milliseconds of the real clock. */
@Injectable()
export class MailSettings {
  /** First pause after a mail server was out of reach or said "later"; each further one is twice as long. */
  readonly firstPause: number = 15 * SECOND;
  readonly longestPause: number = 10 * MINUTE;
  /** An attempt that takes longer is ended. */
  readonly attemptLimit: number = 5 * MINUTE;
  /** An attempt of which nothing has come for so long has died with its process. More than `attemptLimit`. */
  readonly lostAfter: number = 6 * MINUTE;
  /** From the start of an attempt with an unknown outcome to the one attempt that follows. More than `lostAfter`. */
  readonly againAfterUnknown: number = 30 * MINUTE;
  /** Pause before a known outcome that could not be written down is written again. */
  readonly recordAgain: number = SECOND;

  /** The pause after the nth attempt (from 1), if the mail server is to be tried again. */
  pauseAfter(nth: number): number {
    return Math.min(this.firstPause * 2 ** (nth - 1), this.longestPause);
  }
}

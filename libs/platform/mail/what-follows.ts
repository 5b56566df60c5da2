import { Injectable } from '@nestjs/common';
import type { MailOutcome, MailState } from '@thongvon/api-contract';

interface Attempt {
  readonly nth: number;
  readonly startedAt: Date;
  /** Unknown outcomes of earlier attempts. */
  readonly unknownOutcomes: number;
}

interface Following {
  readonly state: MailState;
  /** When to try again; null for never. */
  readonly dueAt: Date | null;
}

/**
 * What an attempt's outcome means for its mail. A mail that was unknown once stays "unknown" to the administrator until
 * it is known to be taken or refused; it is tried again once for that.
 */
export function whatFollows(
  outcome: MailOutcome,
  { nth, startedAt, unknownOutcomes }: Attempt,
  now: Date,
  settings: MailSettings,
): Following {
  switch (outcome) {
    case 'accepted':
      return { state: 'sent', dueAt: null };
    case 'refused':
      return { state: 'failed', dueAt: null };
    case 'deferred':
      return {
        state: unknownOutcomes > 0 ? 'unknown' : 'waiting',
        dueAt: new Date(now.getTime() + settings.pauseAfter(nth)),
      };
    case 'unknown':
      return {
        state: 'unknown',
        dueAt: unknownOutcomes > 0 ? null : new Date(startedAt.getTime() + settings.againAfterUnknown),
      };
  }
}

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

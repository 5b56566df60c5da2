import type { MailOutcome, MailState } from '@thongvon/api-contract';
import type { MailSettings } from './mail-settings';

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

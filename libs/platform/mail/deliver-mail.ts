import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { MailOutcome, MailState } from '@thongvon/api-contract';
import { reachPoint } from '../faults/crash-points';
import { Outbox } from '../outbox/outbox';
import { HandlesJob, type JobHandler } from '../queue/jobs';
import { SystemClock } from '../time/system-clock';
import { type Delivery, type Letter, MAIL_TRANSPORT, type MailTransport } from './mail-transport';

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

const JOB = 'deliver-mail';
const LOST: Delivery = { outcome: 'unknown', answer: 'the process that sent it has died' };

/**
 * Makes one attempt to deliver a mail, if it is due. "Sending" is committed before a byte goes out and the outcome after,
 * so that whoever finds a mail being sent by nobody knows that its outcome is unknown (docs/adr/0045). Its job never gives
 * a mail up: the mail itself says when it is tried next.
 */
@Injectable()
@HandlesJob('deliver-mail')
export class DeliverMail implements JobHandler {
  private readonly logger = new Logger(DeliverMail.name);
  private readonly stopping = new AbortController();

  constructor(
    private readonly dataSource: DataSource,
    @Inject(MAIL_TRANSPORT) private readonly transport: MailTransport,
    private readonly settings: MailSettings,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
  ) {}

  /** Leaves for later what isn't on its way yet: a mail server that doesn't answer must not hold up our end. */
  endEarly(): void {
    this.stopping.abort();
  }

  async handle(id: string): Promise<void> {
    // The relay of another process will hand it over again.
    if (this.stopping.signal.aborted) return;
    const letter = await this.dataSource.transaction((manager) =>
      claimMail(manager, id, this.clock.realNow(), this.transport.repeatable),
    );
    if (!letter) {
      await this.dataSource.transaction((manager) => this.leave(manager, id));
      return;
    }
    await reachPoint('mail-sending');
    const { attemptLimit: limit } = this.settings;
    const delivery = await this.transport.deliver(letter, { limit, stopping: this.stopping.signal });
    await reachPoint('mail-delivered');
    await this.record(letter, delivery);
    // The answer may name the recipient; it is for the administrator's eyes, not for logs.
    if (delivery.outcome !== 'accepted') this.logger.warn(`mail ${id}: ${delivery.outcome}`);
  }

  /** It isn't due: somebody else is at it, it is for later, or it is done. */
  private async leave(manager: EntityManager, id: string): Promise<void> {
    const mail = await lockMail(manager, id);
    if (mail?.state === 'sending' && mail.startedAt !== null) {
      const lostAt = later(mail.startedAt, this.settings.lostAfter);
      if (this.clock.realNow() < lostAt) return this.outbox.postpone(manager, JOB, id, lostAt);
      return this.end(manager, { ...mail, id, startedAt: mail.startedAt }, LOST);
    }
    if (mail?.dueAt) return this.outbox.postpone(manager, JOB, id, mail.dueAt);
    return this.outbox.done(manager, JOB, id);
  }

  /**
   * Writes the outcome down, however often that fails, as long as nobody would try again because it is missing: else a
   * database that is away for a moment would turn a known acceptance into an unknown outcome.
   */
  private async record(letter: ClaimedLetter, delivery: Delivery): Promise<void> {
    const tooLate = later(letter.startedAt, this.settings.againAfterUnknown);
    for (;;) {
      try {
        await this.dataSource.transaction((manager) => this.end(manager, letter, delivery));
        return;
      } catch (error) {
        if (this.clock.realNow() > tooLate) throw error;
        await wait(this.settings.recordAgain);
      }
    }
  }

  private async end(
    manager: EntityManager,
    attempt: { id: string; nth: number; unknownOutcomes: number; startedAt: Date },
    delivery: Delivery,
  ): Promise<void> {
    const { id, nth } = attempt;
    const at = this.clock.realNow();
    const { state, dueAt } = whatFollows(delivery.outcome, attempt, at, this.settings);
    if (!(await endAttempt(manager, { id, nth, delivery, state, dueAt, at }))) return;
    if (dueAt === null) await this.outbox.done(manager, JOB, id);
    else await this.outbox.postpone(manager, JOB, id, dueAt);
  }
}

const later = (instant: Date, milliseconds: number): Date => new Date(instant.getTime() + milliseconds);

/** A letter that one process has taken to deliver, as its `nth` attempt. */
interface ClaimedLetter extends Letter {
  readonly id: string;
  readonly nth: number;
  readonly startedAt: Date;
  /** Of earlier attempts. */
  readonly unknownOutcomes: number;
}

interface MailProgress {
  readonly state: MailState;
  readonly dueAt: Date | null;
  readonly nth: number;
  readonly unknownOutcomes: number;
  /** When the last attempt began. */
  readonly startedAt: Date | null;
}

/**
 * Takes the mail for one more attempt, if it is due at `now`: only one process can. With `evenIfSending` also one that
 * another process is at.
 */
async function claimMail(
  manager: EntityManager,
  id: string,
  now: Date,
  evenIfSending: boolean,
): Promise<ClaimedLetter | undefined> {
  const [[letter]] = await manager.query<[Omit<ClaimedLetter, 'startedAt'>[], number]>(
    `UPDATE platform.mail SET state = 'sending', attempts = attempts + 1, due_at = NULL
     WHERE id = $1 AND (due_at <= $2 OR ($3 AND state = 'sending'))
     RETURNING id, key, sender, recipient, message, created_at AS "createdAt", attempts AS nth,
       unknown_outcomes AS "unknownOutcomes"`,
    [id, now, evenIfSending],
  );
  if (!letter) return undefined;
  const { nth } = letter;
  await manager.query(`INSERT INTO platform.mail_attempt (mail_id, nth, started_at) VALUES ($1, $2, $3)`, [
    id,
    nth,
    now,
  ]);
  return { ...letter, startedAt: now };
}

/** How far the mail is; locked for the transaction. */
export async function lockMail(manager: EntityManager, id: string): Promise<MailProgress | undefined> {
  const [row] = await manager.query<MailProgress[]>(
    `SELECT m.state, m.due_at AS "dueAt", m.attempts AS nth, m.unknown_outcomes AS "unknownOutcomes",
       a.started_at AS "startedAt"
     FROM platform.mail m LEFT JOIN platform.mail_attempt a ON a.mail_id = m.id AND a.nth = m.attempts WHERE m.id = $1 FOR UPDATE OF m`,
    [id],
  );
  return row;
}

interface Ending {
  readonly id: string;
  readonly nth: number;
  readonly delivery: Delivery;
  readonly state: MailState;
  readonly dueAt: Date | null;
  readonly at: Date;
}

/**
 * Writes down how the nth attempt ended and what follows for the mail. False when a later attempt has begun: then
 * that one decides what follows.
 */
async function endAttempt(manager: EntityManager, ending: Ending): Promise<boolean> {
  const { id, nth, delivery, state, dueAt, at } = ending;
  const { outcome, answer } = delivery;
  await manager.query(
    `UPDATE platform.mail_attempt SET ended_at = $3, outcome = $4, answer = $5 WHERE mail_id = $1 AND nth = $2`,
    [id, nth, at, outcome, answer],
  );
  const [, count] = await manager.query<[unknown, number]>(
    `UPDATE platform.mail SET state = $3, due_at = $4, sent_at = $5, last_answer = $6,
       unknown_outcomes = (SELECT count(*) FROM platform.mail_attempt WHERE mail_id = $1 AND outcome = 'unknown')
     WHERE id = $1 AND attempts = $2`,
    [id, nth, state, dueAt, outcome === 'accepted' ? at : null, answer],
  );
  return count > 0;
}

import { setTimeout as wait } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { reachPoint } from '../faults/crash-points';
import { Outbox } from '../outbox/outbox';
import { SystemClock } from '../time/system-clock';
import { claimMail, endAttempt, lockMail, type ClaimedLetter } from './mail-rows';
import { MailSettings, whatFollows } from './what-follows';
import { MAIL_TRANSPORT, type Delivery, type MailTransport } from './mail-transport';

const JOB = 'deliver-mail';
const LOST: Delivery = { outcome: 'unknown', answer: 'the process that sent it has died' };

/**
 * Makes one attempt to deliver a mail, if it is due. "Sending" is committed before a byte goes out and the outcome after,
 * so that whoever finds a mail being sent by nobody knows that its outcome is unknown (docs/adr/0045).
 */
@Injectable()
export class DeliverMail {
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

  async deliver(id: string): Promise<void> {
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

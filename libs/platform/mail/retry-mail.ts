import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Audit } from '../audit/audit';
import { Outbox } from '../outbox/outbox';
import { SystemClock } from '../time/system-clock';
import { lockMail } from './mail-rows';
import { mailAlreadySent, mailBeingSent, mailUnknown } from './messages';

/** An administrator has a mail tried again now: after mending an address or the mail server, or having asked the recipient. */
@Injectable()
export class RetryMail {
  constructor(
    private readonly dataSource: DataSource,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
    private readonly audit: Audit,
  ) {}

  /** Throws NOT-FOUND, MAIL-SENT or MAIL-BEING-SENT. */
  async retry(actorId: string, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const mail = await lockMail(manager, id);
      if (!mail) throw mailUnknown();
      if (mail.state === 'sent') throw mailAlreadySent();
      if (mail.state === 'sending') throw mailBeingSent();
      await manager.query(
        `UPDATE platform.mail SET due_at = $2, state = CASE state WHEN 'failed' THEN 'waiting' ELSE state END WHERE id = $1`,
        [id, this.clock.realNow()],
      );
      await this.outbox.done(manager, 'deliver-mail', id);
      await this.outbox.ask(manager, 'deliver-mail', id);
      await this.audit.record(manager, actorId, 'mail.retry', `mail:${id}`);
    });
  }
}

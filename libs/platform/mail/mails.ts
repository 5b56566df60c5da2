import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { matchKey } from '@thongvon/kernel';
import { Environment } from '../config/environment';
import { Outbox } from '../outbox/outbox';
import { SystemClock } from '../time/system-clock';
import { composeMail, type NewMail } from './compose';

/** Where a transaction leaves the mails that it must cause: they are sent exactly if it commits, each once. */
@Injectable()
export class Mails {
  constructor(
    private readonly environment: Environment,
    private readonly outbox: Outbox,
    private readonly clock: SystemClock,
  ) {}

  /**
   * Composes a mail and has it delivered once the transaction of `manager` commits. A mail under the same key, whatever
   * it says, is left as it is. Returns the id of the one mail of that key, and whether it is this one.
   */
  async add(manager: EntityManager, mail: NewMail): Promise<{ id: string; added: boolean }> {
    const before = await idOf(manager, mail.key);
    if (before !== undefined) return { id: before, added: false };
    const id = randomUUID();
    const now = this.clock.realNow();
    const composed = await composeMail(mail, id, this.environment.MAIL_FROM, now);
    const [added] = await manager.query<{ id: string }[]>(
      `INSERT INTO platform.mail (id, key, kind, sender, recipient, subject, search_key, message_id, message, created_at, due_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10) ON CONFLICT (key) DO NOTHING RETURNING id`,
      [
        id,
        mail.key,
        mail.kind,
        composed.sender,
        mail.to,
        mail.subject,
        matchKey(`${mail.subject} ${mail.to}`),
        composed.messageId,
        composed.message,
        now,
      ],
    );
    if (!added) return { id: (await idOf(manager, mail.key)) ?? id, added: false };
    await this.outbox.ask(manager, 'deliver-mail', id);
    return { id, added: true };
  }
}

async function idOf(manager: EntityManager, key: string): Promise<string | undefined> {
  const [row] = await manager.query<{ id: string }[]>(`SELECT id FROM platform.mail WHERE key = $1`, [key]);
  return row?.id;
}

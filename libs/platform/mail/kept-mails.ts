import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { MailState } from '@thongvon/api-contract';
import { Audit } from '../audit/audit';
import { Conditions, listPage, type ListPage, type WantedPage } from '../lists/list-page';
import { Outbox } from '../outbox/outbox';
import type { Mail, MailAttempt } from '../persistence/entities/mail';
import { Problem } from '../problems/problem';
import { SystemClock } from '../time/system-clock';
import { lockMail } from './deliver-mail';

const COLUMNS = `id, key, kind, recipient AS "to", subject, state, created_at AS "createdAt", due_at AS "dueAt",
  sent_at AS "sentAt", attempts, unknown_outcomes AS "unknownOutcomes", last_answer AS "lastAnswer",
  message_id AS "messageId"`;

/** A mail as administrators see it: all that is kept of it but its text and who signs it. */
export interface KeptMail extends Readonly<Omit<Mail, 'sender' | 'recipient' | 'searchKey' | 'message'>> {
  /** Its recipient. */
  readonly to: string;
}

/** A mail with every attempt to deliver it, the first one first. */
export interface KeptMailHistory extends KeptMail {
  readonly history: Readonly<Omit<MailAttempt, 'mailId'>>[];
}

interface MailFilter extends WantedPage {
  readonly state?: MailState;
  readonly kind?: string;
  /** Words of the subject or the recipient. */
  readonly q?: string;
}

/** Shows mails to administrators, and to nobody else: they name people. */
@Injectable()
export class ViewMails {
  constructor(private readonly dataSource: DataSource) {}

  /** Last written first. With `addresses` only mails to one of these. */
  list({ state, kind, q, ...page }: MailFilter, addresses?: readonly string[]): Promise<ListPage<KeptMail>> {
    const where = new Conditions().matching('search_key', q);
    if (addresses) where.and((list) => `recipient = ANY(${list}::text[])`, addresses);
    if (state !== undefined) where.and((value) => `state = ${value}`, state);
    if (kind !== undefined) where.and((value) => `kind = ${value}`, kind);
    const sort = [
      { sql: 'created_at', type: 'timestamptz' },
      { sql: 'id', type: 'uuid' },
    ] as const;
    const source = { columns: COLUMNS, from: 'platform.mail', where, sort, descending: true };
    return listPage<KeptMail>(this.dataSource.manager, source, page);
  }

  /** Throws NOT-FOUND, with `addresses` also for a mail to none of these. */
  async find(id: string, addresses?: readonly string[]): Promise<KeptMailHistory> {
    const [mail] = await this.dataSource.query<KeptMail[]>(
      `SELECT ${COLUMNS} FROM platform.mail WHERE id = $1`,
      [id],
    );
    if (!mail || addresses?.includes(mail.to) === false) throw mailUnknown();
    const history = await this.dataSource.query<KeptMailHistory['history']>(
      `SELECT nth, started_at AS "startedAt", ended_at AS "endedAt", outcome, answer
       FROM platform.mail_attempt WHERE mail_id = $1 ORDER BY nth`,
      [id],
    );
    return { ...mail, history };
  }
}

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

const mailUnknown = (): Problem =>
  new Problem(404, 'NOT-FOUND', 'Không tìm thấy thư này.', 'There is no such mail.');

const mailAlreadySent = (): Problem =>
  new Problem(
    409,
    'MAIL-SENT',
    'Máy chủ thư đã nhận thư này; hệ thống không gửi lần thứ hai.',
    'A mail server has taken this mail; it is not sent a second time.',
  );

const mailBeingSent = (): Problem =>
  new Problem(
    409,
    'MAIL-BEING-SENT',
    'Thư đang được gửi. Hãy xem lại kết quả sau vài phút.',
    'The mail is being sent. Look again in a few minutes.',
  );

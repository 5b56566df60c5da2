import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import addressparser from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailState } from '@thongvon/api-contract';
import { matchKey } from '@thongvon/kernel';
import { Audit } from '../audit/audit';
import { Environment } from '../config/environment';
import { Conditions, listPage, type ListPage, type WantedPage } from '../lists/list-page';
import { Outbox } from '../outbox/outbox';
import type { Mail, MailAttempt } from '../persistence/entities/mail';
import { Problem } from '../problems/problem';
import { SystemClock } from '../time/system-clock';
import { lockMail } from './deliver-mail';

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

/** What a mail says, twice. */
export interface MailWords {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

/** A mail to one person. */
export interface NewMail extends MailWords {
  /** What it is about, once and for all: a second mail under the same key isn't written. Ids, no addresses. */
  readonly key: string;
  /** Groups mails for the administrator: "return-sent-back", "weekly-digest". */
  readonly kind: string;
  /** One address, without a name. */
  readonly to: string;
  readonly attachments?: readonly MailAttachment[];
  /** Further headers, as `List-Unsubscribe`. */
  readonly headers?: Readonly<Record<string, string>>;
}

export interface MailAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly content: Buffer;
  /** The HTML shows it as `cid:…`. */
  readonly contentId?: string;
}

interface ComposedMail {
  readonly sender: string;
  readonly messageId: string;
  readonly message: Buffer;
}

/** One mailbox of printable ASCII: what every mail server takes, and nothing that would break out of a header. */
const MAILBOX = /^[\x21-\x7e]+@[\x21-\x7e]+$/;

/**
 * Writes the whole message (RFC 5322), the same bytes whenever it is sent. `id` makes its Message-ID, `from` is
 * MAIL_FROM. Throws when `to` is no address.
 */
export async function composeMail(mail: NewMail, id: string, from: string, at: Date): Promise<ComposedMail> {
  if (!MAILBOX.test(mail.to) || /[,;<>]/.test(mail.to)) throw new Error('a mail needs one plain address');
  const sender = addressparser(from, { flatten: true })[0]?.address ?? from;
  const messageId = `<${id}@${sender.slice(sender.lastIndexOf('@') + 1)}>`;
  const composer = new MailComposer({
    messageId,
    date: at,
    from,
    to: mail.to,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    headers: { 'Auto-Submitted': 'auto-generated', ...mail.headers },
    attachments: (mail.attachments ?? []).map(({ fileName, contentType, content, contentId }) => ({
      filename: fileName,
      contentType,
      content,
      ...(contentId === undefined ? {} : { cid: contentId }),
    })),
    // What a mail says comes from us as a whole, never from a path or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return { sender, messageId, message: await composer.compile().build() };
}

const COLUMNS = `id, key, kind, recipient AS "to", subject, state, created_at AS "createdAt", due_at AS "dueAt",
  sent_at AS "sentAt", attempts, unknown_outcomes AS "unknownOutcomes", last_answer AS "lastAnswer",
  message_id AS "messageId"`;

/** A mail as administrators see it: all that is kept of it but its text and who signs it. */
interface KeptMail extends Readonly<Omit<Mail, 'sender' | 'recipient' | 'searchKey' | 'message'>> {
  /** Its recipient. */
  readonly to: string;
}

/** A mail with every attempt to deliver it, the first one first. */
interface KeptMailHistory extends KeptMail {
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
  list(
    { state, kind, q, ...page }: MailFilter,
    addresses?: readonly string[],
    manager: EntityManager = this.dataSource.manager,
  ): Promise<ListPage<KeptMail>> {
    const where = new Conditions().matching('search_key', q);
    if (addresses) where.and((list) => `recipient = ANY(${list}::text[])`, addresses);
    if (state !== undefined) where.and((value) => `state = ${value}`, state);
    if (kind !== undefined) where.and((value) => `kind = ${value}`, kind);
    const sort = [
      { sql: 'created_at', type: 'timestamptz' },
      { sql: 'id', type: 'uuid' },
    ] as const;
    const source = { columns: COLUMNS, from: 'platform.mail', where, sort, descending: true };
    return listPage<KeptMail>(manager, source, page);
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

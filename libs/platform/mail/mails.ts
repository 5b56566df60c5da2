import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import addressparser from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';
import { matchKey } from '@thongvon/kernel';
import { Environment } from '../config/environment';
import { Outbox } from '../outbox/outbox';
import { SystemClock } from '../time/system-clock';

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

import addressparser from 'nodemailer/lib/addressparser';
import MailComposer from 'nodemailer/lib/mail-composer';

/** A mail to one person. */
export interface NewMail {
  /** What it is about, once and for all: a second mail under the same key isn't written. Ids, no addresses. */
  readonly key: string;
  /** Groups mails for the administrator: "return-sent-back", "weekly-digest". */
  readonly kind: string;
  /** One address, without a name. */
  readonly to: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
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

export interface ComposedMail {
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

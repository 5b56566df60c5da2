import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { MailOutcome } from '@thongvon/api-contract';
import type { Environment } from '../config/environment';

/** A composed message with its envelope. */
export interface Letter {
  readonly key: string;
  readonly sender: string;
  readonly recipient: string;
  readonly message: Buffer;
  readonly createdAt: Date;
}

/** What became of an attempt. */
export interface Delivery {
  readonly outcome: MailOutcome;
  /** The server's reply, or what kept us from getting one. May name the recipient: not for logs. */
  readonly answer: string;
}

export interface AttemptBounds {
  /** The attempt is ended after so many milliseconds. */
  readonly limit: number;
  /** Once it is given, an attempt that hasn't handed over anything yet is ended. */
  readonly stopping: AbortSignal;
}

/** Where letters go. */
export interface MailTransport {
  /** Delivering a letter again leaves one letter: nothing is lost or doubled by doing so. */
  readonly repeatable: boolean;
  /** Makes one attempt. Never throws: whatever goes wrong is an outcome. */
  deliver(letter: Letter, bounds: AttemptBounds): Promise<Delivery>;
}

/** By which Nest hands out the one transport of the process. */
export const MAIL_TRANSPORT = Symbol('mail transport');

/** The transport that the settings ask for: to SMTP_URL, or without it to DATA_DIR/outbox. */
export function mailTransport({ SMTP_URL, DATA_DIR }: Environment): MailTransport {
  return SMTP_URL === undefined
    ? new FolderTransport(path.join(DATA_DIR, 'outbox'))
    : new SmtpTransport(SMTP_URL);
}

/** An error of nodemailer's: with the server's reply, if it was one, and the command that it replied to. */
export interface SmtpFailure extends Error {
  readonly response?: string | undefined;
  readonly responseCode?: number | undefined;
  readonly command?: string | undefined;
}

/** Commands by which a server judges this letter. To the others (greeting, EHLO, STARTTLS, AUTH) it says how it is itself. */
const OF_THE_LETTER = /^(?:MAIL FROM|RCPT TO|DATA)$/;

/**
 * What an attempt that went wrong means (RFC 5321, 4.2.1). A server that answers 5xx to the letter refuses it for good;
 * 4xx, or no server at all, means later: its own troubles, as with our password, are mended by the administrator. Once
 * the message was asked for, only a reply tells whether it was taken.
 */
export function outcomeOfFailure(failure: SmtpFailure, messageAskedFor: boolean): Delivery {
  const { responseCode = 0, response, command = '', message } = failure;
  const answer = response ?? message;
  if (responseCode >= 500 && OF_THE_LETTER.test(command)) return { outcome: 'refused', answer };
  if (messageAskedFor && responseCode < 400) return { outcome: 'unknown', answer };
  return { outcome: 'deferred', answer };
}

/** Writes each letter to a folder as an `.eml` file that mail programs open: for those who have no mail server. */
class FolderTransport implements MailTransport {
  readonly repeatable = true;

  constructor(private readonly folder: string) {}

  async deliver(letter: Letter): Promise<Delivery> {
    const name = fileName(letter);
    try {
      await mkdir(this.folder, { recursive: true });
      await this.write(name, letter.message);
      return { outcome: 'accepted', answer: name };
    } catch (error) {
      return { outcome: 'deferred', answer: String(error) };
    }
  }

  /** Under its name there is the whole letter or nothing, whenever the machine goes down. */
  private async write(name: string, message: Buffer): Promise<void> {
    const unfinished = path.join(this.folder, `.${name}.${randomUUID()}`);
    try {
      const file = await open(unfinished, 'wx', 0o600);
      try {
        await file.writeFile(message);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(unfinished, path.join(this.folder, name));
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }
}

/** By time and key, so that a letter delivered twice is one file. Keys that look alike in a file's name differ in its hash. */
function fileName({ key, createdAt }: Letter): string {
  const time = createdAt.toISOString().replace(/\D/g, '').slice(0, 14);
  const readable = key.replace(/[^a-zA-Z0-9]+/g, '-').slice(0, 80);
  const hash = createHash('sha256').update(key).digest('hex').slice(0, 8);
  return `${time}-${readable}-${hash}.eml`;
}

/** Milliseconds. RFC 5321 (4.5.3.2) asks for up to ten minutes; an attempt as a whole has less. */
const PATIENCE = {
  connectionTimeout: 30_000,
  greetingTimeout: 30_000,
  dnsTimeout: 30_000,
  socketTimeout: 120_000,
};

/**
 * Hands letters to a mail server, each on a connection of its own. By nodemailer's connection rather than its mailer:
 * whether the server had asked for the message before things went wrong decides between "not sent" and "who knows".
 */
class SmtpTransport implements MailTransport {
  readonly repeatable = false;
  private readonly server: ReturnType<typeof parseConnectionUrl>;

  /** `url`: smtp://user:password@host:port, or smtps:// for TLS from the start. */
  constructor(url: string) {
    this.server = parseConnectionUrl(url);
  }

  deliver({ sender, recipient, message }: Letter, { limit, stopping }: AttemptBounds): Promise<Delivery> {
    return new Promise((resolve) => {
      const options: SMTPConnectionOptions = { ...PATIENCE, ...this.server };
      const connection = new SMTPConnection(options);
      let messageAskedFor = false;
      const end = (delivery: Delivery): void => {
        clearTimeout(timer);
        stopping.removeEventListener('abort', stop);
        resolve(delivery);
        // A server that has accepted is sent a goodbye; whether it hears that changes nothing.
        if (delivery.outcome === 'accepted') connection.quit();
        else connection.close();
      };
      const fail = (error: SmtpFailure): void => end(outcomeOfFailure(error, messageAskedFor));
      const timer = setTimeout(() => fail(new Error('the attempt took too long')), limit);
      const stop = (): void => {
        if (!messageAskedFor) fail(new Error('we were stopping'));
      };
      stopping.addEventListener('abort', stop);
      const send = (): void => {
        // nodemailer reads the stream once the server has answered DATA with "go ahead".
        const body = Readable.from(
          (function* () {
            messageAskedFor = true;
            yield message;
          })(),
        );
        connection.send({ from: sender, to: recipient }, body, (error, info) => {
          if (error) fail(error);
          else end({ outcome: 'accepted', answer: info.response });
        });
      };
      connection.on('error', fail);
      connection.connect((error) => {
        const { auth } = this.server;
        if (error) fail(error);
        else if (!auth) send();
        else
          connection.login(auth, (refused) => {
            if (refused) fail(refused);
            else send();
          });
      });
    });
  }
}

import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { Injectable, type Provider } from '@nestjs/common';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import type { Environment } from '../config/environment';
import { HandlesJob, type JobHandler } from '../queue/job-handlers';
import { DeliverMail } from './deliver-mail';
import { MailSettings } from './what-follows';
import { Mails } from './mails';
import { RetryMail, ViewMails } from './kept-mails';
import {
  type AttemptBounds,
  type Delivery,
  type Letter,
  MAIL_TRANSPORT,
  type MailTransport,
  outcomeOfFailure,
  type SmtpFailure,
} from './mail-transport';

/** What the platform's module needs for mails: to SMTP_URL, or without it to DATA_DIR/outbox. */
export function mailProviders({ SMTP_URL, DATA_DIR }: Environment): Provider[] {
  const useValue =
    SMTP_URL === undefined ? new FolderTransport(path.join(DATA_DIR, 'outbox')) : new SmtpTransport(SMTP_URL);
  return [
    { provide: MAIL_TRANSPORT, useValue },
    DeliverMail,
    DeliverMailJob,
    Mails,
    MailSettings,
    RetryMail,
    ViewMails,
  ];
}

/** Mails are never given up by their job: the mail itself says when it is tried next. */
@Injectable()
@HandlesJob('deliver-mail')
class DeliverMailJob implements JobHandler {
  constructor(private readonly delivering: DeliverMail) {}

  handle(mailId: string): Promise<void> {
    return this.delivering.deliver(mailId);
  }

  endEarly(): void {
    this.delivering.endEarly();
  }
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

import { Readable } from 'node:stream';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection';
import { outcomeOfFailure, type SmtpFailure } from './smtp-outcome';
import type { AttemptBounds, Delivery, Letter, MailTransport } from './mail-transport';

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
export class SmtpTransport implements MailTransport {
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

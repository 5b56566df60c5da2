import { once } from 'node:events';
import type { Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** What the server does with one attempt. Replies are those of RFC 5321. */
export type Reception =
  | 'accept'
  /** 550 to the recipient. */
  | 'refuse-recipient'
  /** 554 to the message. */
  | 'refuse-message'
  /** 451 to the recipient. */
  | 'later'
  /** Takes the whole message, and the connection ends before a word is said. */
  | 'vanish-after-data'
  /** As that one, but the message has been taken. */
  | 'accept-and-vanish'
  /** The connection ends when the message is asked for. */
  | 'vanish-before-data';

const REPLIES: Partial<Record<Reception, readonly [code: number, text: string]>> = {
  'refuse-recipient': [550, '5.1.1 no such mailbox'],
  later: [451, '4.3.0 come back later'],
};

/** A mail server on this machine, which does with each attempt what it was asked to, and then with all others `accept`. */
export class MailServer {
  /** Every message that it has taken, as bytes. */
  readonly taken: Buffer[] = [];
  /** How many messages were sent to it in full, taken or not. */
  offered = 0;
  /** How long it thinks about each message. Milliseconds. */
  pause = 0;
  port = 0;
  private readonly plan: Reception[] = [];
  private readonly sockets = new Set<Socket>();
  private server: SMTPServer | undefined;

  static async start(...plan: Reception[]): Promise<MailServer> {
    const server = new MailServer();
    server.plan.push(...plan);
    await server.up();
    return server;
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  next(...plan: Reception[]): void {
    this.plan.push(...plan);
  }

  /** Listens: the first time on any free port, then on that one again. */
  async up(): Promise<void> {
    const receptions = new WeakMap<SMTPServerSession, Reception>();
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo: (_, session, callback) => {
        const reception = this.plan.shift() ?? 'accept';
        receptions.set(session, reception);
        const reply = REPLIES[reception];
        if (reception === 'vanish-before-data') this.cut(session);
        else callback(reply ? smtpError(...reply) : undefined);
      },
      onData: (stream, session, callback) => {
        void (async () => {
          const message = await buffer(stream);
          this.offered += 1;
          await wait(this.pause);
          const reception = receptions.get(session) ?? 'accept';
          const taken = reception === 'accept' || reception === 'accept-and-vanish';
          if (taken) this.taken.push(message);
          if (reception === 'accept') callback();
          else if (reception === 'refuse-message') callback(smtpError(554, '5.6.0 not this'));
          else this.cut(session);
        })();
      },
    });
    server.on('error', () => undefined);
    const listener = server.listen(this.port, '127.0.0.1');
    listener.on('connection', (socket: Socket) => this.sockets.add(socket));
    await once(listener, 'listening');
    const address = listener.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    this.port = address.port;
    this.server = server;
  }

  /** Stops listening and ends every connection. */
  async down(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
    this.sockets.clear();
    await new Promise<void>((resolve) => server.close(resolve));
  }

  /** The messages that it has taken, as a mail program shows them. */
  read(): Promise<ParsedMail[]> {
    return Promise.all(this.taken.map((message) => simpleParser(message)));
  }

  /** Ends the session's connection without a word, as a broken line does. */
  private cut({ remotePort }: SMTPServerSession): void {
    for (const socket of this.sockets) if (socket.remotePort === remotePort) socket.destroy();
  }
}

function smtpError(responseCode: number, text: string): Error {
  return Object.assign(new Error(text), { responseCode });
}

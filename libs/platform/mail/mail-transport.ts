import type { MailOutcome } from '@thongvon/api-contract';

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

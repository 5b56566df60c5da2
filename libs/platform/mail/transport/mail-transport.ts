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

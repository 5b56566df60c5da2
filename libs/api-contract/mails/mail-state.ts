/**
 * How far a mail is: `waiting` (for its time, or for a server that was out of reach), `sending`, `sent` (a mail server
 * has taken it), `failed` (a mail server has refused it for good), `unknown` (it may or may not have been taken).
 */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'unknown'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** How one attempt to deliver a mail ended. */
export const MAIL_OUTCOMES = ['accepted', 'refused', 'deferred', 'unknown'] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

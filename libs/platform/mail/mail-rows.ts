import type { EntityManager } from 'typeorm';
import type { MailState } from '@thongvon/api-contract';
import type { Delivery, Letter } from './mail-transport';

/** A letter that one process has taken to deliver, as its `nth` attempt. */
export interface ClaimedLetter extends Letter {
  readonly id: string;
  readonly nth: number;
  readonly startedAt: Date;
  /** Of earlier attempts. */
  readonly unknownOutcomes: number;
}

export interface MailProgress {
  readonly state: MailState;
  readonly dueAt: Date | null;
  readonly nth: number;
  readonly unknownOutcomes: number;
  /** When the last attempt began. */
  readonly startedAt: Date | null;
}

/**
 * Takes the mail for one more attempt, if it is due at `now`: only one process can. With `evenIfSending` also one that
 * another process is at.
 */
export async function claimMail(
  manager: EntityManager,
  id: string,
  now: Date,
  evenIfSending: boolean,
): Promise<ClaimedLetter | undefined> {
  const [[letter]] = await manager.query<[Omit<ClaimedLetter, 'startedAt'>[], number]>(
    `UPDATE platform.mail SET state = 'sending', attempts = attempts + 1, due_at = NULL
     WHERE id = $1 AND (due_at <= $2 OR ($3 AND state = 'sending'))
     RETURNING id, key, sender, recipient, message, created_at AS "createdAt", attempts AS nth,
       unknown_outcomes AS "unknownOutcomes"`,
    [id, now, evenIfSending],
  );
  if (!letter) return undefined;
  const { nth } = letter;
  await manager.query(`INSERT INTO platform.mail_attempt (mail_id, nth, started_at) VALUES ($1, $2, $3)`, [
    id,
    nth,
    now,
  ]);
  return { ...letter, startedAt: now };
}

/** How far the mail is; locked for the transaction. */
export async function lockMail(manager: EntityManager, id: string): Promise<MailProgress | undefined> {
  const [row] = await manager.query<MailProgress[]>(
    `SELECT m.state, m.due_at AS "dueAt", m.attempts AS nth, m.unknown_outcomes AS "unknownOutcomes",
       a.started_at AS "startedAt"
     FROM platform.mail m LEFT JOIN platform.mail_attempt a ON a.mail_id = m.id AND a.nth = m.attempts WHERE m.id = $1 FOR UPDATE OF m`,
    [id],
  );
  return row;
}

export interface Ending {
  readonly id: string;
  readonly nth: number;
  readonly delivery: Delivery;
  readonly state: MailState;
  readonly dueAt: Date | null;
  readonly at: Date;
}

/**
 * Writes down how the nth attempt ended and what follows for the mail. False when a later attempt has begun: then
 * that one decides what follows.
 */
export async function endAttempt(manager: EntityManager, ending: Ending): Promise<boolean> {
  const { id, nth, delivery, state, dueAt, at } = ending;
  const { outcome, answer } = delivery;
  await manager.query(
    `UPDATE platform.mail_attempt SET ended_at = $3, outcome = $4, answer = $5 WHERE mail_id = $1 AND nth = $2`,
    [id, nth, at, outcome, answer],
  );
  const [, count] = await manager.query<[unknown, number]>(
    `UPDATE platform.mail SET state = $3, due_at = $4, sent_at = $5, last_answer = $6,
       unknown_outcomes = (SELECT count(*) FROM platform.mail_attempt WHERE mail_id = $1 AND outcome = 'unknown')
     WHERE id = $1 AND attempts = $2`,
    [id, nth, state, dueAt, outcome === 'accepted' ? at : null, answer],
  );
  return count > 0;
}

import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { MailOutcome, MailState } from '@thongvon/api-contract';

@Entity({
  schema: 'platform',
  name: 'mail',
  comment:
    'Mails, one per key, ever; what is sent is composed once and never changes; real clock. Holds the address that it goes to',
})
@Unique('mail_key', ['key'])
@Index('mail_created', ['createdAt', 'id'])
@Index('mail_state', ['state', 'createdAt'])
@Check('mail_state_check', "state IN ('waiting', 'sending', 'sent', 'failed', 'unknown')")
export class Mail {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  key: string;

  @Column('text')
  kind: string;

  @Column('text')
  sender: string;

  @Column('text')
  recipient: string;

  @Column('text')
  subject: string;

  @Column('text')
  searchKey: string;

  @Column('text')
  messageId: string;

  @Column({ type: 'bytea', comment: 'The whole message (RFC 5322), as every attempt sends it' })
  message: Buffer;

  @Column('timestamptz')
  createdAt: Date;

  @Column({ type: 'text', default: 'waiting' })
  state: MailState;

  @Column({
    type: 'timestamptz',
    nullable: true,
    comment: 'When to try next; null when it will not be tried',
  })
  dueAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({
    type: 'integer',
    default: 0,
    comment: 'Attempts after which nobody knew whether the mail had been taken; one of them is tried again',
  })
  unknownOutcomes: number;

  @Column({ type: 'text', nullable: true })
  lastAnswer: string | null;
}

@Entity({
  schema: 'platform',
  name: 'mail_attempt',
  comment:
    'Each attempt to deliver a mail, with the answer of the mail server; no outcome: it goes on, or died',
})
@Check('mail_attempt_outcome_check', "outcome IN ('accepted', 'refused', 'deferred', 'unknown')")
export class MailAttempt {
  @ForeignKey('Mail')
  @PrimaryColumn('uuid')
  mailId: string;

  @PrimaryColumn('integer')
  nth: number;

  @Column('timestamptz')
  startedAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;

  @Column({ type: 'text', nullable: true })
  outcome: MailOutcome | null;

  @Column({ type: 'text', nullable: true })
  answer: string | null;
}

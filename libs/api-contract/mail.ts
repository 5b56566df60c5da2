import { ApiProperty } from '@nestjs/swagger';
import { EnumProperty } from './amounts';
import { ChoiceField, TextField } from './fields';
import { ListQuery } from './lists';

/**
 * How far a mail is: `waiting` (for its time, or for a server that was out of reach), `sending`, `sent` (a mail server
 * has taken it), `failed` (a mail server has refused it for good), `unknown` (it may or may not have been taken).
 */
export const MAIL_STATES = ['waiting', 'sending', 'sent', 'failed', 'unknown'] as const;
export type MailState = (typeof MAIL_STATES)[number];

/** How one attempt to deliver a mail ended. */
export const MAIL_OUTCOMES = ['accepted', 'refused', 'deferred', 'unknown'] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

const INSTANT = { type: 'string', format: 'date-time' } as const;

/** A mail of the system to one person. */
export class MailView {
  @ApiProperty({ format: 'uuid' })
  readonly id: string;

  @ApiProperty({ description: 'What it is about; one mail per key, ever' })
  readonly key: string;

  @ApiProperty({ example: 'return-sent-back' })
  readonly kind: string;

  @ApiProperty({ format: 'email', description: 'The recipient' })
  readonly to: string;

  @ApiProperty()
  readonly subject: string;

  @EnumProperty(MAIL_STATES, 'How far it is')
  readonly state: MailState;

  @ApiProperty({ ...INSTANT, description: 'When it was written; real clock, as all times of mails' })
  readonly createdAt: Date;

  @ApiProperty({ ...INSTANT, nullable: true, description: 'When it is tried next; null when it will not be' })
  readonly dueAt: Date | null;

  @ApiProperty({ ...INSTANT, nullable: true, description: 'When a mail server took it' })
  readonly sentAt: Date | null;

  @ApiProperty({ type: 'integer', description: 'How often it has been tried' })
  readonly attempts: number;

  @ApiProperty({
    type: 'integer',
    description: 'After how many of them nobody knew whether it had been taken',
  })
  readonly unknownOutcomes: number;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: "The mail server's last answer, or what kept us from getting one",
  })
  readonly lastAnswer: string | null;

  @ApiProperty({ description: 'The Message-ID that every attempt carries' })
  readonly messageId: string;
}

/** One attempt to deliver a mail. */
export class MailAttemptView {
  @ApiProperty({ type: 'integer', description: 'Counted from 1' })
  readonly nth: number;

  @ApiProperty(INSTANT)
  readonly startedAt: Date;

  @ApiProperty({ ...INSTANT, nullable: true })
  readonly endedAt: Date | null;

  @ApiProperty({ type: 'string', enum: MAIL_OUTCOMES, nullable: true, description: 'Null while it goes on' })
  readonly outcome: MailOutcome | null;

  @ApiProperty({ type: 'string', nullable: true, description: "The mail server's answer" })
  readonly answer: string | null;
}

/** A mail with every attempt to deliver it. */
export class MailDetailView extends MailView {
  @ApiProperty({ type: [MailAttemptView], description: 'The first one first' })
  readonly history: MailAttemptView[];
}

export class MailListQuery extends ListQuery {
  @ChoiceField({ description: 'Only mails in this state', optional: true, of: MAIL_STATES })
  state?: MailState;

  @TextField({ description: 'Only mails of this kind', optional: true, max: 100 })
  kind?: string;
}
